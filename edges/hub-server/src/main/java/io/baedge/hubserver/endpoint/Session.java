package io.baedge.hubserver.endpoint;

import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;

/// What a connected client may do; one implementation for badges, one for readers.
interface Session {
  Peer peer();

  /// A message of QoS 0 or 1 came.
  void published(MqttPublishMessage message);

  /// Decides about one topic filter.
  MqttSubAckReasonCode subscribe(MqttTopicSubscription asked);

  void unsubscribe(String pattern);

  /// The client acknowledged a message.
  void acknowledged(int packetId, int reasonCode);

  /// The connection is over; `goodBye` when the client said so itself.
  void closed(boolean goodBye);
}
