package io.baedge.badgelinux.gauge;

import io.baedge.model.telemetry.Reading;

/**
 * From the voltage of a cell to its charge, linear between points.
 *
 * @param points millivolts and tenths of a percent, the fullest first
 * @param loadMa the current at which the curve holds: that of the board it was made on
 */
record ChargeCurve(int[][] points, int loadMa) {
  /** PiSugar 2: {@code ip5209.rs} of PiSugar's power manager; 0.11 A is its idle Pi Zero. */
  static final ChargeCurve PISUGAR_2 =
      new ChargeCurve(
          new int[][] {
            {4160, 1000}, {4050, 950}, {4000, 800}, {3920, 650}, {3860, 400},
            {3790, 255}, {3660, 100}, {3520, 65}, {3490, 32}, {3100, 0}
          },
          110);

  /** PiSugar 2 Pro and 3: {@code ip5312.rs}, which 3 uses too; 0.25 A is its idle Pi 3 or 4. */
  static final ChargeCurve PISUGAR_3 =
      new ChargeCurve(
          new int[][] {
            {4160, 1000},
            {4100, 1000},
            {4050, 950},
            {3900, 880},
            {3800, 770},
            {3700, 650},
            {3620, 550},
            {3580, 490},
            {3490, 256},
            {3320, 45},
            {3100, 0}
          },
          250);

  /**
   * Any lithium polymer cell at rest, where the maker tells only a straight line: that line calls a
   * cell half full that is nearly empty.
   */
  static final ChargeCurve ANY_CELL =
      new ChargeCurve(
          new int[][] {
            {4200, 1000}, {4110, 900}, {4020, 800}, {3950, 700}, {3870, 600}, {3840, 500},
            {3800, 400}, {3770, 300}, {3730, 200}, {3690, 100}, {3610, 50}, {3270, 0}
          },
          0);

  /** Percent, 0 to 100. */
  int percent(int millivolts) {
    if (millivolts == Reading.UNKNOWN) {
      return Reading.UNKNOWN;
    }
    if (millivolts >= points[0][0]) {
      return rounded(points[0][1]);
    }
    for (int i = 1; i < points.length; i++) {
      int[] low = points[i];
      if (millivolts >= low[0]) {
        int[] high = points[i - 1];
        int tenths =
            low[1] + (high[1] - low[1]) * (millivolts - low[0]) / Math.max(1, high[0] - low[0]);
        return rounded(tenths);
      }
    }
    return 0;
  }

  private static int rounded(int tenths) {
    return (tenths + 5) / 10;
  }
}
