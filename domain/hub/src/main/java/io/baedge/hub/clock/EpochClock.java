package io.baedge.hub.clock;

/** Tells the wall time of the moments of one epoch. For one thread. */
public sealed interface EpochClock permits AnchoredClock, IntervalClock {
  /** Parts per million by which the clock of a board may run fast or slow. */
  long DRIFT_PPM = 100;

  /** When the device's monotonic clock showed that. */
  CorrectedTime at(long monoMs);

  /** How far the clocks may drift apart within a span, rounded up. */
  static long driftMs(long spanMs) {
    return (Math.abs(spanMs) * DRIFT_PPM + 999_999) / 1_000_000;
  }
}
