package io.baedge.model.message;

import java.util.Locale;

/** Who decided what is on the glass, highest first. */
public enum Decider {
  LAST_GASP,
  ANNOUNCEMENT,
  IDENTIFY,
  LOCAL,
  PUSH,
  PLAYLIST,
  DEFAULT;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
