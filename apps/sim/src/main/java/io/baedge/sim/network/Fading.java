package io.baedge.sim.network;

import io.baedge.sim.venue.Air;
import java.util.random.RandomGenerator;

/**
 * The air between one badge and its access point: good and bad periods after each other. Looked at
 * only when something is sent, so a silent badge costs nothing. Asked about a moment before the
 * last one, it answers for the last one.
 */
public final class Fading {
  private final RandomGenerator random;
  private Air air = Air.CLEAR;
  private boolean bad;
  private long untilMs;
  private long askedMs;

  /** Clear air. */
  public Fading(RandomGenerator random) {
    this.random = random;
  }

  /** The badge is in other air now. */
  public void enter(Air other, long nowMs) {
    if (other != air) {
      air = other;
      bad = false;
      untilMs = Math.max(nowMs, askedMs);
    }
  }

  /** Whether nothing is ever lost here. */
  public boolean isClear() {
    return air.isClear();
  }

  /** Whether one packet sent then is lost. */
  public boolean loses(long atMs) {
    askedMs = Math.max(askedMs, atMs);
    while (untilMs <= askedMs) {
      // The first period after a change is a good one.
      bad = untilMs != 0 && !bad;
      untilMs += air.periodMs(bad, random);
    }
    return random.nextDouble() < air.loss(bad);
  }
}
