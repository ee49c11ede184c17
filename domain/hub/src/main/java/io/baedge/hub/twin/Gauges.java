package io.baedge.hub.twin;

import io.baedge.model.id.DeviceId;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest readings of each device. A late batch of old samples does not bring back old ones. */
public final class Gauges {
  private static final int NOTABLE_DB = 3;

  private final Map<DeviceId, Newest> newest = new LinkedHashMap<>();

  /**
   * What a device measured last; a number may be {@link Reading#UNKNOWN}.
   *
   * @param takenWallMs when the hub received it; 0 = never
   */
  public record Values(Reading.Power power, Reading.Radio radio, long takenWallMs) {
    /** Nothing measured. */
    public static final Values UNKNOWN =
        new Values(
            new Reading.Power(Reading.UNKNOWN, Reading.UNKNOWN, PowerSource.UNKNOWN),
            new Reading.Radio(Reading.UNKNOWN, Reading.UNKNOWN, ""),
            0);

    /** Whether a person would see a difference. */
    boolean notablyOtherThan(Values other) {
      int rssi = radio.rssiDbm();
      int otherRssi = other.radio.rssiDbm();
      boolean rssiKnown = rssi != Reading.UNKNOWN;
      boolean signal =
          rssiKnown != (otherRssi != Reading.UNKNOWN)
              || (rssiKnown && Math.abs(rssi - otherRssi) >= NOTABLE_DB);
      return signal
          || power.batteryPercent() != other.power.batteryPercent()
          || power.source() != other.power.source()
          || !radio.accessPoint().equals(other.radio.accessPoint());
    }
  }

  private static final class Newest {
    long epoch = -1;
    long sequence;
    Values values = Values.UNKNOWN;
    Values shown = Values.UNKNOWN;
  }

  /** The newest readings. */
  public Values of(DeviceId device) {
    Newest known = newest.get(device);
    return known == null ? Values.UNKNOWN : known.values;
  }

  /**
   * Takes in samples that were not there before, sorted by sequence.
   *
   * @return whether a person would see a difference from what was shown last
   */
  public boolean take(DeviceId device, long epoch, List<Sample> fresh, long wallMs) {
    if (fresh.isEmpty()) {
      return false;
    }
    Newest known = newest.computeIfAbsent(device, _ -> new Newest());
    long last = fresh.getLast().sequence();
    if (epoch < known.epoch || (epoch == known.epoch && last <= known.sequence)) {
      return false;
    }
    Reading.Power power = null;
    Reading.Radio radio = null;
    for (int i = fresh.size() - 1; i >= 0 && (power == null || radio == null); i--) {
      switch (fresh.get(i).reading()) {
        case Reading.Power p -> power = power == null ? p : power;
        case Reading.Radio r -> radio = radio == null ? r : radio;
        case Reading.Board _, Reading.Event _ -> {}
      }
    }
    known.epoch = epoch;
    known.sequence = last;
    if (power == null && radio == null) {
      return false;
    }
    known.values =
        new Values(
            power == null ? known.values.power() : power,
            radio == null ? known.values.radio() : radio,
            wallMs);
    if (!known.values.notablyOtherThan(known.shown)) {
      return false;
    }
    known.shown = known.values;
    return true;
  }
}
