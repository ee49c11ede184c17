package io.baedge.model.tier;

import java.util.Locale;
import java.util.Optional;

/** How far a badge can count on its hub, the most first. */
public enum UplinkTier {
  /** In session, and what it takes goes out. */
  ONLINE,
  /** Sessions break often, or records gather faster than they leave. */
  DEGRADED,
  /** No session for a while. */
  OFFLINE;

  /** The word on the wire and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tier of a word; empty for one that nobody knows. */
  public static Optional<UplinkTier> of(String word) {
    for (UplinkTier tier : values()) {
      if (tier.word().equals(word)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }
}
