package io.baedge.badge.value;

/** Ages for people, in steps that grow, so that a screen that shows one spares its panel. */
final class Age {
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final long EACH_MINUTE_BELOW_MS = 20 * MINUTE_MS;
  private static final long HOURS_BELOW_MS = 2 * DAY_MS;

  private Age() {}

  /** For example {@code 12 min}, {@code 3 h} or {@code 2 d}. */
  static String text(long ageMs) {
    long shownMs = ageMs - ageMs % stepMs(ageMs);
    if (shownMs < HOUR_MS) {
      return shownMs / MINUTE_MS + " min";
    }
    return shownMs < HOURS_BELOW_MS ? shownMs / HOUR_MS + " h" : shownMs / DAY_MS + " d";
  }

  /** How long until the text is another one. */
  static long nextInMs(long ageMs) {
    return stepMs(ageMs) - ageMs % stepMs(ageMs);
  }

  private static long stepMs(long ageMs) {
    if (ageMs < EACH_MINUTE_BELOW_MS) {
      return MINUTE_MS;
    }
    if (ageMs < HOUR_MS) {
      return 5 * MINUTE_MS;
    }
    return ageMs < HOURS_BELOW_MS ? HOUR_MS : DAY_MS;
  }
}
