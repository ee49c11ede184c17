package io.baedge.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them. */
final class Times {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private Times() {}

  /** Such as 60s, 5m or 1h. */
  static Duration duration(String option, String text) throws CommandFailure {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new CommandFailure(
          option + " is '" + text + "'; give a number with ms, s, m, h or d, such as 60s");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
