package io.baedge.sim.scenario;

import io.baedge.sim.chance.Spread;
import java.util.Optional;

/** Durations as people write them: {@code 150ms}, {@code 20s}, {@code 3m}, {@code 8h}. */
public final class Durations {
  /** What to tell a person who wrote something else. */
  public static final String FORM = "a duration such as 150ms, 20s, 3m or 8h";

  /** The same for a range. */
  public static final String SPREAD_FORM = "a duration such as 20s, or two as in 5s..20s";

  private Durations() {}

  /** Milliseconds, if the text is a duration. */
  public static Optional<Long> parse(String text) {
    return io.baedge.kit.settings.Durations.parse(text);
  }

  /** A range, if the text is one duration or two in order. */
  public static Optional<Spread> parseSpread(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return parse(text).map(Spread::of);
    }
    Optional<Long> min = parse(text.substring(0, dots));
    Optional<Long> max = parse(text.substring(dots + 2));
    return min.isPresent() && max.isPresent() && min.get() <= max.get()
        ? Optional.of(new Spread(min.get(), max.get()))
        : Optional.empty();
  }

  /** The shortest way to write it that loses nothing. */
  public static String text(long ms) {
    if (ms % 3_600_000 == 0 && ms != 0) {
      return ms / 3_600_000 + "h";
    }
    if (ms % 60_000 == 0 && ms != 0) {
      return ms / 60_000 + "m";
    }
    return ms % 1_000 == 0 ? ms / 1_000 + "s" : ms + "ms";
  }

  /** A moment of a run as hours, minutes, seconds and milliseconds. */
  public static String clock(long ms) {
    return String.format(
        java.util.Locale.ROOT,
        "%d:%02d:%02d.%03d",
        ms / 3_600_000,
        ms / 60_000 % 60,
        ms / 1_000 % 60,
        ms % 1_000);
  }
}
