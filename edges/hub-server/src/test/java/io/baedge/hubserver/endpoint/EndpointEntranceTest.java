package io.baedge.hubserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.CloseReason;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.Refusal;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.RawClient;
import io.baedge.mqtt.testing.RecordingBadge;
import io.baedge.mqtt.testing.RecordingHub;
import io.baedge.mqtt.testing.TestIds;
import io.baedge.mqtt.wire.Packet.Disconnect;
import io.baedge.mqtt.wire.ReasonCode;
import java.net.BindException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Who comes in, who is sent away with which words, and how a connection ends.
class EndpointEntranceTest extends EndpointFixture {

  @Test
  void a_crowd_is_let_in_at_the_admitted_rate_and_the_rest_gets_slots() throws Exception {
    start(RecordingHub.accepting(), settings(2, 60));
    for (int i = 0; i < 2; i++) {
      connect(options(device(i)), RecordingBadge.acknowledging());
    }
    RecordingBadge third = RecordingBadge.acknowledging();
    attempt(options(device(3)), third);
    RecordingBadge fourth = RecordingBadge.acknowledging();
    attempt(options(device(4)), fourth);

    Refusal first = third.awaitRefused();
    Refusal second = fourth.awaitRefused();
    assertThat(first.reasonCode()).isEqualTo(ReasonCode.CONNECTION_RATE_EXCEEDED);
    assertThat(first.text()).contains("come back in your slot");
    // 1 / (0.95 C) = 526 ms for the first slot, twice that for the second, each with 0..200 ms.
    assertThat(first.retryAfterMs().orElseThrow()).isBetween(500L, 750L);
    assertThat(second.retryAfterMs().orElseThrow()).isBetween(900L, 1_300L);
    assertThat(count(TransportCounter.REFUSED_RATE)).isEqualTo(2);
  }

  @Test
  void a_hopeless_crowd_is_not_even_answered() throws Exception {
    start(RecordingHub.accepting(), settings(1, 60));
    for (int i = 0; i < 25; i++) {
      try (RawClient raw = RawClient.open(address())) {
        raw.send(RawClient.connect(device(i).text(), 60));
        raw.next();
      }
    }
    assertThat(count(TransportCounter.DROPPED_RATE)).isPositive();
    assertThat(count(TransportCounter.REFUSED_RATE)).isPositive();
  }

  @Test
  void a_client_id_that_is_no_device_is_refused_in_words() throws Exception {
    start(RecordingHub.accepting());
    RecordingBadge badge = RecordingBadge.acknowledging();
    attempt(ClientOptions.of(address(), "Sensor 7"), badge);
    Refusal refusal = badge.awaitRefused();
    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.CLIENT_ID_NOT_VALID);
    assertThat(refusal.text()).contains("must be a device id");
    assertThat(count(TransportCounter.REFUSED_OTHER)).isEqualTo(1);
  }

  @Test
  void a_device_of_another_hub_is_sent_there() throws Exception {
    HubIdentity none =
        new HubIdentity(SITE, "hub-1", List.of(OTHER.partition()), bytes("on"), bytes("off"));
    start(
        RecordingHub.accepting(),
        new EndpointSettings(none, "127.0.0.1", 0, 1_000, () -> 60, EndpointLimits.DEFAULT));
    RecordingBadge badge = RecordingBadge.acknowledging();
    attempt(options(DEVICE), badge);
    assertThat(badge.awaitRefused().reasonCode()).isEqualTo(ReasonCode.USE_ANOTHER_SERVER);
    connect(options(OTHER), RecordingBadge.acknowledging());
  }

  @Test
  void a_will_on_another_device_s_topic_is_refused() throws Exception {
    start(RecordingHub.accepting());
    RecordingBadge badge = RecordingBadge.acknowledging();
    attempt(options(DEVICE).withWill(up(OTHER, UpKind.STATUS), bytes("gone"), 0), badge);
    assertThat(badge.awaitRefused().reasonCode()).isEqualTo(ReasonCode.NOT_AUTHORIZED);
  }

  @Test
  void the_replaced_connection_learns_that_it_was_taken_over() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    RecordingBadge first = RecordingBadge.acknowledging();
    connect(options(DEVICE).withWill(up(DEVICE, UpKind.STATUS), bytes("gone"), 0), first);
    MqttClient second = connect(options(DEVICE), RecordingBadge.acknowledging());
    CloseReason reason = first.awaitClosed();
    assertThat(reason.kind()).isEqualTo(CloseReason.Kind.BY_SERVER);
    assertThat(reason.reasonCode()).isEqualTo(ReasonCode.SESSION_TAKEN_OVER);
    second.publish(up(DEVICE, UpKind.STATUS), bytes("second"), 1);
    assertThat(hub.awaitMessage().text()).as("no will of the first").isEqualTo("second");
    assertThat(count(TransportCounter.TAKE_OVERS)).isEqualTo(1);
    assertThat(endpoint.metrics().connections()).isEqualTo(1);
  }

  @Test
  void the_hub_lowers_the_keep_alive_and_closes_who_is_silent() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub, settings(1_000, 20));
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient lively = attempt(options(OTHER), badge);
    assertThat(badge.awaitConnected().keepAliveS()).isEqualTo(20);
    RawClient silent = raw(DEVICE);
    clockAheadMs.set(29_000);
    lively.publish(up(OTHER, UpKind.STATUS), bytes("alive"), 1);
    assertThat(badge.awaitAnswer().reasonCode()).isZero();

    clockAheadMs.set(31_000);

    assertThat(silent.next().orElseThrow())
        .isInstanceOfSatisfying(
            Disconnect.class,
            end -> assertThat(end.reasonCode()).isEqualTo(ReasonCode.KEEP_ALIVE_TIMEOUT));
    assertThat(count(TransportCounter.SILENT_CLOSES)).isEqualTo(1);
    assertThat(lively.connected()).as("the one that was heard stays").isTrue();
  }

  @Test
  void a_keep_alive_below_the_hub_s_is_left_alone() throws Exception {
    start(RecordingHub.accepting(), settings(1_000, 60));
    RecordingBadge badge = RecordingBadge.acknowledging();
    attempt(options(DEVICE).withKeepAliveS(20), badge);
    assertThat(badge.awaitConnected().keepAliveS()).isEqualTo(20);
  }

  @Test
  void the_keep_alive_grows_with_the_fleet_between_its_bounds() {
    assertThat(EndpointSettings.keepAliveS(600, 200)).isEqualTo(15);
    assertThat(EndpointSettings.keepAliveS(10_000, 50)).isEqualTo(200);
    assertThat(EndpointSettings.keepAliveS(10_000, 200)).isEqualTo(50);
    assertThat(EndpointSettings.keepAliveS(100_000, 200)).isEqualTo(300);
  }

  @Test
  void a_delayed_will_is_dropped_when_the_device_comes_back_and_told_when_not() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(withWill(300), badge);
    client.abort();
    hub.awaitClosed();
    MqttClient back = connect(withWill(1), RecordingBadge.acknowledging());
    back.publish(up(DEVICE, UpKind.STATUS), bytes("back"), 1);
    assertThat(hub.awaitMessage().text()).isEqualTo("back");
    back.abort();
    assertThat(hub.awaitMessage().text()).isEqualTo("gone");
    assertThat(count(TransportCounter.WILLS)).isEqualTo(1);
  }

  @Test
  void disconnect_with_will_tells_the_will() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    MqttClient client = connect(withWill(0), RecordingBadge.acknowledging());
    client.disconnect(ReasonCode.DISCONNECT_WITH_WILL);
    assertThat(hub.awaitMessage().text()).isEqualTo("gone");
  }

  @Test
  void the_hub_hears_who_comes_and_goes() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    MqttClient client = connect(options(DEVICE), RecordingBadge.acknowledging());
    assertThat(hub.awaitConnected()).isEqualTo(DEVICE);
    client.disconnect();
    assertThat(hub.awaitClosed())
        .isEqualTo(new RecordingHub.Closed(DEVICE, "the device said good-bye"));
  }

  @Test
  void the_hub_can_send_a_device_away() throws Exception {
    start(RecordingHub.accepting());
    RecordingBadge badge = RecordingBadge.acknowledging();
    connect(options(DEVICE), badge);
    endpoint.disconnect(DEVICE, ReasonCode.NOT_AUTHORIZED, "this device was replaced");
    CloseReason reason = badge.awaitClosed();
    assertThat(reason.reasonCode()).isEqualTo(ReasonCode.NOT_AUTHORIZED);
    assertThat(reason.text()).isEqualTo("this device was replaced");
  }

  @Test
  void subscriptions_to_other_devices_are_refused() throws Exception {
    start(RecordingHub.accepting());
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(options(DEVICE), badge);
    client.subscribe(List.of(Topics.prefix(SITE, OTHER) + "desired", "baedge/v1/#", "a#"), 1);
    assertThat(badge.awaitSubscribed())
        .containsExactly(
            ReasonCode.NOT_AUTHORIZED, ReasonCode.NOT_AUTHORIZED, ReasonCode.TOPIC_FILTER_INVALID);
    assertThat(count(TransportCounter.FOREIGN_TOPIC)).isEqualTo(2);
  }

  @Test
  void bytes_that_are_no_packet_end_the_connection() throws Exception {
    start(RecordingHub.accepting());
    RawClient raw = raw(DEVICE);
    raw.send(HexFormat.of().parseHex("360a0003612f62000a000102"));
    assertThat(raw.next().orElseThrow())
        .isInstanceOfSatisfying(
            Disconnect.class,
            end -> assertThat(end.reasonCode()).isEqualTo(ReasonCode.MALFORMED_PACKET));
    assertThat(count(TransportCounter.BAD_PACKETS)).isEqualTo(1);
    connect(options(OTHER), RecordingBadge.acknowledging());
  }

  @Test
  void quality_of_service_2_is_not_offered() throws Exception {
    start(RecordingHub.accepting());
    RawClient raw = raw(DEVICE);
    byte[] once = RawClient.bytes(telemetry(DEVICE, "x", 1));
    once[0] = 0x34;
    raw.send(once);
    assertThat(raw.next().orElseThrow())
        .isInstanceOfSatisfying(
            Disconnect.class,
            end -> assertThat(end.reasonCode()).isEqualTo(ReasonCode.QOS_NOT_SUPPORTED));
  }

  @Test
  void a_port_in_use_is_told_in_one_sentence() throws Exception {
    start(RecordingHub.accepting());
    EndpointSettings same =
        new EndpointSettings(
            IDENTITY, "127.0.0.1", endpoint.port(), 100, () -> 60, EndpointLimits.DEFAULT);
    assertThatThrownBy(
            () ->
                create(same)
                    .start(RecordingHub.accepting())
                    .toCompletableFuture()
                    .get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS))
        .hasRootCauseInstanceOf(BindException.class)
        .cause()
        .hasMessageContaining("cannot listen on 127.0.0.1:" + endpoint.port())
        .hasMessageContaining("choose another port");
  }

  @Test
  void a_closing_hub_says_good_bye() throws Exception {
    start(RecordingHub.accepting());
    RawClient raw = raw(DEVICE);
    endpoint.close();
    assertThat(raw.next().orElseThrow())
        .isInstanceOfSatisfying(
            Disconnect.class,
            end -> assertThat(end.reasonCode()).isEqualTo(ReasonCode.SERVER_SHUTTING_DOWN));
  }

  @Test
  void an_mqtt_3_client_gets_the_codes_of_its_version() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    String topic = up(DEVICE, UpKind.STATUS);
    try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
      socket.setSoTimeout((int) Await.DEADLINE_MS);
      byte[] connect = HexFormat.of().parseHex("101c00044d5154540402003c0010");
      socket.getOutputStream().write(connect);
      socket.getOutputStream().write(bytes(DEVICE.text()));
      assertThat(socket.getInputStream().readNBytes(4)).isEqualTo(new byte[] {0x20, 2, 0, 0});
      byte[] name = bytes(topic);
      socket.getOutputStream().write(new byte[] {0x32, (byte) (name.length + 7), 0});
      socket.getOutputStream().write(name.length);
      socket.getOutputStream().write(name);
      socket.getOutputStream().write(new byte[] {0, 9, 'o', 'l', 'd'});
      assertThat(hub.awaitMessage().text()).isEqualTo("old");
      assertThat(socket.getInputStream().readNBytes(4)).isEqualTo(new byte[] {0x40, 2, 0, 9});
    }
  }

  private ClientOptions withWill(long delayS) {
    return options(DEVICE).withWill(up(DEVICE, UpKind.STATUS), bytes("gone"), delayS);
  }

  private static EndpointSettings settings(double connectsPerSecond, int keepAliveS) {
    return new EndpointSettings(
        IDENTITY, "127.0.0.1", 0, connectsPerSecond, () -> keepAliveS, EndpointLimits.DEFAULT);
  }

  private static DeviceId device(int number) {
    return TestIds.device(number);
  }
}
