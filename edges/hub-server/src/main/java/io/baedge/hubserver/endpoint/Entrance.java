package io.baedge.hubserver.endpoint;

import io.baedge.kit.rate.Admission;
import io.baedge.kit.rate.FloodGate;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Partition;
import io.baedge.mqtt.Topic;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.TransportCounter;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.mqtt.MqttEndpoint;
import java.util.BitSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Decides who comes in, cheapest question first: is there a place this second, who is it, is it
/// ours. Owned by the endpoint's thread.
final class Entrance {
  /// A client of MQTT 3.1.1 without keep-alive is closed after a day and a half of silence.
  private static final int NO_KEEP_ALIVE_S = 86_400;

  private final Shared shared;
  private final Hall hall;
  private final Admission admission;
  private final BitSet ownPartitions = new BitSet(Partition.COUNT);
  private final FloodGate flood;

  Entrance(Shared shared, Hall hall, RandomGenerator random) {
    this.shared = shared;
    this.hall = hall;
    EndpointSettings settings = shared.settings();
    this.admission = new Admission(settings.connectsPerSecond(), random, shared.nowMs());
    this.flood = new FloodGate(settings.connectsPerSecond());
    settings.identity().partitions().forEach(each -> ownPartitions.set(each.index()));
  }

  /// A client whom the entrance has refused, with the words for it.
  private record No(MqttConnectReturnCode mqtt5, MqttConnectReturnCode mqtt3, String text) {}

  void arrived(MqttEndpoint endpoint) {
    long nowMs = shared.nowMs();
    if (!flood.letsThrough(nowMs)) {
      shared.metrics().count(TransportCounter.DROPPED_RATE);
      endpoint.close();
      return;
    }
    String clientId = endpoint.clientIdentifier() == null ? "" : endpoint.clientIdentifier();
    switch (admission.ask(clientId, nowMs)) {
      case Admission.Answer.Refused(long retryAfterMs) -> comeBack(endpoint, retryAfterMs);
      case Admission.Answer.Admitted() -> identify(endpoint, clientId, nowMs);
    }
  }

  private void comeBack(MqttEndpoint endpoint, long retryAfterMs) {
    shared.metrics().count(TransportCounter.REFUSED_RATE);
    if (isMqtt5(endpoint)) {
      endpoint.reject(
          MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED,
          Answers.comeBack("too many connect at once, come back in your slot", retryAfterMs));
    } else {
      endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
    }
  }

  private void identify(MqttEndpoint endpoint, String clientId, long nowMs) {
    if (hall.connections() >= shared.limits().maxConnections()) {
      refuse(endpoint, clientId, full());
    } else if (clientId.startsWith(Readers.PREFIX)) {
      admitReader(endpoint, clientId, nowMs);
    } else {
      Optional<DeviceId> device = DeviceId.parse(clientId);
      if (device.isPresent()) {
        admitBadge(endpoint, device.get(), nowMs);
      } else {
        refuse(endpoint, clientId, unknownId());
      }
    }
  }

  private void admitReader(MqttEndpoint endpoint, String clientId, long nowMs) {
    if (hall.readers().count() >= shared.limits().maxReaders()) {
      refuse(endpoint, clientId, full());
      return;
    }
    int keepAliveS = keepAliveS(endpoint);
    Peer peer = new Peer(endpoint, keepAliveS, nowMs);
    ReaderSession session = new ReaderSession(shared, hall.readers(), peer);
    hall.entered(session);
    new Wiring(shared, hall, session).connect();
    accept(endpoint, keepAliveS);
  }

  private void admitBadge(MqttEndpoint endpoint, DeviceId device, long nowMs) {
    if (!ownPartitions.get(device.partition().index())) {
      refuse(endpoint, device.text(), elsewhere());
      return;
    }
    Optional<Topic> willTopic =
        endpoint.will().isWillFlag()
            ? Topics.parse(String.valueOf(endpoint.will().getWillTopic()))
            : Optional.empty();
    BadgeSession.Will will = will(endpoint, device, willTopic);
    if (endpoint.will().isWillFlag() && will == null) {
      shared.metrics().count(TransportCounter.FOREIGN_TOPIC);
      refuse(endpoint, device.text(), foreignWill());
      return;
    }
    int keepAliveS = keepAliveS(endpoint);
    Peer peer = new Peer(endpoint, keepAliveS, nowMs);
    BadgeSession session = new BadgeSession(shared, hall, device, peer, will);
    new Wiring(shared, hall, session).connect();
    String address = String.valueOf(endpoint.remoteAddress());
    accept(endpoint, keepAliveS);
    hall.entered(session, new PeerInfo(address, endpoint.protocolVersion(), keepAliveS));
  }

  private BadgeSession.@Nullable Will will(
      MqttEndpoint endpoint, DeviceId device, Optional<Topic> topic) {
    return topic
        .filter(found -> found.site().equals(shared.settings().identity().site()))
        .filter(Topic.Up.class::isInstance)
        .map(Topic.Up.class::cast)
        .filter(up -> up.device().equals(device))
        .map(
            up -> {
              byte[] payload = endpoint.will().getWillMessageBytes();
              MqttProperties properties = endpoint.will().getWillProperties();
              int delayS = properties == null ? 0 : Answers.willDelayS(properties);
              return new BadgeSession.Will(
                  up.kind(), payload == null ? new byte[0] : payload, delayS);
            })
        .orElse(null);
  }

  private void accept(MqttEndpoint endpoint, int keepAliveS) {
    shared.metrics().count(TransportCounter.CONNECTS);
    if (isMqtt5(endpoint)) {
      int askedS = endpoint.keepAliveTimeSeconds();
      endpoint.accept(false, Answers.accept(shared.limits(), askedS, keepAliveS));
    } else {
      endpoint.accept(false);
    }
  }

  /// The hub only lowers what the client asked for, and only MQTT 5 clients can be told.
  private int keepAliveS(MqttEndpoint endpoint) {
    int askedS = endpoint.keepAliveTimeSeconds();
    if (!isMqtt5(endpoint)) {
      return askedS == 0 ? NO_KEEP_ALIVE_S : askedS;
    }
    int wantedS = shared.settings().keepAliveS().getAsInt();
    return askedS == 0 ? wantedS : Math.min(askedS, wantedS);
  }

  private void refuse(MqttEndpoint endpoint, String clientId, No no) {
    shared.metrics().count(TransportCounter.REFUSED_OTHER);
    shared.complaints().about(clientId, no.text(), "was refused: " + no.text());
    if (isMqtt5(endpoint)) {
      endpoint.reject(no.mqtt5(), Answers.reason(no.text()));
    } else {
      endpoint.reject(no.mqtt3());
    }
  }

  private static boolean isMqtt5(MqttEndpoint endpoint) {
    return endpoint.protocolVersion() >= Peer.MQTT_5;
  }

  private static No full() {
    return new No(
        MqttConnectReturnCode.CONNECTION_REFUSED_QUOTA_EXCEEDED,
        MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
        "the hub holds as many connections as it may");
  }

  private static No unknownId() {
    return new No(
        MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID,
        MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
        "the client id must be a device id or begin with " + Readers.PREFIX);
  }

  private static No elsewhere() {
    return new No(
        MqttConnectReturnCode.CONNECTION_REFUSED_USE_ANOTHER_SERVER,
        MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
        "another hub owns the partition of this device");
  }

  private static No foreignWill() {
    return new No(
        MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5,
        MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
        "the will is on a topic that is not the device's own");
  }
}
