package io.baedge.mqtt.badge;

import io.baedge.model.message.DownMessage;

/// Hears what becomes of a session, always on the loop's thread. After `refused`, `failed` or
/// `closed` nothing more comes.
public interface DeviceListener {
  /// Let in and subscribed.
  void connected(long keepAliveMs, int receiveMaximum);

  /// Sent away; a negative `retryAfterMs` = the hub did not say for how long.
  void refused(String reason, long retryAfterMs);

  /// Nobody let the device in.
  void failed(String reason);

  /// The session ended.
  void closed(String reason);

  /// The hub said something.
  void heard(DownMessage message);

  /// The receipt for a message came.
  void published(long ticket);

  /// A message was not taken; what becomes of it is the owner's decision.
  void publishFailed(long ticket, String reason);
}
