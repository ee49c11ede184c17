package io.baedge.badge.tier;

import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.UplinkTier;

/**
 * The tiers.
 *
 * @param rules what holds in both tiers together
 */
public record TierView(
    Standing<PowerTier> power, Standing<UplinkTier> uplink, TierRules rules, Radio radio) {
  /**
   * A tier in force.
   *
   * @param sinceMonoMs when it began
   * @param why in a few words
   * @param changes since the start
   */
  public record Standing<T>(T tier, long sinceMonoMs, String why, long changes) {}

  /**
   * The radio.
   *
   * @param on whether the badge uses it now
   * @param why it is off, or that it is on
   * @param guarded the battery was too low at the start; off until it is charged or fed
   * @param nextContactMonoMs when it is used again; {@link Long#MAX_VALUE} when nobody can tell
   */
  public record Radio(boolean on, String why, boolean guarded, long nextContactMonoMs) {}
}
