package io.baedge.badge.tier;

import io.baedge.model.tier.TierTable;

/**
 * What a badge is told of tiers.
 *
 * @param naps whether the board can be powered down with an alarm that wakes it
 */
public record TierSettings(TierTable table, boolean naps) {
  /** The default table on a board without an alarm. */
  public static final TierSettings DEFAULT = new TierSettings(TierTable.DEFAULT, false);
}
