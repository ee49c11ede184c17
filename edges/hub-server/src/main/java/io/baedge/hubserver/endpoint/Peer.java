package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.wire.ReasonCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;

/// One connected socket: writing to a closed one does nothing, and it knows when it was last heard.
/// Owned by the endpoint's thread.
final class Peer {
  static final int MQTT_5 = 5;

  private final MqttEndpoint endpoint;
  private final long silenceLimitMs;
  private final int maxPacketBytes;
  private long lastHeardMs;
  private boolean open = true;

  Peer(MqttEndpoint endpoint, int keepAliveS, long nowMs) {
    this.endpoint = endpoint;
    this.silenceLimitMs = keepAliveS * 1_500L;
    this.maxPacketBytes = Answers.maximumPacketBytes(endpoint.connectProperties());
    this.lastHeardMs = nowMs;
  }

  MqttEndpoint endpoint() {
    return endpoint;
  }

  String clientId() {
    return endpoint.clientIdentifier();
  }

  boolean speaksMqtt5() {
    return endpoint.protocolVersion() >= MQTT_5;
  }

  boolean isOpen() {
    return open;
  }

  /// The other side is gone.
  void lost() {
    open = false;
  }

  void heard(long nowMs) {
    lastHeardMs = nowMs;
  }

  /// Nothing was heard for one and a half keep-alives.
  boolean isSilent(long nowMs) {
    return nowMs - lastHeardMs > silenceLimitMs;
  }

  /// Ends the connection; MQTT 5 clients learn why.
  void disconnect(int reasonCode, String text) {
    if (open) {
      open = false;
      if (!endpoint.isConnected()) {
        return;
      }
      endpoint.disconnect(disconnectCode(reasonCode), Answers.reason(text));
    }
  }

  /// Sends PUBACK. MQTT 3.1.1 has no word for a refusal, so such a client is sent away instead.
  void acknowledge(int packetId, int reasonCode) {
    if (!takesPackets()) {
      return;
    }
    if (!ReasonCode.isFailure(reasonCode)) {
      endpoint.publishAcknowledge(packetId);
    } else if (speaksMqtt5()) {
      endpoint.publishAcknowledge(packetId, ackCode(reasonCode), MqttProperties.NO_PROPERTIES);
    } else {
      disconnect(reasonCode, ReasonCode.describe(reasonCode));
    }
  }

  /// Whether the client announced that it takes a message of this size.
  boolean takes(String topic, byte[] payload) {
    return 12L + 3L * topic.length() + payload.length <= maxPacketBytes;
  }

  /// Completes when the bytes are in the socket; fails when they are not.
  Future<Integer> publish(String topic, byte[] payload, MqttQoS qos, boolean retain, int packetId) {
    if (!takesPackets()) {
      return Future.failedFuture("the connection is closed");
    }
    return endpoint.publish(topic, Buffer.buffer(payload), qos, false, retain, packetId);
  }

  /// A socket that closed refuses packets with an exception before its end is told here.
  private boolean takesPackets() {
    return open && endpoint.isConnected();
  }

  private static MqttDisconnectReasonCode disconnectCode(int reasonCode) {
    for (MqttDisconnectReasonCode code : MqttDisconnectReasonCode.values()) {
      if ((code.value() & 0xFF) == reasonCode) {
        return code;
      }
    }
    return MqttDisconnectReasonCode.UNSPECIFIED_ERROR;
  }

  private static MqttPubAckReasonCode ackCode(int reasonCode) {
    for (MqttPubAckReasonCode code : MqttPubAckReasonCode.values()) {
      if ((code.value() & 0xFF) == reasonCode) {
        return code;
      }
    }
    return MqttPubAckReasonCode.UNSPECIFIED_ERROR;
  }
}
