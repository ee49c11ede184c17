package io.baedge.hubserver.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.ClientLimits;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.HubTransport.Sent;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.Receipt;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.RawClient;
import io.baedge.mqtt.testing.RecordingBadge;
import io.baedge.mqtt.testing.RecordingHub;
import io.baedge.mqtt.testing.TestIds;
import io.baedge.mqtt.wire.Packet;
import io.baedge.mqtt.wire.Packet.Disconnect;
import io.baedge.mqtt.wire.Packet.Filter;
import io.baedge.mqtt.wire.Packet.Pingreq;
import io.baedge.mqtt.wire.Packet.Pingresp;
import io.baedge.mqtt.wire.Packet.Puback;
import io.baedge.mqtt.wire.Packet.Publish;
import io.baedge.mqtt.wire.Packet.Subscribe;
import io.baedge.mqtt.wire.Properties;
import io.baedge.mqtt.wire.Property;
import io.baedge.mqtt.wire.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Acknowledgement after commit, bounded queues, windows: what a broker cannot give.
class EndpointFlowTest extends EndpointFixture {

  @Test
  void puback_waits_for_the_commit() throws Exception {
    RecordingHub hub = RecordingHub.deciding();
    start(hub);
    RawClient raw = raw(DEVICE);
    raw.send(telemetry(DEVICE, "a", 1));
    raw.send(new Pingreq());
    assertThat(raw.next()).as("the ping overtakes the message").contains(new Pingresp());
    assertThat(endpoint.metrics().uncommitted()).isEqualTo(1);

    hub.awaitMessage().receipt().accept();

    assertThat(raw.next()).contains(new Puback(1, 0, Properties.NONE));
    // The client may read the receipt before the server has counted it.
    Await.until("nothing uncommitted", () -> endpoint.metrics().uncommitted() == 0);
    assertThat(count(TransportCounter.ACCEPTED)).isEqualTo(1);
  }

  @Test
  void a_receipt_counts_once() throws Exception {
    RecordingHub hub = RecordingHub.deciding();
    start(hub);
    RawClient raw = raw(DEVICE);
    raw.send(telemetry(DEVICE, "a", 1));
    Receipt receipt = hub.awaitMessage().receipt();
    receipt.accept();
    receipt.accept();
    receipt.refuse(ReasonCode.NOT_AUTHORIZED);
    assertThat(raw.next()).contains(new Puback(1, 0, Properties.NONE));
    raw.send(new Pingreq());
    assertThat(raw.next()).contains(new Pingresp());
    assertThat(endpoint.metrics().uncommitted()).isZero();
  }

  @Test
  void a_refused_message_tells_the_badge_why() throws Exception {
    RecordingHub hub = RecordingHub.deciding();
    start(hub);
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(options(DEVICE), badge);
    client.publish(up(DEVICE, UpKind.TELEMETRY), bytes("nonsense"), 4);
    hub.awaitMessage().receipt().refuse(ReasonCode.PAYLOAD_FORMAT_INVALID);
    assertThat(badge.awaitAnswer())
        .isEqualTo(new RecordingBadge.Answer(4, ReasonCode.PAYLOAD_FORMAT_INVALID));
    assertThat(count(TransportCounter.REFUSED_MESSAGES)).isEqualTo(1);
  }

  @Test
  void a_message_the_hub_cannot_take_is_refused_and_counted() throws Exception {
    start(
        new HubTransport.Listener() {
          @Override
          public void connected(DeviceId device, PeerInfo info) {}

          @Override
          public void closed(DeviceId device, String reason) {}

          @Override
          public void message(DeviceId device, UpKind kind, byte[] payload, Receipt receipt) {
            throw new IllegalStateException("broken on purpose");
          }
        });
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(options(DEVICE), badge);
    client.publish(up(DEVICE, UpKind.STATUS), bytes("x"), 1);
    assertThat(badge.awaitAnswer().reasonCode()).isEqualTo(ReasonCode.IMPLEMENTATION_ERROR);
    assertThat(count(TransportCounter.LISTENER_FAILURES)).isEqualTo(1);
  }

  @Test
  void a_full_commit_queue_holds_messages_back_until_there_is_room() throws Exception {
    RecordingHub hub = RecordingHub.deciding();
    start(hub, EndpointLimits.DEFAULT.withQueue(2, 10));
    RawClient raw = raw(DEVICE);
    for (int i = 1; i <= 5; i++) {
      raw.send(telemetry(DEVICE, "m" + i, i));
    }
    raw.send(new Pingreq());
    assertThat(raw.next()).contains(new Pingresp());
    assertThat(hub.messages()).isEqualTo(2);
    assertThat(count(TransportCounter.HELD)).isEqualTo(3);
    for (int i = 1; i <= 5; i++) {
      RecordingHub.Message message = hub.awaitMessage();
      assertThat(message.text()).isEqualTo("m" + i);
      message.receipt().accept();
      assertThat(raw.next()).contains(new Puback(i, 0, Properties.NONE));
    }
  }

  @Test
  void without_any_room_the_sender_is_sent_away() throws Exception {
    RecordingHub hub = RecordingHub.deciding();
    start(hub, EndpointLimits.DEFAULT.withQueue(1, 1));
    RawClient raw = raw(DEVICE);
    for (int i = 1; i <= 3; i++) {
      raw.send(telemetry(DEVICE, "m" + i, i));
    }
    assertThat(disconnectCode(raw)).isEqualTo(ReasonCode.QUOTA_EXCEEDED);
    assertThat(count(TransportCounter.QUEUE_OVERFLOWS)).isEqualTo(1);
    hub.awaitMessage().receipt().accept();
    assertThat(hub.awaitMessage().text()).isEqualTo("m2");
  }

  @Test
  void a_client_that_ignores_the_receive_maximum_is_sent_away() throws Exception {
    start(RecordingHub.deciding(), EndpointLimits.DEFAULT.withReceiveMaximum(3));
    RawClient raw = raw(DEVICE);
    for (int i = 1; i <= 4; i++) {
      raw.send(telemetry(DEVICE, "m" + i, i));
    }
    assertThat(disconnectCode(raw)).isEqualTo(ReasonCode.RECEIVE_MAXIMUM_EXCEEDED);
    assertThat(count(TransportCounter.RECEIVE_MAXIMUM_EXCEEDED)).isEqualTo(1);
  }

  @Test
  void the_lean_client_keeps_to_the_announced_receive_maximum() throws Exception {
    RecordingHub hub = RecordingHub.deciding();
    start(hub, EndpointLimits.DEFAULT.withReceiveMaximum(3));
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(options(DEVICE), badge);
    for (int i = 0; i < 20; i++) {
      assertThat(client.publish(up(DEVICE, UpKind.TELEMETRY), bytes("m" + i), i)).isTrue();
    }
    for (int i = 0; i < 20; i++) {
      RecordingHub.Message message = hub.awaitMessage();
      assertThat(message.text()).isEqualTo("m" + i);
      assertThat(endpoint.metrics().uncommitted()).isLessThanOrEqualTo(3);
      message.receipt().accept();
      assertThat(badge.awaitAnswer().token()).isEqualTo(i);
    }
  }

  @Test
  void a_badge_never_has_more_on_the_way_to_it_than_it_announced() throws Exception {
    start(RecordingHub.accepting());
    RawClient raw = raw();
    Properties two = Properties.builder().whole(Property.RECEIVE_MAXIMUM, 2).build();
    raw.send(new Packet.Connect(DEVICE.text(), true, 60, null, null, two));
    raw.next();
    raw.send(
        new Subscribe(
            1, List.of(new Filter(Topics.prefix(SITE, DEVICE) + "+", 1)), Properties.NONE));
    raw.next();
    for (int i = 0; i < 5; i++) {
      assertThat(endpoint.send(DEVICE, DownKind.COMMAND, bytes("c" + i)))
          .isEqualTo(Sent.HANDED_OVER);
    }
    int first = published(raw, "c0");
    int second = published(raw, "c1");
    raw.send(new Pingreq());
    assertThat(raw.next()).as("nothing beyond two").contains(new Pingresp());
    raw.send(new Puback(second, 0, Properties.NONE));
    int third = published(raw, "c2");
    raw.send(new Pingreq());
    assertThat(raw.next()).contains(new Pingresp());
    raw.send(new Puback(first, 0, Properties.NONE));
    raw.send(new Puback(third, 0, Properties.NONE));
    published(raw, "c3");
    published(raw, "c4");
  }

  @Test
  void a_badge_that_never_acknowledges_gets_busy() throws Exception {
    start(RecordingHub.accepting());
    RecordingBadge badge = RecordingBadge.silent();
    MqttClient client = connect(options(DEVICE), badge);
    client.subscribe(Topics.badgeFilters(SITE, DEVICE), 1);
    badge.awaitSubscribed();
    List<Sent> results = new ArrayList<>();
    for (int i = 0; i <= EndpointLimits.DEFAULT.maxDownQueue(); i++) {
      results.add(endpoint.send(DEVICE, DownKind.COMMAND, bytes("c" + i)));
    }
    assertThat(results.getLast()).isEqualTo(Sent.BUSY);
    assertThat(results.subList(0, results.size() - 1)).containsOnly(Sent.HANDED_OVER);
    assertThat(count(TransportCounter.OUT_BUSY)).isEqualTo(1);
  }

  @Test
  void without_a_subscription_nothing_is_sent() throws Exception {
    start(RecordingHub.accepting());
    connect(options(DEVICE), RecordingBadge.acknowledging());
    assertThat(endpoint.send(DEVICE, DownKind.DESIRED, bytes("x"))).isEqualTo(Sent.NOT_CONNECTED);
    assertThat(endpoint.send(OTHER, DownKind.DESIRED, bytes("x"))).isEqualTo(Sent.NOT_CONNECTED);
    assertThat(count(TransportCounter.OUT_NOT_CONNECTED)).isEqualTo(2);
  }

  @Test
  void a_thousand_badges_on_one_loop_are_served() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    List<RecordingBadge> badges = new ArrayList<>();
    List<MqttClient> clients = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      badges.add(RecordingBadge.acknowledging());
      ClientOptions options = options(TestIds.device(i));
      // All at once on a busy machine takes longer than a badge would wait.
      ClientLimits patient = options.limits().withTimeouts(60_000, 60_000);
      clients.add(attempt(options.withLimits(patient), badges.get(i)));
    }
    for (int i = 0; i < 1_000; i++) {
      badges.get(i).awaitConnected();
      for (int n = 0; n < 5; n++) {
        clients.get(i).publish(up(TestIds.device(i), UpKind.TELEMETRY), bytes("t" + n), n);
      }
    }
    for (RecordingBadge badge : badges) {
      for (int n = 0; n < 5; n++) {
        assertThat(badge.awaitAnswer()).isEqualTo(new RecordingBadge.Answer(n, 0));
      }
    }
    assertThat(hub.messages()).isEqualTo(5_000);
    assertThat(endpoint.metrics().connections()).isEqualTo(1_000);
    clients.forEach(MqttClient::disconnect);
    Await.until("everybody to have left", () -> endpoint.metrics().connections() == 0);
  }

  private static int published(RawClient raw, String text) throws Exception {
    Packet packet = raw.next().orElseThrow();
    assertThat(packet).isInstanceOf(Publish.class);
    Publish publish = (Publish) packet;
    assertThat(new String(publish.payload(), UTF_8)).isEqualTo(text);
    return publish.packetId();
  }

  private static int disconnectCode(RawClient raw) throws Exception {
    Packet packet = raw.next().orElseThrow();
    while (packet instanceof Puback) {
      packet = raw.next().orElseThrow();
    }
    assertThat(packet).isInstanceOf(Disconnect.class);
    assertThat(raw.next()).as("the socket is closed").isEmpty();
    return ((Disconnect) packet).reasonCode();
  }
}
