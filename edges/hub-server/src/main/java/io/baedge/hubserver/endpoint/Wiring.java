package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.wire.ReasonCode;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.ArrayList;
import java.util.List;

/// Joins the events of one socket to its session.
final class Wiring {
  private final Shared shared;
  private final Hall hall;
  private final Session session;
  private boolean goodBye;

  Wiring(Shared shared, Hall hall, Session session) {
    this.shared = shared;
    this.hall = hall;
    this.session = session;
  }

  void connect() {
    MqttEndpoint endpoint = session.peer().endpoint();
    endpoint.publishHandler(this::published);
    endpoint.subscribeHandler(this::subscribed);
    endpoint.unsubscribeHandler(this::unsubscribed);
    endpoint.publishAcknowledgeMessageHandler(
        message -> {
          heard();
          session.acknowledged(message.messageId(), message.code().value() & 0xFF);
        });
    endpoint.pingHandler(_ -> heard());
    endpoint.disconnectMessageHandler(
        message -> goodBye = message.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE);
    endpoint.exceptionHandler(this::failed);
    endpoint.closeHandler(_ -> closed());
  }

  private void published(MqttPublishMessage message) {
    heard();
    if (!session.peer().isOpen()) {
      return;
    }
    if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      session.peer().disconnect(ReasonCode.QOS_NOT_SUPPORTED, "QoS 2 is not offered");
      return;
    }
    session.published(message);
  }

  private void subscribed(MqttSubscribeMessage message) {
    heard();
    if (!session.peer().isOpen()) {
      return;
    }
    List<MqttSubAckReasonCode> codes = new ArrayList<>();
    List<String> granted = new ArrayList<>();
    for (MqttTopicSubscription asked : message.topicSubscriptions()) {
      MqttSubAckReasonCode code = session.subscribe(asked);
      codes.add(code.isError() && !session.peer().speaksMqtt5() ? oldFailure() : code);
      if (!code.isError()) {
        granted.add(asked.topicName());
      }
    }
    session
        .peer()
        .endpoint()
        .subscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
    granted.forEach(pattern -> hall.greet(session.peer(), pattern));
  }

  private void unsubscribed(MqttUnsubscribeMessage message) {
    heard();
    if (!session.peer().isOpen()) {
      return;
    }
    List<MqttUnsubAckReasonCode> codes = new ArrayList<>();
    for (String pattern : message.topics()) {
      session.unsubscribe(pattern);
      codes.add(MqttUnsubAckReasonCode.SUCCESS);
    }
    MqttEndpoint endpoint = session.peer().endpoint();
    if (session.peer().speaksMqtt5()) {
      endpoint.unsubscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
    } else {
      endpoint.unsubscribeAcknowledge(message.messageId());
    }
  }

  private void failed(Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      shared.metrics().count(TransportCounter.OVERSIZE);
      end(
          ReasonCode.PACKET_TOO_LARGE,
          "sent a packet of more than " + shared.limits().maxPacketBytes() + " bytes");
    } else if (cause instanceof DecoderException || cause instanceof IllegalArgumentException) {
      shared.metrics().count(TransportCounter.BAD_PACKETS);
      end(ReasonCode.MALFORMED_PACKET, "sent bytes that are no valid MQTT packet");
    }
    // Everything else is a broken socket: its close handler follows.
  }

  private void end(int reasonCode, String sentence) {
    shared.complaints().about(session.peer().clientId(), ReasonCode.describe(reasonCode), sentence);
    session.peer().disconnect(reasonCode, sentence);
  }

  private void closed() {
    session.peer().lost();
    shared.metrics().count(TransportCounter.CLOSES);
    session.closed(goodBye);
  }

  private void heard() {
    session.peer().heard(shared.nowMs());
  }

  private static MqttSubAckReasonCode oldFailure() {
    return MqttSubAckReasonCode.UNSPECIFIED_ERROR;
  }
}
