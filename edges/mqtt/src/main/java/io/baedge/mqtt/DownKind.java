package io.baedge.mqtt;

import java.util.Optional;

/// What the hub says to a device; the last level of its topic.
public enum DownKind {
  DESIRED("desired"),
  COMMAND("command"),
  ACK("ack");

  private final String level;

  DownKind(String level) {
    this.level = level;
  }

  /// The word in the topic.
  public String level() {
    return level;
  }

  static Optional<DownKind> parse(String level) {
    for (DownKind kind : values()) {
      if (kind.level.equals(level)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
