package io.baedge.badge.power;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the last power reading. What nobody knows stays unknown. */
public final class Power {
  private final int guardPercent;
  private Reading.@Nullable Power last;
  private long readAtMonoMs;

  /** The battery counts as low at or below the guard level. */
  public Power(int guardPercent) {
    this.guardPercent = guardPercent;
  }

  /** A new reading. */
  public void read(Reading.Power reading, long monoMs) {
    last = reading;
    readAtMonoMs = monoMs;
  }

  /** Whether the battery drains and is at or below its guard level. */
  public boolean low() {
    Reading.Power known = last;
    return known != null
        && known.source() != PowerSource.EXTERNAL
        && known.batteryPercent() != Reading.UNKNOWN
        && known.batteryPercent() <= guardPercent;
  }

  /** What is known. */
  public PowerView view(long monoMs) {
    Reading.Power known = last;
    return known == null
        ? new PowerView(Optional.empty(), -1, false)
        : new PowerView(Optional.of(known), monoMs - readAtMonoMs, low());
  }
}
