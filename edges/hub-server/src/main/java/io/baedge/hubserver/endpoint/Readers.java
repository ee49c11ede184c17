package io.baedge.hubserver.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All connected readers. Owned by the endpoint's thread.
final class Readers {
  /// How the client id of a reader begins.
  static final String PREFIX = "reader-";

  private final Map<String, ReaderSession> byClientId = new LinkedHashMap<>();

  int count() {
    return byClientId.size();
  }

  /// Adds a reader and returns the one with the same client id that it replaces.
  @Nullable ReaderSession entered(ReaderSession reader) {
    return byClientId.put(reader.peer().clientId(), reader);
  }

  void left(ReaderSession reader) {
    byClientId.remove(reader.peer().clientId(), reader);
  }

  Iterable<ReaderSession> all() {
    return byClientId.values();
  }

  /// Gives every reader its copy.
  void copy(String topic, byte[] payload) {
    if (byClientId.isEmpty()) {
      return;
    }
    for (ReaderSession reader : byClientId.values()) {
      reader.copy(topic, payload);
    }
  }
}
