package io.baedge.model.telemetry;

/** Where a badge's power comes from. */
public enum PowerSource {
  /** Nobody can tell. */
  UNKNOWN,
  /** The battery drains. */
  BATTERY,
  /** A cable or dock feeds it. */
  EXTERNAL
}
