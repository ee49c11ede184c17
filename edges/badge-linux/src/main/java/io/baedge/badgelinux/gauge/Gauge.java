package io.baedge.badgelinux.gauge;

import java.util.Optional;

/** Something that measures battery and supply. One thread at a time uses it. */
public interface Gauge {
  /** Measures now. After a failure the next call begins anew. */
  GaugeReading read() throws GaugeFailed;

  /** Whether {@link #read} never waits for a bus or a server. */
  boolean atOnce();

  /** From the cell's voltage to its charge, for readings without a percentage. */
  ChargeCurve curve();

  /** The clock that can wake the board; empty when it has none, and where none was found yet. */
  default Optional<WakeClock> clock() {
    return Optional.empty();
  }

  /** What it is, for people. */
  String describe();
}
