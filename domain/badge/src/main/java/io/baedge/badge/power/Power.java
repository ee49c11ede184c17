package io.baedge.badge.power;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the last power reading. What nobody knows stays unknown. */
public final class Power {
  private static final int SHOWN_STEP_PERCENT = 5;

  private final int guardPercent;
  private Reading.@Nullable Power last;
  private long readAtMonoMs;
  private int shownPercent = Reading.UNKNOWN;

  /** The battery counts as low at or below the guard level. */
  public Power(int guardPercent) {
    this.guardPercent = guardPercent;
  }

  /** A new reading; returns whether the level for people has changed. */
  public boolean read(Reading.Power reading, long monoMs) {
    last = reading;
    readAtMonoMs = monoMs;
    int percent = reading.batteryPercent();
    boolean same =
        percent == shownPercent
            || (percent != Reading.UNKNOWN
                && shownPercent != Reading.UNKNOWN
                && Math.abs(percent - shownPercent) < SHOWN_STEP_PERCENT);
    shownPercent = same ? shownPercent : percent;
    return !same;
  }

  /** The level for people, in steps that do not wear out a panel; empty while unknown. */
  public String level() {
    return shownPercent == Reading.UNKNOWN ? "" : shownPercent + " %";
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
