package io.baedge.badge.outbox;

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

  CardKeeper(EpochStream stream, OutboxOrders orders) {
    this.stream = stream;
    this.orders = orders;
  }

  /** The hub is there and answers; records may stay in memory for a while. */
  void calm(long monoMs) {
    if (!calm) {
      calm = true;
      calmSinceMonoMs = monoMs;
    }
  }

  /** The hub is away. */
  void alone() {
    calm = false;
  }

  /** With a low battery every record is kept at once while the hub is away. */
  void careful(boolean batteryLow) {
    careful = batteryLow;
  }

  void tick(long monoMs) {
    if (askedEnd >= 0 && monoMs - askedMonoMs > ANSWER_WITHIN_MS) {
      failed(monoMs);
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
    forget();
  }

  void failed(long monoMs) {
    askedEnd = -1;
    notBeforeMonoMs = monoMs + RETRY_MS;
  }

  /** Tells the card what it need not hold any more. */
  void forget() {
    forgotten = forget(stream, keptThrough, forgotten, orders);
  }

  /** Frees the card in large steps; returns how far it was told to forget. */
  static long forget(EpochStream stream, long keptThrough, long forgotten, OutboxOrders orders) {
    long settled = Math.min(stream.settledThrough(), keptThrough);
    if (settled <= forgotten || (settled < keptThrough && settled - forgotten < MOST_AT_ONCE)) {
      return forgotten;
    }
    orders.forget(stream.epoch, settled);
    return settled;
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
    }
    return Math.max(due, notBeforeMonoMs);
  }

  /** Records handed to the card since the start. */
  long keptOnCard() {
    return kept;
  }
}
