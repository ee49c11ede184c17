package io.baedge.hubserver.endpoint;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.TopicFilter;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.HubTransport.Sent;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.wire.ReasonCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connected device: speaks on its own topics only, never has more unacknowledged than the
/// announced receive maximum, and gets what it has subscribed to. Owned by the endpoint's thread
/// except for `offer`.
final class BadgeSession implements Session {
  /// MQTT 3.1.1 knows no receive maximum; this only stops a client that never waits.
  private static final int OLD_CLIENT_IN_FLIGHT = 1_024;

  private final Shared shared;
  private final Hall hall;
  private final DeviceId device;
  private final Peer peer;
  private final String prefix;
  private final @Nullable Will will;
  private final DownWindow down;
  private final int maxUnaccepted;
  private int unaccepted;
  private volatile int subscribed;
  private int withoutAcknowledgement;

  /// What the hub is told when the connection is lost.
  @SuppressWarnings("ArrayRecordComponent")
  record Will(UpKind kind, byte[] payload, int delayS) {}

  BadgeSession(Shared shared, Hall hall, DeviceId device, Peer peer, @Nullable Will will) {
    this.shared = shared;
    this.hall = hall;
    this.device = device;
    this.peer = peer;
    this.will = will;
    this.prefix = Topics.prefix(shared.settings().identity().site(), device);
    EndpointLimits limits = shared.limits();
    int announced = Answers.receiveMaximum(peer.endpoint().connectProperties());
    this.down = new DownWindow(announced, limits.maxDownQueue());
    this.maxUnaccepted = peer.speaksMqtt5() ? limits.receiveMaximum() : OLD_CLIENT_IN_FLIGHT;
  }

  DeviceId device() {
    return device;
  }

  @Nullable Will will() {
    return will;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public void published(MqttPublishMessage message) {
    String topic = message.topicName();
    int packetId = message.qosLevel() == MqttQoS.AT_LEAST_ONCE ? message.messageId() : 0;
    Optional<UpKind> kind = ownKind(topic);
    if (kind.isEmpty()) {
      foreign("published on " + Complaints.printable(topic) + ", which is not its own topic");
      if (packetId != 0) {
        peer.acknowledge(packetId, ReasonCode.NOT_AUTHORIZED);
      }
      return;
    }
    if (packetId != 0 && ++unaccepted > maxUnaccepted) {
      shared.metrics().count(TransportCounter.RECEIVE_MAXIMUM_EXCEEDED);
      fail(
          ReasonCode.RECEIVE_MAXIMUM_EXCEEDED,
          "sent more than " + maxUnaccepted + " messages without waiting for acknowledgements");
      return;
    }
    byte[] payload = message.payload().getBytes();
    boolean room = hall.gate().offer(device, kind.get(), payload, code -> answered(packetId, code));
    if (!room) {
      fail(ReasonCode.QUOTA_EXCEEDED, "the hub has no room for more messages now, come back later");
      return;
    }
    hall.readers().copy(topic, payload);
  }

  @Override
  public MqttSubAckReasonCode subscribe(MqttTopicSubscription asked) {
    Optional<TopicFilter> filter = TopicFilter.parse(asked.topicName());
    if (filter.isEmpty()) {
      return MqttSubAckReasonCode.TOPIC_FILTER_INVALID;
    }
    boolean once = asked.qualityOfService() == MqttQoS.AT_MOST_ONCE;
    MqttSubAckReasonCode granted =
        once ? MqttSubAckReasonCode.GRANTED_QOS0 : MqttSubAckReasonCode.GRANTED_QOS1;
    if (hall.isHubStatusFilter(filter.get())) {
      return granted;
    }
    if (!asked.topicName().startsWith(prefix)) {
      foreign(
          "subscribed to " + Complaints.printable(asked.topicName()) + ", which is not its own");
      return MqttSubAckReasonCode.NOT_AUTHORIZED;
    }
    for (DownKind kind : DownKind.values()) {
      if (filter.get().matches(prefix + kind.level())) {
        subscribed |= 1 << kind.ordinal();
        withoutAcknowledgement =
            once
                ? withoutAcknowledgement | 1 << kind.ordinal()
                : withoutAcknowledgement & ~(1 << kind.ordinal());
      }
    }
    return granted;
  }

  @Override
  public void unsubscribe(String pattern) {
    TopicFilter.parse(pattern)
        .ifPresent(
            filter -> {
              for (DownKind kind : DownKind.values()) {
                if (filter.matches(prefix + kind.level())) {
                  subscribed &= ~(1 << kind.ordinal());
                }
              }
            });
  }

  @Override
  public void acknowledged(int packetId, int reasonCode) {
    if (!down.release(packetId)) {
      return;
    }
    if (ReasonCode.isFailure(reasonCode)) {
      shared.metrics().count(TransportCounter.OUT_REFUSED);
    }
    sendWaiting();
  }

  @Override
  public void closed(boolean goodBye) {
    hall.left(this, goodBye);
  }

  /// Takes a message for the device, from any thread.
  Sent offer(DownKind kind, byte[] payload) {
    if ((subscribed & 1 << kind.ordinal()) == 0) {
      return Sent.NOT_CONNECTED;
    }
    if (!down.takeRoom()) {
      return Sent.BUSY;
    }
    shared.mailbox().post(() -> send(kind, payload));
    return Sent.HANDED_OVER;
  }

  private void send(DownKind kind, byte[] payload) {
    String topic = prefix + kind.level();
    if (!peer.isOpen() || !peer.takes(topic, payload)) {
      shared.metrics().count(TransportCounter.OUT_REFUSED);
      down.giveRoomBack();
      return;
    }
    hall.readers().copy(topic, payload);
    if ((withoutAcknowledgement & 1 << kind.ordinal()) != 0) {
      peer.publish(topic, payload, MqttQoS.AT_MOST_ONCE, false, 0)
          .onComplete(_ -> down.giveRoomBack());
      sent(payload);
      return;
    }
    down.add(new DownWindow.Down(topic, payload));
    sendWaiting();
  }

  private void sendWaiting() {
    while (peer.isOpen()) {
      DownWindow.Down next = down.next();
      if (next == null) {
        return;
      }
      peer.publish(next.topic(), next.payload(), MqttQoS.AT_LEAST_ONCE, false, down.packetId());
      sent(next.payload());
    }
  }

  private void sent(byte[] payload) {
    shared.metrics().count(TransportCounter.MESSAGES_OUT);
    shared.metrics().count(TransportCounter.BYTES_OUT, payload.length);
  }

  private void answered(int packetId, int reasonCode) {
    if (packetId != 0) {
      unaccepted--;
      peer.acknowledge(packetId, reasonCode);
    }
  }

  /// The kind of one of this device's own up topics.
  private Optional<UpKind> ownKind(String topic) {
    if (topic.startsWith(prefix)) {
      for (UpKind kind : UpKind.values()) {
        if (kind.level().length() == topic.length() - prefix.length()
            && topic.endsWith(kind.level())) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  private void foreign(String sentence) {
    shared.metrics().count(TransportCounter.FOREIGN_TOPIC);
    shared.complaints().about(device.text(), "foreign topic", sentence);
  }

  private void fail(int reasonCode, String sentence) {
    shared.complaints().about(device.text(), ReasonCode.describe(reasonCode), sentence);
    peer.disconnect(reasonCode, sentence);
  }
}
