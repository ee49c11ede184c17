package io.baedge.sim.scenario;

import io.baedge.sim.chance.Spread;
import java.util.Optional;

/**
 * When a mishap happens.
 *
 * @param at when it happens once, from the start of the run; empty when it happens now and then
 * @param everyMs mean time between two of them, when now and then
 * @param lasts how long it lasts
 * @param target which access point; empty = any
 */
public record MishapPlan(
    MishapKind kind, Optional<Spread> at, long everyMs, Spread lasts, String target) {
  public MishapPlan {
    if (at.isEmpty() && everyMs <= 0) {
      throw new IllegalArgumentException("a mishap needs a moment or a mean time between two");
    }
  }

  /** At random, so often on average. */
  public static MishapPlan every(MishapKind kind, long everyMs, Spread lasts) {
    return new MishapPlan(kind, Optional.empty(), everyMs, lasts, "");
  }

  /** Once, at a moment within. */
  public static MishapPlan at(MishapKind kind, Spread at, Spread lasts) {
    return new MishapPlan(kind, Optional.of(at), 0, lasts, "");
  }
}
