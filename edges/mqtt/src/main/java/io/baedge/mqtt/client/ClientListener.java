package io.baedge.mqtt.client;

import java.util.List;

/// What a client tells its owner, always on the loop's thread, so never block in it. A connection
/// attempt ends with exactly one `refused` or `closed`; messages of QoS 1 that `published` has not
/// named until then have an unknown fate and must be sent again.
public interface ClientListener {
  /// The server accepted.
  void connected(ConnectedInfo info);

  /// The server answered CONNECT with a refusal.
  void refused(Refusal refusal);

  /// The connection is over, or never came about.
  void closed(CloseReason reason);

  /// A message. Of QoS 1 it stays unacknowledged until `ack` is used; of QoS 0 `ack` does nothing.
  void message(String topic, byte[] payload, Ack ack);

  /// The server's answer to the message with this token (or a refusal by this side, such as 0x95
  /// for a message the server would not take). Codes from 0x80 on are failures.
  void published(long token, int reasonCode);

  /// The server's answer to a subscription, one code for each filter.
  default void subscribed(long token, List<Integer> reasonCodes) {}
}
