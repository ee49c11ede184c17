package io.baedge.kit.rate;

/**
 * What is done before anything else for somebody at the door: counting. Above ten times what the
 * hub can serve in a second not even a refusal is worth its price, and the socket is closed without
 * a word (methods.md 1.2). Not thread safe; its owner calls it.
 */
public final class FloodGate {
  private static final int HOPELESS = 10;

  private final double mostPerSecond;
  private long second = Long.MIN_VALUE;
  private long attempts;
  private long turnedAway;

  /**
   * Starts with nobody at the door.
   *
   * @param connectsPerSecond what the hub can serve
   */
  public FloodGate(double connectsPerSecond) {
    if (!(connectsPerSecond > 0)) {
      throw new IllegalArgumentException(
          "a hub serves more than 0 connections a second, not " + connectsPerSecond);
    }
    this.mostPerSecond = Math.max(1, HOPELESS * connectsPerSecond);
  }

  /** Counts one attempt; false when it is to be closed without an answer. */
  public boolean letsThrough(long nowMs) {
    long now = Math.floorDiv(nowMs, 1_000L);
    if (now != second) {
      second = now;
      attempts = 0;
    }
    if (++attempts > mostPerSecond) {
      turnedAway++;
      return false;
    }
    return true;
  }

  /** How many were closed without an answer. */
  public long turnedAway() {
    return turnedAway;
  }
}
