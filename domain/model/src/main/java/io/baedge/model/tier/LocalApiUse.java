package io.baedge.model.tier;

import java.util.Locale;

/** What the local page and API do, the most first. */
public enum LocalApiUse {
  /** Answer and take orders. */
  ON,
  /** Answer only. */
  READ_ONLY,
  /** Answer only that they are off. */
  OFF;

  /** The word in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
