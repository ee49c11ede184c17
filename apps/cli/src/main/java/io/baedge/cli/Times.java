package io.baedge.cli;

import io.baedge.kit.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Spans and moments of time as people write them. */
final class Times {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** Larger numbers of milliseconds are moments, smaller ones are spans. */
  private static final long FIRST_MOMENT_MS = 1_000_000_000_000L;

  private Times() {}

  /** Such as 60s, 5m or 1h. */
  static Duration duration(String option, String text) throws WrongUsage {
    return Durations.parse(text)
        .map(Duration::ofMillis)
        .orElseThrow(
            () ->
                new WrongUsage(
                    option
                        + " is '"
                        + text
                        + "'; give a number with ms, s, m, h or d, such as 60s"));
  }

  /** Milliseconds for people: a moment in the zone of this machine, or a span in seconds. */
  static String shown(long ms) {
    if (ms == 0) {
      return "-";
    }
    return ms >= FIRST_MOMENT_MS
        ? MOMENT.format(Instant.ofEpochMilli(ms).atZone(ZoneId.systemDefault()))
        : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }
}
