package io.baedge.mqtt.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.HubTransport.Sent;
import io.baedge.mqtt.wire.Packet;
import io.baedge.mqtt.wire.ReasonCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every transport of the hub does, seen by real badges over real sockets.
@SuppressWarnings("NullAway.Init")
public abstract class HubTransportContract {
  protected static final SiteId SITE = new SiteId("camp");
  protected static final DeviceId DEVICE = TestIds.device(1);
  protected static final DeviceId OTHER = TestIds.device(2);

  protected HubTransport transport;
  protected RecordingHub hub;
  protected MqttLoop loop;

  /// A transport that has not been started.
  protected abstract HubTransport create(HubIdentity identity) throws Exception;

  /// Where badges connect to.
  protected abstract InetSocketAddress address();

  @BeforeEach
  protected void open() throws Exception {
    loop = MqttLoop.start("badges");
    HubIdentity identity =
        HubIdentity.alone(SITE, "hub-1", "online".getBytes(UTF_8), "offline".getBytes(UTF_8));
    transport = create(identity);
    startWith(RecordingHub.accepting());
  }

  @AfterEach
  protected void shut() {
    loop.close();
    transport.close();
  }

  @Test
  void a_message_reaches_the_hub_and_is_acknowledged() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);

    assertThat(publish(client, DEVICE, UpKind.STATUS, "here", 7)).isTrue();

    RecordingHub.Message message = hub.awaitMessage();
    assertThat(message.device()).isEqualTo(DEVICE);
    assertThat(message.kind()).isEqualTo(UpKind.STATUS);
    assertThat(message.text()).isEqualTo("here");
    assertThat(badge.awaitAnswer()).isEqualTo(new RecordingBadge.Answer(7, 0));
    assertThat(client.outstanding()).isZero();
  }

  @Test
  void every_kind_keeps_its_name_on_the_way_up_and_down() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    subscribe(client, DEVICE, badge);
    for (UpKind kind : UpKind.values()) {
      publish(client, DEVICE, kind, kind.level(), kind.ordinal());
      RecordingHub.Message message = hub.awaitMessage();
      assertThat(message.kind()).isEqualTo(kind);
      assertThat(message.text()).isEqualTo(kind.level());
    }
    for (DownKind kind : DownKind.values()) {
      Sent sent = transport.send(DEVICE, kind, kind.level().getBytes(UTF_8));
      assertThat(sent).isEqualTo(Sent.HANDED_OVER);
      RecordingBadge.Message message = awaitDown(badge);
      assertThat(message.topic()).isEqualTo(Topics.down(SITE, DEVICE, kind));
      assertThat(message.text()).isEqualTo(kind.level());
    }
  }

  @Test
  void messages_of_one_device_keep_their_order() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    int sent = 0;
    for (int i = 0; i < 500; i++) {
      int number = i;
      Await.until(
          "room for one more message",
          () -> publish(client, DEVICE, UpKind.TELEMETRY, "n" + number, number));
      sent++;
    }
    for (int i = 0; i < sent; i++) {
      assertThat(hub.awaitMessage().text()).isEqualTo("n" + i);
    }
    Await.until("all answers", () -> badge.answers() == 500);
  }

  @Test
  void the_will_reaches_the_hub_when_the_socket_is_lost() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client =
        connectWith(options(DEVICE).withWill(statusTopic(), bytes("gone"), 0), badge);
    publish(client, DEVICE, UpKind.STATUS, "here", 1);
    assertThat(hub.awaitMessage().text()).isEqualTo("here");

    client.abort();

    RecordingHub.Message will = hub.awaitMessage();
    assertThat(will.device()).isEqualTo(DEVICE);
    assertThat(will.kind()).isEqualTo(UpKind.STATUS);
    assertThat(will.text()).isEqualTo("gone");
  }

  @Test
  void the_will_is_dropped_when_the_badge_says_good_bye() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client =
        connectWith(options(DEVICE).withWill(statusTopic(), bytes("gone"), 0), badge);
    client.disconnect();
    badge.awaitClosed();

    RecordingBadge again = RecordingBadge.acknowledging();
    MqttClient second = connect(DEVICE, again);
    publish(second, DEVICE, UpKind.STATUS, "back", 1);

    assertThat(hub.awaitMessage().text()).isEqualTo("back");
  }

  @Test
  void a_topic_of_another_device_is_refused_and_the_hub_never_sees_it() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);

    publish(client, OTHER, UpKind.STATUS, "forged", 1);

    assertThat(badge.awaitAnswer())
        .isEqualTo(new RecordingBadge.Answer(1, ReasonCode.NOT_AUTHORIZED));
    publish(client, DEVICE, UpKind.STATUS, "honest", 2);
    assertThat(hub.awaitMessage().text()).isEqualTo("honest");
  }

  @Test
  void a_second_connection_of_the_same_device_takes_over() {
    RecordingBadge first = RecordingBadge.acknowledging();
    connect(DEVICE, first);

    RecordingBadge second = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, second);

    first.awaitClosed();
    subscribe(client, DEVICE, second);
    transport.send(DEVICE, DownKind.DESIRED, bytes("for the second"));
    assertThat(awaitDown(second).text()).isEqualTo("for the second");
  }

  @Test
  void a_badge_that_takes_few_at_a_time_gets_everything_in_order() {
    RecordingBadge badge = RecordingBadge.silent();
    ClientOptions options = options(DEVICE);
    MqttClient client =
        connectWith(options.withLimits(options.limits().withReceiveMaximum(2)), badge);
    subscribe(client, DEVICE, badge);
    for (int i = 0; i < 6; i++) {
      transport.send(DEVICE, DownKind.COMMAND, bytes("c" + i));
    }
    List<String> seen = new ArrayList<>();
    List<RecordingBadge.Message> open = new ArrayList<>();
    while (seen.size() < 6) {
      RecordingBadge.Message message = awaitDown(badge);
      open.add(message);
      seen.add(message.text());
      if (open.size() == 2) {
        open.forEach(each -> each.ack().accept());
        open.clear();
      }
    }
    assertThat(seen).containsExactly("c0", "c1", "c2", "c3", "c4", "c5");
    assertThat(client.connected()).isTrue();
  }

  @Test
  void packets_that_arrive_byte_by_byte_are_understood() throws Exception {
    try (RawClient raw = raw()) {
      raw.sendByteByByte(RawClient.connect(DEVICE.text(), 60));
      assertThat(raw.next().orElseThrow()).isInstanceOf(Packet.Connack.class);
      String topic = Topics.up(SITE, DEVICE, UpKind.TELEMETRY);
      raw.sendByteByByte(Packet.Publish.atLeastOnce(topic, bytes("crumbs"), 9));
      assertThat(hub.awaitMessage().text()).isEqualTo("crumbs");
      assertThat(raw.next().orElseThrow())
          .isInstanceOfSatisfying(
              Packet.Puback.class, puback -> assertThat(puback.packetId()).isEqualTo(9));
    }
  }

  @Test
  void a_packet_beyond_the_limit_ends_the_connection_with_the_reason() throws Exception {
    try (RawClient raw = raw()) {
      raw.send(RawClient.connect(DEVICE.text(), 60));
      assertThat(raw.next().orElseThrow()).isInstanceOf(Packet.Connack.class);
      String topic = Topics.up(SITE, DEVICE, UpKind.TELEMETRY);
      byte[] header = RawClient.bytes(Packet.Publish.atLeastOnce(topic, new byte[600_000], 1));
      raw.send(Arrays.copyOf(header, 2_000));

      Optional<Packet> last = raw.next();

      assertThat(last)
          .hasValueSatisfying(
              packet ->
                  assertThat(packet)
                      .isInstanceOfSatisfying(
                          Packet.Disconnect.class,
                          end ->
                              assertThat(end.reasonCode()).isEqualTo(ReasonCode.PACKET_TOO_LARGE)));
    }
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(OTHER, badge);
    publish(client, OTHER, UpKind.STATUS, "still here", 1);
    assertThat(hub.awaitMessage().text()).isEqualTo("still here");
  }

  @Test
  void a_message_the_server_would_not_take_is_refused_before_it_is_sent() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    client.publish(Topics.up(SITE, DEVICE, UpKind.TELEMETRY), new byte[1 << 20], 5);
    assertThat(badge.awaitAnswer())
        .isEqualTo(new RecordingBadge.Answer(5, ReasonCode.PACKET_TOO_LARGE));
    assertThat(client.connected()).isTrue();
  }

  @Test
  void a_badge_learns_that_the_hub_is_there_and_when_it_leaves() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    client.subscribe(Topics.badgeFilters(SITE, DEVICE), 1);

    RecordingBadge.Message message = badge.awaitMessage();
    assertThat(message.topic()).isEqualTo("baedge/v1/camp/_hub/hub-1/status");
    assertThat(message.text()).isEqualTo("online");

    transport.close();

    Await.until("news of the end", () -> badge.isClosed() || badge.messages() > 0);
    if (!badge.isClosed()) {
      assertThat(badge.awaitMessage().text()).isEqualTo("offline");
    }
  }

  @Test
  void a_crowd_of_badges_on_one_loop_is_heard_completely() {
    int crowd = crowd();
    List<RecordingBadge> badges = new ArrayList<>();
    List<MqttClient> clients = new ArrayList<>();
    for (int i = 0; i < crowd; i++) {
      RecordingBadge badge = RecordingBadge.acknowledging();
      badges.add(badge);
      clients.add(loop.connect(options(TestIds.device(100 + i)), badge));
    }
    for (int i = 0; i < crowd; i++) {
      badges.get(i).awaitConnected();
      publish(clients.get(i), TestIds.device(100 + i), UpKind.STATUS, "here", i);
    }
    for (int i = 0; i < crowd; i++) {
      assertThat(badges.get(i).awaitAnswer()).isEqualTo(new RecordingBadge.Answer(i, 0));
    }
    Await.until("all messages at the hub", () -> hub.messages() == crowd);
  }

  /// How many badges connect in one moment.
  protected int crowd() {
    return 300;
  }

  /// A socket that sends exactly what it is told, by the carrier under test.
  protected RawClient raw() throws IOException {
    return RawClient.open(address());
  }

  protected void startWith(RecordingHub chosen) throws Exception {
    hub = chosen;
    transport.start(hub).toCompletableFuture().get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
  }

  protected ClientOptions options(DeviceId device) {
    return ClientOptions.of(address(), device.text());
  }

  protected MqttClient connect(DeviceId device, RecordingBadge badge) {
    return connectWith(options(device), badge);
  }

  protected MqttClient connectWith(ClientOptions options, RecordingBadge badge) {
    MqttClient client = loop.connect(options, badge);
    badge.awaitConnected();
    Await.until("the client to know", client::connected);
    return client;
  }

  protected static void subscribe(MqttClient client, DeviceId device, RecordingBadge badge) {
    client.subscribe(Topics.badgeFilters(SITE, device), 1);
    assertThat(badge.awaitSubscribed()).hasSize(4).allMatch(code -> code <= 1);
  }

  /// The next message that is not the hub's status.
  protected static RecordingBadge.Message awaitDown(RecordingBadge badge) {
    RecordingBadge.Message message = badge.awaitMessage();
    while (message.topic().contains("/_hub/")) {
      message.ack().accept();
      message = badge.awaitMessage();
    }
    return message;
  }

  protected static boolean publish(
      MqttClient client, DeviceId device, UpKind kind, String text, long token) {
    return client.publish(Topics.up(SITE, device, kind), bytes(text), token);
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String statusTopic() {
    return Topics.up(SITE, DEVICE, UpKind.STATUS);
  }
}
