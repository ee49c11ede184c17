package io.baedge.mqtt.client;

import io.baedge.mqtt.client.CloseReason.Kind;
import io.baedge.mqtt.wire.Malformed;
import io.baedge.mqtt.wire.Packet;
import io.baedge.mqtt.wire.Packet.Connack;
import io.baedge.mqtt.wire.Packet.Connect;
import io.baedge.mqtt.wire.Packet.Disconnect;
import io.baedge.mqtt.wire.Packet.Filter;
import io.baedge.mqtt.wire.Packet.Pingreq;
import io.baedge.mqtt.wire.Packet.Pingresp;
import io.baedge.mqtt.wire.Packet.Puback;
import io.baedge.mqtt.wire.Packet.Publish;
import io.baedge.mqtt.wire.Packet.Suback;
import io.baedge.mqtt.wire.Packet.Subscribe;
import io.baedge.mqtt.wire.PacketReader;
import io.baedge.mqtt.wire.PacketWriter;
import io.baedge.mqtt.wire.Properties;
import io.baedge.mqtt.wire.Property;
import io.baedge.mqtt.wire.ReasonCode;
import io.baedge.mqtt.wire.WireBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/// The protocol side of one client: bytes in, bytes out into a buffer, time handed in, no socket.
/// Owned by one thread, except for `up`.
final class ClientSession {
  /// Mosquitto 2.0.11 sends more than was announced once the first acknowledgement is in. A badge
  /// that insisted would lose its connection whenever much waits for it.
  private static final int PATIENCE = 8;

  /// No deadline.
  static final long NEVER = Long.MAX_VALUE;

  private enum Phase {
    OPENING,
    WAITING_FOR_CONNACK,
    UP,
    ENDED
  }

  private final ClientOptions options;
  private final ClientListener listener;
  private final PacketReader reader;
  private final WireBuffer out;
  private final Acks acks;
  private final OutgoingPublishes outgoing;

  /// Written by the owner's thread, read by everybody who wants to publish.
  private volatile Phase phase = Phase.OPENING;

  private long startedAtMs;
  private long lastSentMs;
  private long lastReceivedMs;
  private long pingSentAtMs = NEVER;
  private long keepAliveMs;
  private int unacknowledged;

  ClientSession(
      ClientOptions options, ClientListener listener, Acks acks, Outgoing outgoing, long nowMs) {
    this.options = options;
    this.listener = listener;
    this.acks = acks;
    this.out = outgoing.bytes();
    this.reader = new PacketReader(options.limits().maxPacketBytes());
    this.outgoing = new OutgoingPublishes(options.limits(), listener, out, outgoing.outstanding());
    this.startedAtMs = nowMs;
  }

  /// What the session shares with the owner of the socket: bytes to send, and the count of messages
  /// handed in and not yet answered.
  record Outgoing(WireBuffer bytes, AtomicInteger outstanding) {}

  /// Makes the handle for the acknowledgement of one packet.
  interface Acks {
    Ack forPacket(int packetId);
  }

  boolean up() {
    return phase == Phase.UP;
  }

  boolean ended() {
    return phase == Phase.ENDED;
  }

  /// The socket took bytes: what waited for room may go.
  void drained(long nowMs) {
    if (up() && outgoing.sendWaiting()) {
      lastSentMs = nowMs;
    }
  }

  /// The socket is open: CONNECT goes out.
  void opened(long nowMs) {
    if (phase != Phase.OPENING) {
      return;
    }
    phase = Phase.WAITING_FOR_CONNACK;
    ClientLimits limits = options.limits();
    Properties properties =
        Properties.builder()
            .whole(Property.RECEIVE_MAXIMUM, limits.receiveMaximum())
            .whole(Property.MAXIMUM_PACKET_BYTES, limits.maxPacketBytes())
            .build();
    send(
        new Connect(
            options.clientId(),
            true,
            options.keepAliveS(),
            options.login(),
            options.will(),
            properties),
        nowMs);
    lastReceivedMs = nowMs;
  }

  /// Bytes arrived.
  void received(byte[] source, int length, long nowMs) {
    if (ended()) {
      return;
    }
    lastReceivedMs = nowMs;
    Malformed malformed = reader.read(source, 0, length, packet -> on(packet, nowMs));
    if (malformed != null && !ended()) {
      breakOff(malformed.reasonCode(), malformed.text(), nowMs);
    }
  }

  /// Subscribes to the filters with QoS 1; false when not connected or too much waits already.
  boolean subscribe(List<String> filters, long token, long nowMs) {
    int packetId = up() ? outgoing.reserve(token) : 0;
    if (packetId == 0) {
      return false;
    }
    List<Filter> wanted = filters.stream().map(pattern -> new Filter(pattern, 1)).toList();
    send(new Subscribe(packetId, wanted, Properties.NONE), nowMs);
    return true;
  }

  /// Sends a message of QoS 1 now or as soon as the server's window allows.
  void publish(String topic, byte[] payload, long token, long nowMs) {
    if (up() && outgoing.publish(topic, payload, token)) {
      lastSentMs = nowMs;
    }
  }

  /// Sends a message of QoS 0 or drops it when the socket is too slow.
  boolean publishAtMostOnce(String topic, byte[] payload, long nowMs) {
    if (!up() || !outgoing.publishAtMostOnce(topic, payload)) {
      return false;
    }
    lastSentMs = nowMs;
    return true;
  }

  void acknowledge(int packetId, int reasonCode, long nowMs) {
    if (up()) {
      unacknowledged--;
      send(new Puback(packetId, reasonCode, Properties.NONE), nowMs);
    }
  }

  /// Says good-bye and ends.
  void disconnect(int reasonCode, long nowMs) {
    if (ended()) {
      return;
    }
    if (phase != Phase.OPENING) {
      send(new Disconnect(reasonCode, Properties.NONE), nowMs);
    }
    end(new CloseReason(Kind.BY_OWNER, reasonCode, "disconnected by this side"));
  }

  /// Ends without a word to the other side.
  void end(CloseReason reason) {
    if (finish()) {
      listener.closed(reason);
    }
  }

  /// When `tick` wants to be called at the latest.
  long deadlineMs() {
    return switch (phase) {
      case OPENING, WAITING_FOR_CONNACK -> startedAtMs + options.limits().connectTimeoutMs();
      case UP -> upDeadlineMs();
      case ENDED -> NEVER;
    };
  }

  /// Pings and time-outs.
  void tick(long nowMs) {
    if (nowMs < deadlineMs()) {
      return;
    }
    switch (phase) {
      case OPENING ->
          end(new CloseReason(Kind.TIMEOUT, 0, "the server did not accept the connection in time"));
      case WAITING_FOR_CONNACK ->
          end(new CloseReason(Kind.TIMEOUT, 0, "the server did not answer CONNECT in time"));
      case UP -> tickUp(nowMs);
      case ENDED -> {}
    }
  }

  private long upDeadlineMs() {
    if (pingSentAtMs != NEVER) {
      return pingSentAtMs + options.limits().pingTimeoutMs();
    }
    // Also silence from the other side asks for a ping: a dead server answers none of the messages
    // that keep this side busy.
    return keepAliveMs == 0 ? NEVER : Math.min(lastSentMs, lastReceivedMs) + keepAliveMs;
  }

  private void tickUp(long nowMs) {
    if (pingSentAtMs != NEVER) {
      end(new CloseReason(Kind.TIMEOUT, 0, "the server did not answer PINGREQ in time"));
      return;
    }
    pingSentAtMs = nowMs;
    send(new Pingreq(), nowMs);
  }

  private boolean on(Packet packet, long nowMs) {
    switch (packet) {
      case Connack connack -> onConnack(connack, nowMs);
      case Publish publish -> onPublish(publish, nowMs);
      case Puback(int packetId, int reasonCode, Properties _) -> {
        if (phase != Phase.UP || !outgoing.acknowledged(packetId, reasonCode)) {
          unexpected("PUBACK " + packetId, nowMs);
        } else {
          drained(nowMs);
        }
      }
      case Suback(int packetId, List<Integer> codes, Properties _) -> {
        OptionalLong token = outgoing.release(packetId);
        if (phase != Phase.UP || token.isEmpty()) {
          unexpected("SUBACK " + packetId, nowMs);
        } else {
          listener.subscribed(token.getAsLong(), codes);
        }
      }
      case Pingresp() -> pingSentAtMs = NEVER;
      case Disconnect(int code, Properties properties) -> onDisconnect(code, properties);
      case Connect _, Subscribe _, Pingreq _ ->
          unexpected(packet.getClass().getSimpleName(), nowMs);
    }
    return !ended();
  }

  private void onConnack(Connack connack, long nowMs) {
    if (phase != Phase.WAITING_FOR_CONNACK) {
      unexpected("CONNACK", nowMs);
      return;
    }
    if (connack.reasonCode() != ReasonCode.SUCCESS) {
      if (finish()) {
        listener.refused(Refusal.from(connack));
      }
      return;
    }
    ConnectedInfo info = ConnectedInfo.from(connack, options.keepAliveS());
    keepAliveMs = info.keepAliveS() * 1000L;
    outgoing.open(info.receiveMaximum(), info.maxPacketBytes());
    phase = Phase.UP;
    listener.connected(info);
  }

  private void onPublish(Publish publish, long nowMs) {
    if (phase != Phase.UP) {
      unexpected("PUBLISH", nowMs);
      return;
    }
    if (publish.qos() == 0) {
      listener.message(publish.topic(), publish.payload(), Ack.NONE);
      return;
    }
    if (++unacknowledged > (long) PATIENCE * options.limits().receiveMaximum()) {
      breakOff(
          ReasonCode.RECEIVE_MAXIMUM_EXCEEDED,
          "the server sent "
              + unacknowledged
              + " messages without waiting, far more than the "
              + options.limits().receiveMaximum()
              + " announced",
          nowMs);
      return;
    }
    listener.message(publish.topic(), publish.payload(), acks.forPacket(publish.packetId()));
  }

  private void onDisconnect(int code, Properties properties) {
    String text =
        properties.text(Property.REASON_STRING).orElseGet(() -> ReasonCode.describe(code));
    end(new CloseReason(Kind.BY_SERVER, code, text));
  }

  private void unexpected(String what, long nowMs) {
    breakOff(ReasonCode.PROTOCOL_ERROR, "the server sent an unexpected " + what, nowMs);
  }

  private void breakOff(int reasonCode, String text, long nowMs) {
    if (phase == Phase.UP) {
      send(new Disconnect(reasonCode, Properties.NONE), nowMs);
    }
    end(new CloseReason(Kind.PROTOCOL, reasonCode, text));
  }

  private boolean finish() {
    if (ended()) {
      return false;
    }
    phase = Phase.ENDED;
    outgoing.close();
    return true;
  }

  private void send(Packet packet, long nowMs) {
    PacketWriter.write(packet, out);
    lastSentMs = nowMs;
  }
}
