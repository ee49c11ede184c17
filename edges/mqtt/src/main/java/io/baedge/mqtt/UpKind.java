package io.baedge.mqtt;

import java.util.Optional;

/// What a device says to the hub; the last level of its topic.
public enum UpKind {
  STATUS("status"),
  TELEMETRY("telemetry"),
  REPORTED("reported"),
  LOG("log");

  private final String level;

  UpKind(String level) {
    this.level = level;
  }

  /// The word in the topic.
  public String level() {
    return level;
  }

  static Optional<UpKind> parse(String level) {
    for (UpKind kind : values()) {
      if (kind.level.equals(level)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
