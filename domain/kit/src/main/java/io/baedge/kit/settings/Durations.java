package io.baedge.kit.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them, in files and on the command line: {@code 500ms}, {@code 30s},
 * {@code 10m}, {@code 2h}, {@code 1d}.
 */
public final class Durations {
  /** What to tell a person who wrote something else. */
  public static final String FORM = "a duration such as 500ms, 30s, 10m, 2h or 1d";

  private static final Pattern PATTERN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private Durations() {}

  /** Milliseconds, if the text is a duration. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = PATTERN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unitMs =
        switch (matcher.group(2)) {
          case "ms" -> 1L;
          case "s" -> 1_000L;
          case "m" -> 60_000L;
          case "h" -> 3_600_000L;
          default -> 86_400_000L;
        };
    return Optional.of(Long.parseLong(matcher.group(1)) * unitMs);
  }
}
