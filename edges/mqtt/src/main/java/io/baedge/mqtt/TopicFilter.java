package io.baedge.mqtt;

import java.util.Optional;

/// A topic filter with the wildcards `+` (one level) and `#` (the rest), MQTT 5 section 4.7.
public final class TopicFilter {
  private static final int MAX_LENGTH = 256;

  private final String pattern;
  private final String[] levels;

  private TopicFilter(String pattern, String[] levels) {
    this.pattern = pattern;
    this.levels = levels;
  }

  /// The filter, or empty when the pattern is none (or is a shared subscription).
  public static Optional<TopicFilter> parse(String pattern) {
    if (pattern.isEmpty() || pattern.length() > MAX_LENGTH || pattern.startsWith("$share/")) {
      return Optional.empty();
    }
    String[] levels = pattern.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      String level = levels[i];
      boolean wildcard = level.indexOf('+') >= 0 || level.indexOf('#') >= 0;
      if ((wildcard && level.length() > 1) || (level.equals("#") && i < levels.length - 1)) {
        return Optional.empty();
      }
    }
    return Optional.of(new TopicFilter(pattern, levels));
  }

  public String pattern() {
    return pattern;
  }

  /// Whether a message on this topic belongs to the filter.
  public boolean matches(String topic) {
    int at = 0;
    for (String level : levels) {
      if (level.equals("#")) {
        return true;
      }
      if (at > topic.length()) {
        return false;
      }
      int end = topic.indexOf('/', at);
      end = end < 0 ? topic.length() : end;
      boolean same =
          level.equals("+") || (level.length() == end - at && topic.startsWith(level, at));
      if (!same) {
        return false;
      }
      at = end + 1;
    }
    return at > topic.length();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
