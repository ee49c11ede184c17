package io.baedge.kit.rate;

import java.util.random.RandomGenerator;

/**
 * Admission control of a hub: a token bucket of C per second with a burst of C, and for those
 * refused a slot in the future: slot = max(now, last slot) + 1/(0.95 C). One number remembers all
 * slots, so memory does not grow with the crowd. Not thread safe; its owner calls it.
 */
public final class Admission {
  /** The price of a refusal, in connections. */
  private static final double REFUSAL_COST = 0.02;

  private static final double DEBT = 2;
  private static final double HEADROOM = 0.95;
  private static final long FARTHEST_SLOT_MS = 600_000;
  private static final int SLOT_SPREAD_MS = 200;

  private final TokenBucket bucket;
  private final double slotEveryMs;
  private final RandomGenerator random;
  private double lastSlotMs;
  private long admitted;
  private long refused;

  /** The answer to somebody who wants in. */
  public sealed interface Answer {
    /** Come in. */
    record Admitted() implements Answer {}

    /** Come back later. */
    record Refused(long retryAfterMs) implements Answer {}
  }

  /**
   * Starts with a full bucket.
   *
   * @param connectsPerSecond what the hub can serve
   */
  public Admission(double connectsPerSecond, RandomGenerator random, long nowMs) {
    this.bucket =
        new TokenBucket(
            connectsPerSecond, Math.max(1, connectsPerSecond), -DEBT * connectsPerSecond, nowMs);
    this.slotEveryMs = 1000 / (HEADROOM * connectsPerSecond);
    this.random = random;
    this.lastSlotMs = (double) nowMs;
  }

  /** Decides before any work is done for the client. */
  public Answer ask(long nowMs) {
    if (bucket.tryTake(nowMs)) {
      admitted++;
      return new Answer.Admitted();
    }
    refused++;
    bucket.charge(REFUSAL_COST, nowMs);
    double slotMs = Math.max((double) nowMs, lastSlotMs) + slotEveryMs;
    if (slotMs - nowMs > FARTHEST_SLOT_MS) {
      return new Answer.Refused(FARTHEST_SLOT_MS);
    }
    lastSlotMs = slotMs;
    return new Answer.Refused((long) (slotMs - nowMs) + random.nextInt(SLOT_SPREAD_MS));
  }

  /** How many came in. */
  public long admitted() {
    return admitted;
  }

  /** How many were sent away. */
  public long refused() {
    return refused;
  }
}
