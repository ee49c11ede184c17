package io.baedge.badgelinux.gauge;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;

/** Says always the same: a board without a battery, or one of which nobody can tell. */
record FixedGauge(String describe, PowerSource source) implements Gauge {
  static final FixedGauge MAINS = new FixedGauge("always fed from outside", PowerSource.EXTERNAL);
  static final FixedGauge NONE = new FixedGauge("no gauge", PowerSource.UNKNOWN);

  @Override
  public GaugeReading read() {
    return new GaugeReading(Reading.UNKNOWN, Reading.UNKNOWN, Reading.UNKNOWN, source);
  }

  @Override
  public boolean atOnce() {
    return true;
  }

  @Override
  public ChargeCurve curve() {
    return ChargeCurve.ANY_CELL;
  }
}
