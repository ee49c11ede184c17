package io.baedge.badge.outbox;

import io.baedge.kit.journal.Held;
import io.baedge.kit.journal.JournalContents;
import io.baedge.model.message.Ack;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that are on the card only: of earlier epochs, and of this one what found no room in
 * memory. They are sent oldest first, a page at a time. What a page lacks is gone for good.
 */
final class Backlog {
  private static final long RETRY_MS = 60_000;
  private static final long ANSWER_WITHIN_MS = 120_000;

  private final OutboxOrders orders;
  private final int pageSamples;
  private final long current;
  private final List<Held> earlier = new ArrayList<>();

  /** What is still to be sent, oldest epoch first. */
  private final List<Span> spans = new ArrayList<>();

  /** What the hub has of this epoch. */
  private Received ofCurrent = Received.NOTHING;

  private long generation;
  private @Nullable EpochStream page;
  private boolean pageIsLast;
  private boolean asked;
  private long askedMonoMs;

  /** The end of the span when its page was asked for; it may have grown since. */
  private long askedTo;

  private long notBeforeMonoMs;
  private String problem = "";

  /** Sequences of an epoch from which the hub still lacks some. */
  private static final class Span {
    private final long epoch;
    private long from;
    private long to;
    private Received received = Received.NOTHING;

    Span(long epoch, long from, long to) {
      this.epoch = epoch;
      this.from = from;
      this.to = to;
    }
  }

  Backlog(OutboxOrders orders, int pageSamples, long epoch, JournalContents contents) {
    this.orders = orders;
    this.pageSamples = pageSamples;
    this.current = epoch;
    for (Held held : contents.held()) {
      if (held.epoch() < epoch) {
        earlier.add(held);
        add(held.epoch(), held.acknowledgedThrough() + 1, held.highest());
      }
    }
  }

  private void add(long epoch, long from, long to) {
    if (from > to) {
      return;
    }
    int at = 0;
    while (at < spans.size() && spans.get(at).epoch < epoch) {
      at++;
    }
    var span = new Span(epoch, from, to);
    span.received = epoch == current ? ofCurrent : Received.NOTHING;
    spans.add(at, span);
  }

  /** A record of this epoch has left memory; the card has it. */
  void spilled(long sequence) {
    Span before = find(current);
    if (before == null) {
      add(current, sequence, sequence);
    } else {
      before.to = Math.max(before.to, sequence);
    }
  }

  /** A hub that knows nothing: everything the card holds is to be sent again. */
  void restart(long keptThrough) {
    spans.clear();
    ofCurrent = Received.NOTHING;
    page = null;
    asked = false;
    notBeforeMonoMs = 0;
    for (Held held : earlier) {
      add(held.epoch(), 1, held.highest());
    }
    add(current, 1, keptThrough);
  }

  private @Nullable Span find(long epoch) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).epoch == epoch) {
        return spans.get(i);
      }
    }
    return null;
  }

  /** The page that is being sent. */
  @Nullable EpochStream page() {
    return page;
  }

  /** The lowest sequence of the epoch that may still be sent from here; else the other one. */
  long low(long epoch, long otherwise) {
    Span span = find(epoch);
    return span == null ? otherwise : span.from;
  }

  boolean has(long epoch) {
    return find(epoch) != null;
  }

  /** How many records at most the hub lacks of what is on the card. */
  long waiting() {
    long waiting = 0;
    for (int i = 0; i < spans.size(); i++) {
      waiting += spans.get(i).to - spans.get(i).from + 1;
    }
    return waiting;
  }

  /** Records of the page in memory. */
  int held() {
    EpochStream held = page;
    return held == null ? 0 : held.size();
  }

  /** Why the card could not be read last; empty when it could. */
  String problem() {
    return problem;
  }

  /** Asks for the next page when there is none. */
  void tick(long monoMs) {
    if (monoMs >= deadlineMonoMs()) {
      Span span = spans.getFirst();
      asked = true;
      askedMonoMs = monoMs;
      askedTo = span.to;
      orders.fetch(span.epoch, span.from, pageSamples);
    }
  }

  long deadlineMonoMs() {
    if (page != null || spans.isEmpty()) {
      return Long.MAX_VALUE;
    }
    return asked ? askedMonoMs + ANSWER_WITHIN_MS : notBeforeMonoMs;
  }

  /** The card could not be read. */
  void fetchFailed(String reason, long monoMs) {
    asked = false;
    notBeforeMonoMs = monoMs + RETRY_MS;
    problem = reason;
  }

  /** A page came from the card; fewer records than asked for are the last of their epoch. */
  void fetched(long epoch, long from, List<Sample> samples) {
    Span span = spans.isEmpty() ? null : spans.getFirst();
    if (!asked || page != null || span == null || span.epoch != epoch || span.from != from) {
      return;
    }
    asked = false;
    problem = "";
    var stream = new EpochStream(epoch);
    stream.heard(span.received.contiguous());
    for (int i = 0; i < samples.size() && samples.get(i).sequence() <= askedTo; i++) {
      stream.append(samples.get(i));
    }
    pageIsLast = samples.size() < pageSamples || stream.size() < samples.size();
    if (stream.size() == 0) {
      finish(span);
      return;
    }
    page = stream;
    stream.acknowledge(span.received);
    if (stream.open() == 0) {
      pageDone(span, stream);
    }
  }

  /** The hub has all of the page. */
  private void pageDone(Span span, EpochStream done) {
    page = null;
    span.from = Math.max(done.lastSequence(), span.received.contiguous()) + 1;
    orders.acknowledged(generation, span.epoch, done.lastSequence());
    if (pageIsLast) {
      finish(span);
    }
  }

  /** Nothing more of the span is held; the hub hears so with the next batch of this epoch. */
  private void finish(Span span) {
    page = null;
    if (span.to > askedTo) {
      span.from = Math.max(span.from, askedTo + 1);
      return;
    }
    if (span.received.contiguous() >= span.to
        || earlier.stream().noneMatch(h -> h.epoch() == span.epoch)) {
      spans.remove(span);
      return;
    }
    span.from = span.to + 1;
    var last = new EpochStream(span.epoch);
    last.heard(span.received.contiguous());
    last.goneThrough(span.to);
    page = last;
  }

  /** Takes in what the hub has; returns how many records were not known to be there before. */
  int acknowledged(Ack ack) {
    generation = Math.max(generation, ack.generation());
    Received received = ack.received();
    if (ack.epoch() == current) {
      ofCurrent = later(ofCurrent, received);
    }
    Span span = find(ack.epoch());
    if (span == null) {
      return 0;
    }
    span.received = later(span.received, received);
    long mark = received.contiguous();
    EpochStream sending = page != null && page.epoch == span.epoch ? page : null;
    int fresh = sending == null ? 0 : sending.acknowledge(received);
    if (mark >= span.to) {
      page = sending == null ? page : null;
      asked = asked && span != spans.getFirst();
      spans.remove(span);
      orders.acknowledged(generation, span.epoch, span.to);
    } else if (sending != null && sending.size() > 0 && sending.open() == 0) {
      pageDone(span, sending);
    } else if (sending == null && mark >= span.from && !asked) {
      span.from = mark + 1;
    }
    return fresh;
  }

  /** Acknowledgements come in any order; what the hub has only grows. */
  private static Received later(Received a, Received b) {
    boolean second =
        b.contiguous() > a.contiguous()
            || (b.contiguous() == a.contiguous() && b.above().size() > a.above().size());
    return second ? b : a;
  }
}
