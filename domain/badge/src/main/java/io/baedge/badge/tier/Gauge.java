package io.baedge.badge.tier;

import io.baedge.model.telemetry.Reading;
import java.util.Arrays;

/**
 * Smooths a noisy gauge: the median of the last five readings (methods.md 4.1), of those that are
 * young enough to say something of now.
 */
final class Gauge {
  private static final int READINGS = 5;
  private static final long YOUNG_MS = 300_000;

  private final int[] percents = new int[READINGS];
  private final long[] readAtMonoMs = new long[READINGS];
  private int count;

  void add(int percent, long monoMs) {
    percents[count % READINGS] = percent;
    readAtMonoMs[count % READINGS] = monoMs;
    count++;
  }

  void forget() {
    count = 0;
  }

  /** The level now; of an even number of readings the lower of the middle ones. */
  int percent(long monoMs) {
    int[] young = new int[READINGS];
    int held = 0;
    for (int i = 0; i < Math.min(count, READINGS); i++) {
      if (monoMs - readAtMonoMs[i] < YOUNG_MS) {
        young[held++] = percents[i];
      }
    }
    if (held == 0) {
      return Reading.UNKNOWN;
    }
    Arrays.sort(young, 0, held);
    return young[(held - 1) / 2];
  }
}
