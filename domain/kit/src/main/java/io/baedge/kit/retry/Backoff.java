package io.baedge.kit.retry;

import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: U(0, min(cap, base · 2^n)) (methods: "Exponential backoff
 * and jitter", full jitter). Not thread safe; its owner calls it.
 */
public final class Backoff {
  private static final int LARGEST_EXPONENT = 30;

  private final long baseMs;
  private final RandomGenerator random;
  private boolean jitter = true;
  private long capMs;
  private int failures;

  /**
   * Starts without failures.
   *
   * @param baseMs bound of the first wait
   * @param capMs bound of every wait
   */
  public Backoff(long baseMs, long capMs, RandomGenerator random) {
    if (baseMs < 1 || capMs < baseMs) {
      throw new IllegalArgumentException(
          "back-off needs a base of at least 1 ms and a cap of at least the base, not "
              + baseMs
              + " and "
              + capMs);
    }
    this.baseMs = baseMs;
    this.capMs = capMs;
    this.random = random;
  }

  /** How long to wait before the next attempt; counts one failure. */
  public long nextDelayMs() {
    long bound = Math.min(capMs, baseMs << Math.min(failures, LARGEST_EXPONENT));
    failures++;
    return jitter ? random.nextLong(bound + 1) : bound;
  }

  /** The same without jitter: the fault by which tests prove that they would notice. */
  public Backoff withoutJitter() {
    jitter = false;
    return this;
  }

  /** A session has lived long enough: the next failure starts from the base again. */
  public void reset() {
    failures = 0;
  }

  /** Sets another cap, as the hub tells it. */
  public void capMs(long newCapMs) {
    capMs = Math.max(baseMs, newCapMs);
  }

  /** How many waits were handed out since the last reset. */
  public int failures() {
    return failures;
  }
}
