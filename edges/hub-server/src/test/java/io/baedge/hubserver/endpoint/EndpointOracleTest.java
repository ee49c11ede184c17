package io.baedge.hubserver.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.hub.HubTransport.Sent;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.RecordingBadge;
import io.baedge.mqtt.testing.RecordingHub;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A client library that knows nothing of Baedge, against the endpoint.
class EndpointOracleTest extends EndpointFixture {

  @Test
  void a_foreign_mqtt_5_library_gets_on_with_the_endpoint() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    Mqtt5BlockingClient client = mqtt5(DEVICE.text());
    Mqtt5ConnAck connack =
        client.connectWith().keepAlive(120).cleanStart(false).sessionExpiryInterval(600).send();
    assertThat(connack.isSessionPresent()).isFalse();
    assertThat(connack.getSessionExpiryInterval()).hasValue(0);
    assertThat(connack.getServerKeepAlive()).hasValue(60);
    assertThat(connack.getRestrictions().getReceiveMaximum()).isEqualTo(32);
    assertThat(connack.getRestrictions().getMaximumQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
    assertThat(connack.getRestrictions().isSharedSubscriptionAvailable()).isFalse();

    try (var inbox = client.publishes(MqttGlobalPublishFilter.ALL)) {
      client
          .subscribeWith()
          .topicFilter(Topics.prefix(SITE, DEVICE) + "+")
          .qos(MqttQos.AT_LEAST_ONCE)
          .send();
      client
          .publishWith()
          .topic(up(DEVICE, UpKind.REPORTED))
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(bytes("{}"))
          .send();
      assertThat(hub.awaitMessage().kind()).isEqualTo(UpKind.REPORTED);
      assertThat(endpoint.send(DEVICE, DownKind.DESIRED, bytes("wanted")))
          .isEqualTo(Sent.HANDED_OVER);
      Optional<Mqtt5Publish> down = inbox.receive(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
      assertThat(down.orElseThrow().getPayloadAsBytes()).isEqualTo(bytes("wanted"));
    }
    assertThatThrownBy(
            () ->
                client
                    .publishWith()
                    .topic(up(OTHER, UpKind.REPORTED))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send())
        .isInstanceOfSatisfying(
            Mqtt5PubAckException.class,
            e ->
                assertThat(e.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
    client.unsubscribeWith().topicFilter(Topics.prefix(SITE, DEVICE) + "+").send();
    Await.until(
        "the subscription to end",
        () -> endpoint.send(DEVICE, DownKind.DESIRED, bytes("x")) == Sent.NOT_CONNECTED);
    client.disconnect();
    Await.until("the good-bye", () -> endpoint.metrics().connections() == 0);
  }

  @Test
  void a_foreign_mqtt_3_library_gets_on_with_the_endpoint() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    Mqtt3BlockingClient client =
        Mqtt3Client.builder()
            .identifier(DEVICE.text())
            .serverHost("127.0.0.1")
            .serverPort(endpoint.port())
            .buildBlocking();
    client.connectWith().keepAlive(30).send();
    try (var inbox = client.publishes(MqttGlobalPublishFilter.ALL)) {
      client
          .subscribeWith()
          .topicFilter(Topics.down(SITE, DEVICE, DownKind.ACK))
          .qos(MqttQos.EXACTLY_ONCE)
          .send();
      client
          .publishWith()
          .topic(up(DEVICE, UpKind.STATUS))
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(bytes("{}"))
          .send();
      assertThat(hub.awaitMessage().kind()).isEqualTo(UpKind.STATUS);
      endpoint.send(DEVICE, DownKind.ACK, bytes("got it"));
      assertThat(
              inbox
                  .receive(Await.DEADLINE_MS, TimeUnit.MILLISECONDS)
                  .orElseThrow()
                  .getPayloadAsBytes())
          .isEqualTo(bytes("got it"));
    }
    client.disconnect();
  }

  @Test
  void a_reader_gets_copies_of_both_directions_and_may_not_speak() throws Exception {
    RecordingHub hub = RecordingHub.accepting();
    start(hub);
    Mqtt5BlockingClient reader = mqtt5("reader-grafana");
    reader.connect();
    try (var inbox = reader.publishes(MqttGlobalPublishFilter.ALL)) {
      reader.subscribeWith().topicFilter("baedge/v1/#").send();
      assertThat(inbox.receive().getTopic().toString())
          .isEqualTo("baedge/v1/camp/_hub/hub-1/status");
      RecordingBadge badge = RecordingBadge.acknowledging();
      MqttClient client = connect(options(DEVICE), badge);
      client.subscribe(Topics.badgeFilters(SITE, DEVICE), 1);
      badge.awaitSubscribed();
      client.publish(up(DEVICE, UpKind.TELEMETRY), bytes("up"), 1);
      assertThat(copies(inbox)).isEqualTo(up(DEVICE, UpKind.TELEMETRY) + " up");
      endpoint.send(DEVICE, DownKind.COMMAND, bytes("down"));
      assertThat(copies(inbox)).isEqualTo(Topics.down(SITE, DEVICE, DownKind.COMMAND) + " down");
    }
    assertThatThrownBy(
            () ->
                reader
                    .publishWith()
                    .topic(Topics.down(SITE, DEVICE, DownKind.COMMAND))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("reboot"))
                    .send())
        .isInstanceOf(Mqtt5PubAckException.class);
    assertThat(count(TransportCounter.READER_COPIES)).isEqualTo(2);
    assertThat(hub.messages()).as("only the badge's own message").isEqualTo(1);
    reader.disconnect();
  }

  private static String copies(Mqtt5BlockingClient.Mqtt5Publishes inbox) throws Exception {
    Mqtt5Publish publish = inbox.receive(Await.DEADLINE_MS, TimeUnit.MILLISECONDS).orElseThrow();
    return String.join(
        " ",
        List.of(publish.getTopic().toString(), new String(publish.getPayloadAsBytes(), UTF_8)));
  }

  private Mqtt5BlockingClient mqtt5(String clientId) {
    return Mqtt5Client.builder()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(endpoint.port())
        .buildBlocking();
  }
}
