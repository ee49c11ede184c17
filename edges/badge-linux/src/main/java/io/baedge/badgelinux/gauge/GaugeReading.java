package io.baedge.badgelinux.gauge;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;

/**
 * What a gauge tells. Each number may be {@link Reading#UNKNOWN}.
 *
 * @param percent charge, 0 to 100, where the gauge itself knows it
 * @param millivolts of the cell, as it is under its load
 * @param milliamps out of the cell
 */
public record GaugeReading(int percent, int millivolts, int milliamps, PowerSource source) {
  /** Nobody can tell anything. */
  static final GaugeReading NOTHING =
      new GaugeReading(Reading.UNKNOWN, Reading.UNKNOWN, Reading.UNKNOWN, PowerSource.UNKNOWN);
}
