package io.baedge.model.desired;

import java.util.Locale;

/** What the device is to the hub. */
public enum Ownership {
  /** Nobody owns the device: it shows its claim code. */
  UNCLAIMED,
  /** The device speaks for a badge. */
  OWNED,
  /** The badge moved to another device: this one says so and hands in its past. */
  REPLACED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
