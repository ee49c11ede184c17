package io.baedge.model.link;

import java.util.Locale;

/** How good a badge's way to the hub is. */
public enum LinkState {
  /** Steady and strong. */
  GOOD,
  /** Usable. */
  OKAY,
  /** Comes and goes. */
  FLAPPING,
  /** Nothing gets through. */
  DARK;

  /** The word of the glossary. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
