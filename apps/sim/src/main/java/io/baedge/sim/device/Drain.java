package io.baedge.sim.device;

import io.baedge.model.tier.PowerTier;

/**
 * What a board draws in its tiers, as a part of its full draw: a tuned idle without radio is about
 * half of a busy board with it (the boards' published figures lie between 375 and 600 mW).
 */
public final class Drain {
  private static final double WITHOUT_RADIO = 0.6;

  /** Assumed: for a guest the receiver does not sleep, and its messages are sent twice. */
  private static final double PER_GUEST = 0.1;

  private Drain() {}

  /** The part in that tier. */
  public static double part(PowerTier tier, boolean radioOn, int guests) {
    double part =
        switch (tier) {
          case FULL, UNKNOWN -> 1;
          case SAVER -> 0.8;
          case ESSENTIAL, LAST_GASP, NAP -> 0.7;
        };
    return radioOn ? part + guests * PER_GUEST : part * WITHOUT_RADIO;
  }
}
