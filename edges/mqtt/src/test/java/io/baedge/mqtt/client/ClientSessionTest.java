package io.baedge.mqtt.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.wire.Packet;
import io.baedge.mqtt.wire.Packet.Connack;
import io.baedge.mqtt.wire.Packet.Connect;
import io.baedge.mqtt.wire.Packet.Disconnect;
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
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The protocol without sockets: packets in, packets out, time by hand.
class ClientSessionTest {
  private final List<String> told = new ArrayList<>();
  private final List<Ack> acks = new ArrayList<>();
  private final WireBuffer out = new WireBuffer();
  private final AtomicInteger outstanding = new AtomicInteger();
  private final ClientSession session = session(ClientLimits.DEFAULT.withReceiveMaximum(2));
  private long nowMs = 1_000;

  @Test
  void connect_carries_the_will_and_the_limits() {
    session.opened(nowMs);
    Connect connect = (Connect) sent().getFirst();
    assertThat(connect.clientId()).isEqualTo("badge");
    assertThat(connect.cleanStart()).isTrue();
    assertThat(connect.keepAliveS()).isEqualTo(300);
    assertThat(connect.properties().whole(Property.RECEIVE_MAXIMUM)).hasValue(2);
    assertThat(connect.will()).isNotNull();
    assertThat(connect.will().topic()).isEqualTo("will/topic");
    assertThat(connect.will().properties().whole(Property.WILL_DELAY_S)).hasValue(9);
  }

  @Test
  void the_server_s_keep_alive_replaces_the_asked_one() {
    open(Properties.builder().whole(Property.SERVER_KEEP_ALIVE_S, 20).build());
    assertThat(told).containsExactly("connected 20 s, 65535 at once");
    assertThat(session.deadlineMs()).isEqualTo(nowMs + 20_000);
    tickAt(nowMs + 19_999);
    assertThat(sent()).isEmpty();
    tickAt(nowMs + 1);
    assertThat(sent()).containsExactly(new Pingreq());
  }

  @Test
  void a_ping_without_an_answer_ends_the_connection() {
    open(Properties.NONE);
    tickAt(nowMs + 300_000);
    assertThat(sent()).containsExactly(new Pingreq());
    tickAt(nowMs + 9_999);
    assertThat(session.ended()).isFalse();
    tickAt(nowMs + 1);
    assertThat(told.getLast()).isEqualTo("closed TIMEOUT 0");
  }

  @Test
  void an_answered_ping_starts_the_next_interval() {
    open(Properties.NONE);
    tickAt(nowMs + 300_000);
    receive(new Pingresp());
    assertThat(session.deadlineMs()).isEqualTo(nowMs + 300_000);
  }

  @Test
  void a_busy_sender_still_pings_a_silent_server() {
    open(Properties.builder().whole(Property.SERVER_KEEP_ALIVE_S, 10).build());
    for (int i = 0; i < 4; i++) {
      nowMs += 3_000;
      session.publishAtMostOnce("t", new byte[1], nowMs);
      session.tick(nowMs);
    }
    assertThat(sent()).contains(new Pingreq());
  }

  @Test
  void a_refusal_tells_the_slot() {
    session.opened(nowMs);
    receive(
        new Connack(
            false,
            ReasonCode.CONNECTION_RATE_EXCEEDED,
            Properties.builder()
                .user("retry-after-ms", "4321")
                .text(Property.REASON_STRING, "later")
                .build()));
    assertThat(told).containsExactly("refused 159 after 4321 later");
    assertThat(session.ended()).isTrue();
  }

  @Test
  void a_slot_that_is_no_number_is_none() {
    for (String slot : List.of("", "-5", "1e3", "99999999999999999999", " 7")) {
      Connack connack =
          new Connack(false, 0x9F, Properties.builder().user("retry-after-ms", slot).build());
      assertThat(Refusal.from(connack).retryAfterMs()).as(slot).isEmpty();
    }
  }

  @Test
  void without_connack_the_attempt_ends_in_time() {
    session.opened(nowMs);
    tickAt(nowMs + ClientLimits.DEFAULT.connectTimeoutMs());
    assertThat(told).containsExactly("closed TIMEOUT 0");
  }

  @Test
  void the_server_s_receive_maximum_holds_messages_back() {
    open(Properties.builder().whole(Property.RECEIVE_MAXIMUM, 2).build());
    for (int i = 0; i < 5; i++) {
      publish("m" + i, i);
    }
    List<Packet> first = sent();
    assertThat(first).hasSize(2);
    receive(new Puback(((Publish) first.get(1)).packetId(), 0, Properties.NONE));
    assertThat(payloads(sent())).containsExactly("m2");
    assertThat(told.getLast()).isEqualTo("published 1: 0");
    assertThat(outstanding).hasValue(4);
  }

  @Test
  void a_refused_message_tells_its_reason() {
    open(Properties.NONE);
    publish("m", 77);
    int packetId = ((Publish) sent().getFirst()).packetId();
    receive(new Puback(packetId, ReasonCode.NOT_AUTHORIZED, Properties.NONE));
    assertThat(told.getLast()).isEqualTo("published 77: 135");
    assertThat(outstanding).hasValue(0);
  }

  @Test
  void an_acknowledgement_of_nothing_is_a_protocol_error() {
    open(Properties.NONE);
    receive(new Puback(5, 0, Properties.NONE));
    assertThat(told.getLast()).isEqualTo("closed PROTOCOL 130");
    assertThat(sent()).containsExactly(new Disconnect(0x82, Properties.NONE));
  }

  @Test
  void a_message_too_large_for_the_server_is_refused_here() {
    open(Properties.builder().whole(Property.MAXIMUM_PACKET_BYTES, 100).build());
    publish("x".repeat(200), 3);
    assertThat(sent()).isEmpty();
    assertThat(told.getLast()).isEqualTo("published 3: 149");
  }

  @Test
  void a_message_is_acknowledged_with_the_reason_given() {
    open(Properties.NONE);
    receive(Publish.atLeastOnce("t", "hello".getBytes(UTF_8), 9));
    assertThat(told.getLast()).isEqualTo("message t hello");
    assertThat(sent()).isEmpty();
    acks.getFirst().send(ReasonCode.PAYLOAD_FORMAT_INVALID);
    assertThat(sent()).containsExactly(new Puback(9, 0x99, Properties.NONE));
  }

  @Test
  void a_server_that_ignores_the_receive_maximum_by_far_is_left() {
    open(Properties.NONE);
    for (int i = 1; i <= 16; i++) {
      receive(Publish.atLeastOnce("t", new byte[0], i));
    }
    assertThat(session.ended()).isFalse();
    receive(Publish.atLeastOnce("t", new byte[0], 17));
    assertThat(told.getLast()).isEqualTo("closed PROTOCOL 147");
  }

  @Test
  void a_subscription_is_answered_with_its_codes() {
    open(Properties.NONE);
    session.subscribe(List.of("a/+", "b"), 5, nowMs);
    Subscribe subscribe = (Subscribe) sent().getFirst();
    receive(new Suback(subscribe.packetId(), List.of(1, 0x87), Properties.NONE));
    assertThat(told.getLast()).isEqualTo("subscribed 5: [1, 135]");
  }

  @Test
  void a_disconnect_of_the_server_tells_code_and_text() {
    open(Properties.NONE);
    receive(new Disconnect(ReasonCode.SESSION_TAKEN_OVER, Properties.NONE));
    assertThat(told.getLast()).isEqualTo("closed BY_SERVER 142");
  }

  @Test
  void garbage_ends_the_connection_with_the_reason() {
    open(Properties.NONE);
    byte[] garbage = {(byte) 0xF0, 0};
    session.received(garbage, garbage.length, nowMs);
    assertThat(told.getLast()).isEqualTo("closed PROTOCOL 130");
  }

  @Test
  void packets_behind_a_disconnect_are_not_read() {
    open(Properties.NONE);
    WireBuffer both = new WireBuffer();
    PacketWriter.write(new Disconnect(0x8B, Properties.NONE), both);
    PacketWriter.write(Publish.atMostOnce("t", new byte[0]), both);
    session.received(both.toByteArray(), both.size(), nowMs);
    assertThat(told).hasSize(2).last().isEqualTo("closed BY_SERVER 139");
  }

  @Test
  void nothing_is_sent_once_the_connection_is_over() {
    open(Properties.NONE);
    session.disconnect(0, nowMs);
    assertThat(sent()).containsExactly(new Disconnect(0, Properties.NONE));
    publish("late", 1);
    session.acknowledge(1, 0, nowMs);
    assertThat(sent()).isEmpty();
    assertThat(told.getLast()).isEqualTo("closed BY_OWNER 0");
  }

  private ClientSession session(ClientLimits limits) {
    ClientOptions options =
        ClientOptions.of(InetSocketAddress.createUnresolved("hub", 1883), "badge")
            .withWill("will/topic", "gone".getBytes(UTF_8), 9)
            .withLimits(limits);
    ClientSession.Acks handles = packetId -> reasonCode -> acknowledge(packetId, reasonCode);
    return new ClientSession(
        options, new Telling(), handles, new ClientSession.Outgoing(out, outstanding), 1_000);
  }

  private void acknowledge(int packetId, int reasonCode) {
    session.acknowledge(packetId, reasonCode, nowMs);
  }

  private void open(Properties properties) {
    session.opened(nowMs);
    sent();
    receive(new Connack(false, 0, properties));
  }

  private void publish(String text, long token) {
    outstanding.incrementAndGet();
    session.publish("t", text.getBytes(UTF_8), token, nowMs);
  }

  private void receive(Packet packet) {
    WireBuffer bytes = new WireBuffer();
    PacketWriter.write(packet, bytes);
    session.received(bytes.toByteArray(), bytes.size(), nowMs);
  }

  private void tickAt(long atMs) {
    nowMs = atMs;
    session.tick(nowMs);
  }

  private List<Packet> sent() {
    List<Packet> packets = new ArrayList<>();
    byte[] bytes = out.toByteArray();
    assertThat(new PacketReader(1 << 20).read(bytes, 0, bytes.length, packets::add)).isNull();
    out.clear();
    return packets;
  }

  private static List<String> payloads(List<Packet> packets) {
    return packets.stream().map(each -> new String(((Publish) each).payload(), UTF_8)).toList();
  }

  private final class Telling implements ClientListener {
    @Override
    public void connected(ConnectedInfo info) {
      told.add("connected " + info.keepAliveS() + " s, " + info.receiveMaximum() + " at once");
    }

    @Override
    public void refused(Refusal refusal) {
      told.add(
          "refused "
              + refusal.reasonCode()
              + " after "
              + refusal.retryAfterMs().orElse(-1)
              + " "
              + refusal.text());
    }

    @Override
    public void closed(CloseReason reason) {
      told.add("closed " + reason.kind() + " " + reason.reasonCode());
    }

    @Override
    public void message(String topic, byte[] payload, Ack ack) {
      told.add("message " + topic + " " + new String(payload, UTF_8));
      acks.add(ack);
    }

    @Override
    public void published(long token, int reasonCode) {
      told.add("published " + token + ": " + reasonCode);
    }

    @Override
    public void subscribed(long token, List<Integer> reasonCodes) {
      told.add("subscribed " + token + ": " + reasonCodes);
    }
  }
}
