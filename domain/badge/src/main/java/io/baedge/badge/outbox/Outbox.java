package io.baedge.badge.outbox;

import io.baedge.kit.journal.Journal;
import io.baedge.kit.journal.JournalContents;
import io.baedge.kit.journal.Loss;
import io.baedge.model.Limits;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Numbers the records of this epoch, sends them and those that only the card holds in batches, and
 * lets go of them only when the hub's store has them (methods.md 3.1). New records go at once; a
 * backlog goes at a pace and never holds them back.
 */
public final class Outbox {
  private static final int BATCH_BYTES = 48 * 1024;
  private static final int BATCH_SOON = 50;
  private static final long EVENT_DELAY_MS = 1_000;
  private static final long PACE_MS = 250;
  private static final long SHORTEST_DELAY_MS = 1_000;
  private static final long LONGEST_DELAY_MS = 20_000;
  private static final long ANSWER_MS = 20_000;
  private static final long LONGEST_ANSWER_MS = 300_000;
  private static final long LONGEST_PAUSE_MS = 60_000;

  /** What a hub gets of a backlog unless it said otherwise (methods.md 3.2). */
  private static final int PACE_PER_S = 20;

  private static final int MOST_PER_S = 10_000;

  /** How many of the newest records count as live when a session begins. */
  private static final int LIVE_RECORDS = 50;

  /** Of what may be in flight of an epoch this is for a backlog, in memory and from the card. */
  private static final int BACKLOG_IN_FLIGHT = 100;

  private static final int MOST_IN_FLIGHT = Limits.IN_FLIGHT_RECORDS - BACKLOG_IN_FLIGHT;

  private final OutboxFaults faults;
  private final EpochStream current;
  private final Backlog backlog;
  private final CardKeeper card;
  private final Shelf shelf;
  private final List<Loss> untold;
  private final long marksGeneration;

  private final List<Batch> batches = new ArrayList<>();
  private long generation;
  private long clockSinceEpoch;
  private boolean online;
  private long batchDelayMs = LONGEST_DELAY_MS;
  private long soonMonoMs = Long.MAX_VALUE;
  private long notBeforeMonoMs;
  private long pacedMonoMs;
  private int paceRecordsPerS = PACE_PER_S;
  private long answerMs = ANSWER_MS;
  private long pauseMs = SHORTEST_DELAY_MS;
  private long acknowledged;
  private long sentAgain;
  private long staleAcks;

  /** What was sent together and is not settled yet. */
  private record Batch(EpochStream stream, long ticket, long from, long to, long sentMonoMs) {
    boolean settled() {
      return stream.settledThrough() >= to && (from <= to || stream.hubMark() >= to);
    }
  }

  /** Starts with what the card says that it holds of earlier epochs. */
  public Outbox(
      OutboxSettings settings,
      OutboxOrders orders,
      long epoch,
      JournalContents onCard,
      OutboxFaults faults) {
    this.faults = faults;
    this.current = new EpochStream(epoch);
    this.card = new CardKeeper(current, orders);
    this.backlog = new Backlog(orders, settings.pageSamples(), epoch, onCard);
    this.shelf = new Shelf(settings, current, card, backlog);
    this.untold = onCard.losses();
    this.marksGeneration = onCard.generation();
    this.clockSinceEpoch = epoch;
  }

  /** What the card lost and no record tells is told first. */
  public void start(long monoMs) {
    evicted(untold, monoMs);
  }

  /** Takes a reading as the next record of this epoch; returns its sequence. */
  public long take(Reading reading, long monoMs) {
    if (!faults.unbounded()) {
      shelf.makeRoom(monoMs);
    }
    if (reading instanceof Reading.Event) {
      soonMonoMs = Math.min(soonMonoMs, monoMs + EVENT_DELAY_MS);
      card.event(monoMs);
    }
    current.append(new Sample(current.lastSequence() + 1, monoMs, Weight.cut(reading)));
    return current.lastSequence();
  }

  /** The card let go of records that the hub did not have: a record says so. */
  public void evicted(List<Loss> losses, long monoMs) {
    for (Loss loss : losses) {
      shelf.evictedFromCard(loss.count());
      take(new Reading.Event(Journal.EVICTED, loss.text()), monoMs);
    }
  }

  /** How many records a second of a backlog the hub takes. */
  public void pace(int recordsPerS) {
    paceRecordsPerS = Math.clamp(recordsPerS, 1, MOST_PER_S);
  }

  /** The monotonic clock runs since that epoch; older ones had another. */
  public void clockSince(long epoch) {
    clockSinceEpoch = epoch;
  }

  /** The store generation in force; a newer one may lack what an older one acknowledged. */
  public void generation(long newGeneration) {
    if (newGeneration <= generation || faults.generationIgnored()) {
      return;
    }
    if (generation != 0 || (marksGeneration != 0 && marksGeneration < newGeneration)) {
      batches.clear();
      acknowledged = 0;
      sentAgain += current.restart(LIVE_RECORDS);
      backlog.restart(Math.min(card.keptThrough(), current.low() - 1));
      card.restart();
    }
    generation = newGeneration;
  }

  /** A session is open: what waits may go. */
  public void connected(long monoMs) {
    online = true;
    notBeforeMonoMs = monoMs;
    answerMs = ANSWER_MS;
    pacedMonoMs = monoMs;
    current.live(LIVE_RECORDS);
    card.calm(monoMs);
  }

  /** The session is over; what it carried and nobody acknowledged goes again with the next. */
  public void disconnected() {
    online = false;
    batches.forEach(this::again);
    batches.clear();
    card.alone();
  }

  /** Batches wait for half the interval in which the hub wants to hear something. */
  public void contactEvery(long contactEveryMs) {
    batchDelayMs = Math.clamp(contactEveryMs / 2, SHORTEST_DELAY_MS, LONGEST_DELAY_MS);
  }

  /** The battery is low: keep each record while the hub is away. */
  public void careful(boolean batteryLow) {
    card.careful(batteryLow);
  }

  /** What the hub has committed. */
  public void acknowledged(Ack ack, long monoMs) {
    if (ack.generation() < generation && !faults.generationIgnored()) {
      staleAcks++;
      return;
    }
    generation(ack.generation());
    if (ack.epoch() == current.epoch) {
      settled(current.acknowledge(ack.received()), monoMs);
    }
    int fresh = backlog.acknowledged(ack);
    if (ack.epoch() == current.epoch) {
      acknowledged += fresh;
      card.acknowledged(ack.generation(), backlog.low(current.epoch, Long.MAX_VALUE));
    }
    answered(fresh, monoMs);
    forgetSettled();
  }

  private void settled(int fresh, long monoMs) {
    acknowledged += fresh;
    answered(fresh, monoMs);
  }

  private void answered(int fresh, long monoMs) {
    if (fresh > 0) {
      answerMs = ANSWER_MS;
      pauseMs = SHORTEST_DELAY_MS;
      if (online) {
        card.calm(monoMs);
      }
    }
  }

  private void forgetSettled() {
    EpochStream page = backlog.page();
    for (Iterator<Batch> all = batches.iterator(); all.hasNext(); ) {
      Batch batch = all.next();
      if (batch.settled() || (batch.stream() != current && batch.stream() != page)) {
        all.remove();
      }
    }
    shelf.trim();
  }

  /** The receipt of a message came; it says nothing of the hub's store. */
  public void receipt(long ticket, long monoMs) {
    if (!faults.trimOnReceipt()) {
      return;
    }
    for (Batch batch : List.copyOf(batches)) {
      if (batch.ticket() == ticket && batch.from() <= batch.to()) {
        var all = new Received(0, SequenceRanges.EMPTY.with(batch.from(), batch.to()));
        acknowledged(new Ack(generation, batch.stream().epoch, all, ""), monoMs);
      }
    }
  }

  /** The message of this ticket was not taken. */
  public void failed(long ticket, long monoMs) {
    for (Iterator<Batch> all = batches.iterator(); all.hasNext(); ) {
      Batch batch = all.next();
      if (batch.ticket() == ticket) {
        again(batch);
        all.remove();
        notBeforeMonoMs = monoMs + pauseMs;
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        return;
      }
    }
  }

  private void again(Batch batch) {
    sentAgain += batch.stream().waitAgain(batch.from(), batch.to());
  }

  /** Lets time pass: answers that did not come, records that must be safe. */
  public void tick(long monoMs) {
    while (!batches.isEmpty() && monoMs >= batches.getFirst().sentMonoMs() + answerMs) {
      again(batches.removeFirst());
      if (batches.isEmpty() || batches.getFirst().sentMonoMs() + answerMs > monoMs) {
        answerMs = Math.min(2 * answerMs, LONGEST_ANSWER_MS);
        break;
      }
    }
    card.tick(monoMs);
    if (online) {
      backlog.tick(monoMs);
    }
  }

  /** A page came from the card. */
  public void fetched(long epoch, long from, List<Sample> samples) {
    backlog.fetched(epoch, from, samples);
  }

  /** The card could not be read. */
  public void fetchFailed(String reason, long monoMs) {
    backlog.fetchFailed(reason, monoMs);
  }

  /** Whether a batch should be sent now. */
  public boolean due(long monoMs) {
    return online && monoMs >= sendDeadlineMonoMs();
  }

  /** When {@link #due} becomes true. */
  public long sendDeadlineMonoMs() {
    if (!online) {
      return Long.MAX_VALUE;
    }
    long due = Math.min(liveDueMonoMs(), Math.min(oldDueMonoMs(), pageDueMonoMs()));
    return Math.max(due, notBeforeMonoMs);
  }

  private long liveDueMonoMs() {
    if (current.waitingLive() == 0) {
      boolean low = current.mustAnnounceLow() && !backlog.has(current.epoch) && !inFlight(current);
      return low ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    if (current.sent() >= MOST_IN_FLIGHT) {
      return Long.MAX_VALUE;
    }
    if (current.waitingLive() >= BATCH_SOON) {
      return Long.MIN_VALUE;
    }
    return Math.min(soonMonoMs, current.oldestLive().monoMs() + batchDelayMs);
  }

  private long oldDueMonoMs() {
    boolean may = current.waitingOld() > 0 && current.sent() < BACKLOG_IN_FLIGHT;
    return may ? pacedMonoMs : Long.MAX_VALUE;
  }

  private long pageDueMonoMs() {
    EpochStream page = backlog.page();
    if (page == null) {
      return Long.MAX_VALUE;
    }
    if (page.waiting() == 0) {
      return page.mustAnnounceLow() && !inFlight(page) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return page.sent() < BACKLOG_IN_FLIGHT ? pacedMonoMs : Long.MAX_VALUE;
  }

  private boolean inFlight(EpochStream stream) {
    for (Batch batch : batches) {
      if (batch.stream() == stream) {
        return true;
      }
    }
    return false;
  }

  /** The batch that is due: what is new first, then what is in memory, then what the card holds. */
  public Telemetry batch(long ticket, long monoMs) {
    EpochStream page = backlog.page();
    if (liveDueMonoMs() <= monoMs || (oldDueMonoMs() > monoMs && page == null)) {
      int most = Math.min(Limits.BATCH_SAMPLES, MOST_IN_FLIGHT - current.sent());
      soonMonoMs = Long.MAX_VALUE;
      return batch(current, current.sendLive(most, BATCH_BYTES), ticket, monoMs);
    }
    boolean old = oldDueMonoMs() <= monoMs;
    EpochStream stream = old || page == null ? current : page;
    int most = Math.min(Math.max(BATCH_SOON, paceRecordsPerS), BACKLOG_IN_FLIGHT - stream.sent());
    List<Sample> samples =
        old ? stream.sendOld(most, BATCH_BYTES) : stream.sendLive(most, BATCH_BYTES);
    if (!faults.unbounded()) {
      pacedMonoMs = monoMs + samples.size() * 1_000L / paceRecordsPerS;
    }
    return batch(stream, samples, ticket, monoMs);
  }

  private Telemetry batch(EpochStream stream, List<Sample> samples, long ticket, long monoMs) {
    boolean fromCard = stream != current;
    long low = samples.isEmpty() && fromCard ? stream.low() : low(stream);
    // Without samples the batch only says that everything below the lowest held is gone.
    long from = samples.isEmpty() ? low : samples.getFirst().sequence();
    long to = samples.isEmpty() ? low - 1 : samples.getLast().sequence();
    batches.add(new Batch(stream, ticket, from, to, monoMs));
    notBeforeMonoMs = monoMs + PACE_MS;
    boolean sameClock = stream.epoch >= clockSinceEpoch;
    SequenceRanges gone = fromCard ? stream.gapsBefore(samples, low) : SequenceRanges.EMPTY;
    return new Telemetry(
        stream.epoch, low, sameClock ? monoMs : Telemetry.NO_ANCHOR, samples, gone);
  }

  private long low(EpochStream stream) {
    return backlog.low(stream.epoch, current.low());
  }

  /** Everything that is not safe goes to the card, because the device stops. */
  public void keepAll(long monoMs) {
    card.keepAll(monoMs);
  }

  /** The card has the records up to here. */
  public void kept(long throughSequence) {
    card.kept(throughSequence);
    card.acknowledged(generation, backlog.low(current.epoch, Long.MAX_VALUE));
  }

  /** The card did not take them; tried again later. */
  public void keepFailed(String reason, long monoMs) {
    card.failed(reason, monoMs);
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs() {
    long answer = batches.isEmpty() ? Long.MAX_VALUE : batches.getFirst().sentMonoMs() + answerMs;
    long page = online ? backlog.deadlineMonoMs() : Long.MAX_VALUE;
    return Math.min(Math.min(answer, page), card.deadlineMonoMs());
  }

  /** The newest sequence of this epoch. */
  public long lastSequence() {
    return current.lastSequence();
  }

  /** Records in memory, the acknowledged ones included. */
  public int held() {
    return current.size() + backlog.held();
  }

  /** Records of all epochs that the hub has not acknowledged. */
  public int open() {
    return (int) Math.min(Integer.MAX_VALUE, current.open() + backlog.waiting());
  }

  /** The outbox now. */
  public OutboxView view() {
    EpochStream page = backlog.page();
    int inFlight = current.sent() + (page == null ? 0 : page.sent());
    return new OutboxView(
        current.lastSequence(),
        acknowledged,
        (int) Math.min(Integer.MAX_VALUE, current.open() + backlog.waiting()),
        held(),
        inFlight,
        card.problem().isEmpty() ? backlog.problem() : card.problem(),
        new OutboxView.Counters(
            card.keptOnCard(), shelf.evicted(), sentAgain, staleAcks, card.durable()));
  }
}
