package io.baedge.mqtt.client;

/// Why a connection ended: the kind decides what to do next, the MQTT reason code says more where
/// one was sent (0 otherwise), the text is for people.
public record CloseReason(Kind kind, int reasonCode, String text) {

  /// Who or what ended it.
  public enum Kind {
    /// The owner called `disconnect`.
    BY_OWNER,
    /// The server sent DISCONNECT.
    BY_SERVER,
    /// The socket failed, was refused or was closed by the other side.
    NETWORK,
    /// No CONNACK or no PINGRESP in time.
    TIMEOUT,
    /// One side broke the protocol.
    PROTOCOL,
    /// The listener threw an exception, or the loop was closed.
    LOCAL
  }
}
