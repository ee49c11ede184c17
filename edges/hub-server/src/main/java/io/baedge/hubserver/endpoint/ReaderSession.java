package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.TopicFilter;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.wire.ReasonCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An integrator who only listens: any filter, QoS 0, copies dropped when the socket is too slow.
final class ReaderSession implements Session {
  private static final int MAX_WAITING_BYTES = 1 << 20;
  private static final int MAX_FILTERS = 64;

  private final Shared shared;
  private final Readers readers;
  private final Peer peer;
  private final List<TopicFilter> filters = new ArrayList<>();
  private long waitingBytes;

  ReaderSession(Shared shared, Readers readers, Peer peer) {
    this.shared = shared;
    this.readers = readers;
    this.peer = peer;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  /// Sends a copy when a filter matches and the socket keeps up.
  void copy(String topic, byte[] payload) {
    if (!peer.isOpen() || filters.stream().noneMatch(filter -> filter.matches(topic))) {
      return;
    }
    int bytes = topic.length() + payload.length;
    if (waitingBytes + bytes > MAX_WAITING_BYTES || !peer.takes(topic, payload)) {
      shared.metrics().count(TransportCounter.READER_DROPPED);
      return;
    }
    waitingBytes += bytes;
    shared.metrics().count(TransportCounter.READER_COPIES);
    peer.publish(topic, payload, MqttQoS.AT_MOST_ONCE, false, 0)
        .onComplete(_ -> waitingBytes -= bytes);
  }

  @Override
  public void published(MqttPublishMessage message) {
    shared.metrics().count(TransportCounter.FOREIGN_TOPIC);
    shared.complaints().about(peer.clientId(), "publish", "published, but readers may only read");
    if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      peer.acknowledge(message.messageId(), ReasonCode.NOT_AUTHORIZED);
    }
  }

  @Override
  public MqttSubAckReasonCode subscribe(MqttTopicSubscription asked) {
    if (filters.size() >= MAX_FILTERS) {
      return MqttSubAckReasonCode.QUOTA_EXCEEDED;
    }
    Optional<TopicFilter> filter = TopicFilter.parse(asked.topicName());
    filter.ifPresent(filters::add);
    return filter.isPresent()
        ? MqttSubAckReasonCode.GRANTED_QOS0
        : MqttSubAckReasonCode.TOPIC_FILTER_INVALID;
  }

  @Override
  public void unsubscribe(String pattern) {
    filters.removeIf(filter -> filter.pattern().equals(pattern));
  }

  @Override
  public void acknowledged(int packetId, int reasonCode) {
    // Copies are QoS 0: nothing to acknowledge.
  }

  @Override
  public void closed(boolean goodBye) {
    readers.left(this);
  }
}
