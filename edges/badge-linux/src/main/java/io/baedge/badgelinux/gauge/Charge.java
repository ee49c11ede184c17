package io.baedge.badgelinux.gauge;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.Arrays;

/**
 * From readings to the charge that is told (methods.md 4.1). A load pulls the voltage down: it is
 * reckoned back to the load for which the curve holds, by a resistance that load steps teach. While
 * a cell is charged its voltage says too much: the charge from before stays, for a while, and then
 * nobody can tell.
 */
final class Charge {
  static final int FIRST_MILLIOHM = 150;
  static final long FROZEN_MS = 30 * 60_000L;

  private static final int LEAST_MILLIOHM = 50;
  private static final int MOST_MILLIOHM = 500;
  private static final int STEP_MA = 100;
  private static final long STEP_WITHIN_MS = 15_000;
  private static final int STEPS = 9;

  private final int[] milliohms = new int[STEPS];
  private int steps;
  private GaugeReading before = GaugeReading.NOTHING;
  private long beforeMonoMs;
  private int drained = Reading.UNKNOWN;
  private long drainedMonoMs;

  /** What is told of a reading. */
  Reading.Power of(GaugeReading now, ChargeCurve curve, long monoMs) {
    learn(now, monoMs);
    int percent = now.percent();
    if (percent == Reading.UNKNOWN && now.millivolts() != Reading.UNKNOWN) {
      percent = byVoltage(now, curve, monoMs);
    }
    return new Reading.Power(percent, now.millivolts(), now.source());
  }

  private int byVoltage(GaugeReading now, ChargeCurve curve, long monoMs) {
    if (now.source() == PowerSource.EXTERNAL) {
      return monoMs - drainedMonoMs < FROZEN_MS ? drained : Reading.UNKNOWN;
    }
    int millivolts = now.millivolts();
    if (now.milliamps() != Reading.UNKNOWN) {
      millivolts += (now.milliamps() - curve.loadMa()) * milliohm() / 1_000;
    }
    drained = curve.percent(millivolts);
    drainedMonoMs = monoMs;
    return drained;
  }

  private void learn(GaugeReading now, long monoMs) {
    boolean step =
        both(now.milliamps(), before.milliamps())
            && both(now.millivolts(), before.millivolts())
            && now.source() == before.source()
            && now.source() != PowerSource.EXTERNAL
            && monoMs - beforeMonoMs <= STEP_WITHIN_MS
            && Math.abs(now.milliamps() - before.milliamps()) >= STEP_MA;
    if (step) {
      int ohm =
          1_000 * (before.millivolts() - now.millivolts()) / (now.milliamps() - before.milliamps());
      if (ohm >= LEAST_MILLIOHM && ohm <= MOST_MILLIOHM) {
        milliohms[steps++ % STEPS] = ohm;
      }
    }
    before = now;
    beforeMonoMs = monoMs;
  }

  private static boolean both(int one, int other) {
    return one != Reading.UNKNOWN && other != Reading.UNKNOWN;
  }

  /** The median of the last steps; of few steps none is believed. */
  int milliohm() {
    int held = Math.min(steps, STEPS);
    if (held < 3) {
      return FIRST_MILLIOHM;
    }
    int[] sorted = Arrays.copyOf(milliohms, held);
    Arrays.sort(sorted);
    return sorted[held / 2];
  }
}
