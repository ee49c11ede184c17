package io.baedge.mqtt.client;

/// Releases the acknowledgement of one received message; works from any thread, counts once, and
/// does nothing when the connection is over.
public interface Ack {
  /// Does nothing: for messages that need no acknowledgement.
  Ack NONE = _ -> {};

  /// Sends PUBACK with this reason code.
  void send(int reasonCode);

  /// Sends PUBACK for success.
  default void accept() {
    send(0);
  }
}
