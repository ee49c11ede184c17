package io.baedge.badge.outbox;

import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
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
  private static final long RETRY_MS = 60_000;
  private static final long ANSWER_WITHIN_MS = 120_000;

  private final EpochStream stream;
  private final OutboxOrders orders;
  private long keptEnd;
  private long askedEnd = -1;
  private long askedMonoMs;
  private long notBeforeMonoMs;
  private long keptThrough;
  private long forgotten;
  private long kept;
  private boolean calm;
  private long calmSinceMonoMs;
  private boolean careful;
  private long soonMonoMs = Long.MAX_VALUE;
  private String problem = "";

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
    if (askedEnd >= 0 && monoMs - askedMonoMs > ANSWER_WITHIN_MS) {
      failed("the card does not answer", monoMs);
    }
    if (monoMs >= deadlineMonoMs()) {
      keep(monoMs);
    }
  }

  /** The device stops: everything that is not safe goes to the card. */
  void keepAll(long monoMs) {
    askedEnd = -1;
    skipSettled();
    while (keptEnd < stream.end()) {
      keep(monoMs);
      keptEnd = askedEnd;
      skipSettled();
    }
  }

  private void keep(long monoMs) {
    long until = Math.min(stream.end(), keptEnd + MOST_AT_ONCE);
    List<Sample> samples = new ArrayList<>((int) (until - keptEnd));
    for (long p = keptEnd; p < until; p++) {
      if (stream.isOpen(p)) {
        samples.add(stream.sample(p));
      }
    }
    askedEnd = until;
    askedMonoMs = monoMs;
    soonMonoMs = until == stream.end() ? Long.MAX_VALUE : soonMonoMs;
    kept += samples.size();
    // Acknowledgements did not come in time: from here on records go in groups until they do.
    calm = false;
    orders.keep(samples);
  }

  void kept(long throughSequence) {
    if (askedEnd >= 0) {
      keptEnd = Math.max(keptEnd, askedEnd);
      askedEnd = -1;
    }
    keptThrough = Math.max(keptThrough, throughSequence);
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
    askedEnd = -1;
  }

  void failed(String reason, long monoMs) {
    askedEnd = -1;
    notBeforeMonoMs = monoMs + RETRY_MS;
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

  private void skipSettled() {
    keptEnd = Math.max(keptEnd, stream.firstOpen());
    while (keptEnd < stream.end() && !stream.isOpen(keptEnd)) {
      keptEnd++;
    }
  }

  long deadlineMonoMs() {
    skipSettled();
    long unkept = stream.end() - keptEnd;
    if (askedEnd >= 0 || unkept == 0) {
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
