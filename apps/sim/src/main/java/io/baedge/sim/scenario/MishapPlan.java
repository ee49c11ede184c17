package io.baedge.sim.scenario;

import io.baedge.sim.chance.Spread;

/**
 * When a mishap happens.
 *
 * @param atMs from the start of the run; negative when it happens at random
 * @param everyMs mean time between two of them, when at random
 * @param lasts how long it lasts
 * @param target which access point; empty = any
 */
public record MishapPlan(MishapKind kind, long atMs, long everyMs, Spread lasts, String target) {
  public MishapPlan {
    if (atMs < 0 && everyMs <= 0) {
      throw new IllegalArgumentException("a mishap needs a moment or a mean time between two");
    }
  }

  /** At random, so often on average. */
  public static MishapPlan every(MishapKind kind, long everyMs, Spread lasts) {
    return new MishapPlan(kind, -1, everyMs, lasts, "");
  }

  /** Once, at that moment. */
  public static MishapPlan at(MishapKind kind, long atMs, Spread lasts) {
    return new MishapPlan(kind, atMs, 0, lasts, "");
  }

  /** Whether it happens at a given moment. */
  public boolean isTimed() {
    return atMs >= 0;
  }
}
