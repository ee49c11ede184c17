package io.baedge.hubserver.endpoint;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.TopicFilter;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport.Sent;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.wire.ReasonCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Everybody who is connected. Owned by the endpoint's thread; other threads only look devices up.
final class Hall {
  private static final int LONGEST_WILL_DELAY_S = 300;

  private final Shared shared;
  private final CommitGate gate;
  private final Readers readers = new Readers();
  private final Map<DeviceId, BadgeSession> badges = new ConcurrentHashMap<>();
  private final Map<DeviceId, Long> delayedWills = new LinkedHashMap<>();
  private final String hubStatusTopic;

  Hall(Shared shared) {
    this.shared = shared;
    this.gate = new CommitGate(shared);
    this.hubStatusTopic = Topics.name(shared.settings().identity().statusTopic());
  }

  CommitGate gate() {
    return gate;
  }

  Readers readers() {
    return readers;
  }

  int connections() {
    return badges.size() + readers.count();
  }

  /// A device came in; an older connection of it has to go, and its will with it, because the
  /// device proves to be alive.
  void entered(BadgeSession session, PeerInfo info) {
    DeviceId device = session.device();
    BadgeSession before = badges.put(device, session);
    if (before != null) {
      shared.metrics().count(TransportCounter.TAKE_OVERS);
      before
          .peer()
          .disconnect(ReasonCode.SESSION_TAKEN_OVER, "the same device has connected again");
      told(() -> shared.listener().closed(device, "the same device has connected again"));
    }
    Long timer = delayedWills.remove(device);
    if (timer != null) {
      shared.vertx().cancelTimer(timer);
    }
    shared.metrics().connections(connections());
    told(() -> shared.listener().connected(device, info));
  }

  /// A reader came in.
  void entered(ReaderSession session) {
    ReaderSession before = readers.entered(session);
    if (before != null) {
      shared.metrics().count(TransportCounter.TAKE_OVERS);
      before
          .peer()
          .disconnect(ReasonCode.SESSION_TAKEN_OVER, "the same reader has connected again");
    }
    shared.metrics().connections(connections());
  }

  void left(BadgeSession session, boolean goodBye) {
    DeviceId device = session.device();
    if (!badges.remove(device, session)) {
      return;
    }
    shared.metrics().connections(connections());
    told(
        () ->
            shared
                .listener()
                .closed(device, goodBye ? "the device said good-bye" : "the connection was lost"));
    BadgeSession.Will will = session.will();
    if (will == null || goodBye) {
      return;
    }
    if (will.delayS() == 0) {
      publishWill(device, will);
      return;
    }
    long delayMs = Math.min(will.delayS(), LONGEST_WILL_DELAY_S) * 1_000L;
    long timer =
        shared
            .vertx()
            .setTimer(
                delayMs,
                _ -> {
                  delayedWills.remove(device);
                  publishWill(device, will);
                });
    delayedWills.put(device, timer);
  }

  /// Whether the filter asks for the status of hubs.
  boolean isHubStatusFilter(TopicFilter filter) {
    HubIdentity identity = shared.settings().identity();
    return filter.pattern().equals(Topics.hubStatusFilter(identity.site()))
        || filter.pattern().equals(hubStatusTopic);
  }

  /// A new subscription that matches the hub's status gets it at once, as a retained message.
  void greet(Peer peer, String pattern) {
    boolean wanted =
        TopicFilter.parse(pattern).filter(filter -> filter.matches(hubStatusTopic)).isPresent();
    if (wanted) {
      byte[] online = shared.settings().identity().online();
      peer.publish(hubStatusTopic, online, MqttQoS.AT_MOST_ONCE, true, 0);
    }
  }

  /// From any thread.
  Sent send(DeviceId device, DownKind kind, byte[] payload) {
    BadgeSession session = badges.get(device);
    Sent sent = session == null ? Sent.NOT_CONNECTED : session.offer(kind, payload);
    switch (sent) {
      case HANDED_OVER -> {}
      case NOT_CONNECTED -> shared.metrics().count(TransportCounter.OUT_NOT_CONNECTED);
      case BUSY -> shared.metrics().count(TransportCounter.OUT_BUSY);
    }
    return sent;
  }

  void disconnect(DeviceId device, int reasonCode, String reason) {
    BadgeSession session = badges.get(device);
    if (session != null) {
      session.peer().disconnect(reasonCode, reason);
    }
  }

  /// Closes sockets that have been silent too long: a dead one does not close itself.
  void sweep() {
    long nowMs = shared.nowMs();
    for (Peer peer : peers()) {
      if (peer.isSilent(nowMs)) {
        shared.metrics().count(TransportCounter.SILENT_CLOSES);
        peer.disconnect(ReasonCode.KEEP_ALIVE_TIMEOUT, "nothing was heard for too long");
      }
    }
  }

  /// Says good-bye to everybody.
  void close() {
    for (Peer peer : peers()) {
      peer.disconnect(ReasonCode.SERVER_SHUTTING_DOWN, "the hub is shutting down");
    }
    delayedWills.values().forEach(shared.vertx()::cancelTimer);
    delayedWills.clear();
  }

  private List<Peer> peers() {
    List<Peer> peers = new ArrayList<>(connections());
    badges.values().forEach(badge -> peers.add(badge.peer()));
    readers.all().forEach(reader -> peers.add(reader.peer()));
    return peers;
  }

  private void publishWill(DeviceId device, BadgeSession.Will will) {
    shared.metrics().count(TransportCounter.WILLS);
    // A will has no sender who could wait; without room it is lost, and presence does without it.
    gate.offer(device, will.kind(), will.payload(), _ -> {});
    readers.copy(
        Topics.up(shared.settings().identity().site(), device, will.kind()), will.payload());
  }

  private void told(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      shared.metrics().count(TransportCounter.LISTENER_FAILURES);
      shared.complaints().failure("the hub failed to take news of a connection", e);
    }
  }
}
