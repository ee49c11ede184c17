package io.baedge.kit.journal;

import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of older records stand for the rest (methods.md 3.2): of gauges each 5th when older than an
 * hour and each 30th when older than 12, of each kind apart; of the radio one in 5 minutes for each
 * access point.
 */
final class Thinning {
  private static final long HOUR_MS = 3_600_000;
  private static final long OLD_MS = 12 * HOUR_MS;
  private static final long RADIO_MS = 5 * 60_000;
  private static final int EACH_FIFTH = 5;
  private static final int EACH_THIRTIETH = 30;

  private final int step;
  private final int[] seen = new int[2];
  private final Map<String, Long> points = new TreeMap<>();
  private long epoch = -1;

  private Thinning(int step) {
    this.step = step;
  }

  /** The level that records of this age deserve; 0 = as they are. */
  static int level(RecordClass of, long ageMs) {
    return switch (of) {
      case GAUGES -> ageMs >= OLD_MS ? 2 : ageMs >= HOUR_MS ? 1 : 0;
      case RADIO -> ageMs >= HOUR_MS ? 1 : 0;
      case EVENTS, DEBUG -> 0;
    };
  }

  /** How many segments are thinned into one: few enough that the rest surely fits. */
  static int together(RecordClass of, int from, int to) {
    return of == RecordClass.RADIO ? 4 : from == 0 && to == 2 ? 8 : 3;
  }

  static Thinning of(RecordClass of, int from, int to) {
    int step =
        of == RecordClass.RADIO
            ? 0
            : (to == 2 ? EACH_THIRTIETH : EACH_FIFTH) / (from == 1 ? EACH_FIFTH : 1);
    return new Thinning(step);
  }

  /** Whether the record stays. */
  boolean keeps(long ofEpoch, Sample sample) {
    if (ofEpoch != epoch) {
      epoch = ofEpoch;
      points.clear();
    }
    return switch (sample.reading()) {
      case Reading.Power _ -> seen[0]++ % step == 0;
      case Reading.Board _ -> seen[1]++ % step == 0;
      case Reading.Radio(int _, int _, String point) -> keepsRadio(point, sample.monoMs());
      case Reading.Event _ -> true;
    };
  }

  private boolean keepsRadio(String point, long monoMs) {
    long part = monoMs / RADIO_MS;
    Long before = points.put(point, part);
    return before == null || before != part;
  }
}
