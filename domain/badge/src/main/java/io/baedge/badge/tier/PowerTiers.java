package io.baedge.badge.tier;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;

/**
 * From readings of battery and supply to the power tier: limits with hysteresis on a smoothed
 * level, and a dwell time. Power from outside counts at once, and so does a battery that runs out.
 */
final class PowerTiers {
  private static final int UNKNOWN_READINGS = 3;
  private static final PowerTier[] DOWNWARDS = {
    PowerTier.FULL, PowerTier.SAVER, PowerTier.ESSENTIAL, PowerTier.LAST_GASP, PowerTier.NAP
  };

  private final TierTable table;
  private final Gauge gauge = new Gauge();
  private boolean naps;
  private boolean decidedBefore;
  private boolean fed;
  private int unknownReadings;
  private PowerTier tier = PowerTier.UNKNOWN;
  private long sinceMonoMs;
  private String why = "the battery was not read yet";
  private long changes;

  PowerTiers(TierTable table, boolean naps) {
    this.table = table;
    this.naps = naps;
  }

  void start(long monoMs) {
    sinceMonoMs = monoMs;
  }

  /** A reading came; returns whether the tier has changed. */
  boolean read(Reading.Power reading, long monoMs) {
    if (reading.source() == PowerSource.EXTERNAL) {
      gauge.forget();
      unknownReadings = 0;
      boolean changed = enter(PowerTier.FULL, "power comes from outside", monoMs);
      fed = true;
      return changed;
    }
    if (reading.batteryPercent() == Reading.UNKNOWN) {
      return unknown(monoMs);
    }
    unknownReadings = 0;
    gauge.add(reading.batteryPercent(), monoMs);
    return level(gauge.percent(monoMs), monoMs);
  }

  /** One failed reading says nothing, and none takes the last picture off the glass. */
  private boolean unknown(long monoMs) {
    unknownReadings++;
    boolean stays =
        decidedBefore
            && (unknownReadings < UNKNOWN_READINGS
                || tier == PowerTier.LAST_GASP
                || tier == PowerTier.NAP
                || monoMs - sinceMonoMs < table.dwellMs());
    if (stays) {
      return false;
    }
    gauge.forget();
    return enter(PowerTier.UNKNOWN, "nobody can tell what the battery holds", monoMs);
  }

  private boolean level(int percent, long monoMs) {
    PowerTier wanted = wanted(percent);
    if (wanted == tier) {
      return false;
    }
    boolean runsOut =
        !fed && wanted.below(tier) && (wanted == PowerTier.LAST_GASP || wanted == PowerTier.NAP);
    boolean now = !decidedBefore || runsOut || monoMs - sinceMonoMs >= table.dwellMs();
    return now && enter(wanted, "the battery holds " + percent + " %", monoMs);
  }

  private PowerTier wanted(int percent) {
    PowerTier from = tier == PowerTier.UNKNOWN ? PowerTier.FULL : tier;
    for (int i = DOWNWARDS.length - 1; i > from.ordinal(); i--) {
      if (possible(DOWNWARDS[i]) && percent <= table.limit(DOWNWARDS[i]).enterPercent()) {
        return DOWNWARDS[i];
      }
    }
    int at = from.ordinal();
    while (at > 0 && percent >= table.limit(DOWNWARDS[at]).leavePercent()) {
      at--;
    }
    return DOWNWARDS[at];
  }

  private boolean possible(PowerTier wanted) {
    return wanted != PowerTier.NAP || naps;
  }

  private boolean enter(PowerTier next, String because, long monoMs) {
    boolean changed = next != tier;
    if (changed && decidedBefore) {
      changes++;
    }
    if (changed || !decidedBefore) {
      tier = next;
      sinceMonoMs = monoMs;
      why = because;
      fed = false;
    }
    decidedBefore = true;
    return changed;
  }

  /** The board cannot be powered down after all; returns whether the tier has changed. */
  boolean cannotNap(String because, long monoMs) {
    naps = false;
    return tier == PowerTier.NAP && enter(PowerTier.LAST_GASP, because, monoMs);
  }

  /** The smoothed level, or unknown. */
  int percent(long monoMs) {
    return gauge.percent(monoMs);
  }

  PowerTier tier() {
    return tier;
  }

  TierView.Standing<PowerTier> view() {
    return new TierView.Standing<>(tier, sinceMonoMs, why, changes);
  }
}
