package io.baedge.badge.outbox;

import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * When records of this epoch go to the card, which wears out: while the hub answers only those that
 * it has not acknowledged in time, else in groups (methods.md 3.5).
 */
final class CardKeeper {
  private static final long ONLINE_PATIENCE_MS = 30_000;
  private static final long OFFLINE_PATIENCE_MS = 15 * 60_000;
  private static final int GROUP = 50;
  private static final int MOST_AT_ONCE = 1_000;
  private static final long EVENT_PATIENCE_MS = 1_000;

  /** A failure may be the only one for long, or the first of many: the wait doubles. */
  private static final long FIRST_RETRY_MS = 1_000;

  private static final long LONGEST_RETRY_MS = 60_000;
  private static final long ANSWER_WITHIN_MS = 120_000;

  private final EpochStream stream;
  private final OutboxOrders orders;
  private long keptEnd;

  /** Handed to the card and not answered yet, oldest first. */
  private final ArrayDeque<Order> asked = new ArrayDeque<>(1);

  private long askedMonoMs;
  private long notBeforeMonoMs;
  private long retryMs = FIRST_RETRY_MS;
  private long keptThrough;
  private long forgotten;
  private long kept;
  private boolean calm;
  private long calmSinceMonoMs;
  private boolean careful;
  private long soonMonoMs = Long.MAX_VALUE;
  private String problem = "";
  private long durable;

  /** The record that tells of records lost in memory; until it is safe nothing beyond counts. */
  private long tellsLoss;

  /** Records up to a position, of which the last has that sequence. */
  private record Order(long end, long through) {}

  CardKeeper(EpochStream stream, OutboxOrders orders) {
    this.stream = stream;
    this.orders = orders;
  }

  /** The hub is there and answers; records may stay in memory for a while. */
  void calm(long monoMs) {
    if (!calm) {
      calm = true;
      calmSinceMonoMs = monoMs;
      soonMonoMs = Long.MAX_VALUE;
    }
  }

  /** The hub is away. */
  void alone() {
    calm = false;
    skipSettled();
    for (long p = keptEnd; p < stream.end(); p++) {
      if (stream.isOpen(p) && stream.sample(p).reading() instanceof Reading.Event) {
        event(stream.sample(p).monoMs());
        return;
      }
    }
  }

  /** With a low battery every record is kept at once while the hub is away. */
  void careful(boolean batteryLow) {
    careful = batteryLow;
  }

  /** An event was taken: while the hub is away it is kept within a second. */
  void event(long monoMs) {
    if (!calm) {
      soonMonoMs = Math.min(soonMonoMs, monoMs + EVENT_PATIENCE_MS);
    }
  }

  /** Whether the card has the record at the position. */
  boolean holds(long position) {
    return position < keptEnd;
  }

  /** Why the card did not take records; empty when it did. */
  String problem() {
    return problem;
  }

  void tick(long monoMs) {
    if (!asked.isEmpty() && monoMs - askedMonoMs > ANSWER_WITHIN_MS) {
      failed("the card does not answer", monoMs);
    }
    if (monoMs >= deadlineMonoMs()) {
      keep(keptEnd, monoMs);
    }
  }

  /** The device stops: everything that is not safe goes to the card. */
  void keepAll(long monoMs) {
    asked.clear();
    skipSettled();
    for (long from = keptEnd; from < stream.end(); ) {
      from = keep(from, monoMs);
    }
  }

  /** Hands the next records to the card; they count as there only when it says so. */
  private long keep(long from, long monoMs) {
    long until = Math.min(stream.end(), from + MOST_AT_ONCE);
    List<Sample> samples = new ArrayList<>((int) (until - from));
    for (long p = from; p < until; p++) {
      if (stream.isOpen(p)) {
        samples.add(stream.sample(p));
      }
    }
    if (samples.isEmpty()) {
      return until;
    }
    asked.add(new Order(until, samples.getLast().sequence()));
    askedMonoMs = monoMs;
    soonMonoMs = until == stream.end() ? Long.MAX_VALUE : soonMonoMs;
    kept += samples.size();
    // Acknowledgements did not come in time: from here on records go in groups until they do.
    calm = false;
    orders.keep(samples);
    return until;
  }

  /** The card has an order; an answer to one that was given up before says nothing. */
  void kept(long throughSequence) {
    Order first = asked.peek();
    if (first == null || first.through != throughSequence) {
      return;
    }
    asked.remove();
    keptEnd = Math.max(keptEnd, first.end);
    keptThrough = Math.max(keptThrough, throughSequence);
    retryMs = FIRST_RETRY_MS;
    if (!problem.isEmpty()) {
      problem = "";
      orders.cardTrouble("records are kept on the card again");
    }
  }

  /** The highest sequence that the card has. */
  long keptThrough() {
    return keptThrough;
  }

  /** A hub that knows nothing: nothing is acknowledged any more. */
  void restart() {
    forgotten = 0;
    // What the hub had at once was never kept.
    keptEnd = stream.first();
    durable = stream.low() - 1;
    asked.clear();
  }

  /** The card did not take an order; what was handed to it after that comes again too. */
  void failed(String reason, long monoMs) {
    asked.clear();
    notBeforeMonoMs = monoMs + retryMs;
    retryMs = Math.min(LONGEST_RETRY_MS, 2 * retryMs);
    soonMonoMs = notBeforeMonoMs;
    if (problem.isEmpty()) {
      orders.cardTrouble("records cannot be kept on the card and stay in memory: " + reason);
    }
    problem = reason;
  }

  /** Tells the card in large steps what the hub has; what is to come from a backlog is not it. */
  void acknowledged(long generation, long below) {
    long settled = Math.min(Math.min(stream.settledThrough(), keptThrough), below - 1);
    if (settled > forgotten && (settled >= keptThrough || settled - forgotten >= MOST_AT_ONCE)) {
      orders.acknowledged(generation, stream.epoch, settled);
      forgotten = settled;
    }
  }

  /** Records in memory are about to be lost; the record with the sequence will tell of them. */
  void losing(long tellingSequence) {
    durable();
    tellsLoss = tellingSequence;
  }

  /**
   * Each record up to here was forced to the card, is with the hub, or is told as lost by a record
   * for which the same is true.
   */
  long durable() {
    skipSettled();
    boolean all = keptEnd == stream.end();
    long safe = all ? stream.lastSequence() : stream.sample(keptEnd).sequence() - 1;
    if (safe >= tellsLoss) {
      durable = Math.max(durable, safe);
    }
    return durable;
  }

  private void skipSettled() {
    keptEnd = Math.max(keptEnd, stream.firstOpen());
    while (keptEnd < stream.end() && !stream.isOpen(keptEnd)) {
      keptEnd++;
    }
  }

  long deadlineMonoMs() {
    skipSettled();
    long unkept = stream.end() - keptEnd;
    if (!asked.isEmpty() || unkept == 0) {
      return Long.MAX_VALUE;
    }
    long oldest = stream.sample(keptEnd).monoMs();
    long due;
    if (calm) {
      due = Math.max(oldest, calmSinceMonoMs) + ONLINE_PATIENCE_MS;
    } else {
      due = unkept >= GROUP || careful ? oldest : oldest + OFFLINE_PATIENCE_MS;
      due = Math.min(due, Math.max(oldest, soonMonoMs));
    }
    return Math.max(due, notBeforeMonoMs);
  }

  /** Records handed to the card since the start. */
  long keptOnCard() {
    return kept;
  }
}
