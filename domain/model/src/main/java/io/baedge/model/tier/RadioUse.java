package io.baedge.model.tier;

import java.util.Locale;

/** How a badge uses its radio, the most first. */
public enum RadioUse {
  /** In session all the time. */
  ON,
  /** On for each contact, then off until the next one. */
  DUTY,
  /** After one last contact not at all. */
  OFF;

  /** The word in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
