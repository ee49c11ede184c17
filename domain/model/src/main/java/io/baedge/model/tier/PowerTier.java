package io.baedge.model.tier;

import java.util.Locale;
import java.util.Optional;

/** How much energy a badge may spend, the most first. */
public enum PowerTier {
  /** Enough, or fed from outside. */
  FULL,
  /** Less often, but everything. */
  SAVER,
  /** The name, urgent words and a few contacts. */
  ESSENTIAL,
  /** The last picture is on the glass; what is left goes into telling so. */
  LAST_GASP,
  /** Powered down, with an alarm that wakes the board. */
  NAP,
  /** Nobody can tell what the battery holds: like full, but it never naps. */
  UNKNOWN;

  /** The word on the wire and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The tier of a word; empty for one that nobody knows. */
  public static Optional<PowerTier> of(String word) {
    for (PowerTier tier : values()) {
      if (tier.word().equals(word)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }

  /** Whether less may be spent than in the other; unknown counts as full. */
  public boolean below(PowerTier other) {
    return depth() > other.depth();
  }

  private int depth() {
    return this == UNKNOWN ? FULL.ordinal() : ordinal();
  }
}
