package io.baedge.hubserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.CloseReason;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.HubTransportContract;
import io.baedge.mqtt.testing.RawClient;
import io.baedge.mqtt.testing.RecordingBadge;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract on the embedded endpoint, reached through a WebSocket.
class WebSocketTransportContractTest extends HubTransportContract {
  private static Vertx vertx;
  private EmbeddedTransport endpoint;
  private WebSocketDoor door;
  private HttpServer server;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() throws Exception {
    vertx.close().await();
  }

  @Override
  protected HubTransport create(HubIdentity identity) {
    endpoint =
        new EmbeddedTransport(
            vertx,
            new EndpointSettings(
                identity, "127.0.0.1", 0, 100_000, () -> 60, EndpointLimits.DEFAULT),
            new Random(1),
            WebSocketTransportContractTest::nowMs);
    return endpoint;
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  protected InetSocketAddress address() {
    if (server == null) {
      var mqtt = new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
      door = new WebSocketDoor(vertx, mqtt, 1_000, 100_000, WebSocketTransportContractTest::nowMs);
      try {
        server =
            vertx
                .createHttpServer(WebSocketDoor.prepared(new HttpServerOptions()))
                .requestHandler(door::knock)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort());
  }

  @AfterEach
  void closeServer() throws Exception {
    if (server != null) {
      server.close().await();
    }
  }

  private Carrier.WebSocket carrier(String path) {
    InetSocketAddress address = address();
    return new Carrier.WebSocket(address, "127.0.0.1:" + address.getPort(), path);
  }

  @Override
  protected ClientOptions options(DeviceId device) {
    return ClientOptions.of(carrier("/mqtt"), device.text());
  }

  @Override
  protected RawClient raw() throws IOException {
    return RawClient.open(carrier("/mqtt"));
  }

  @Test
  void a_plain_request_learns_what_this_address_is_for() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + address().getPort() + "/mqtt");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("subprotocol mqtt");
    assertThat(door.refused()).isEqualTo(1);
  }

  @Test
  void a_server_without_mqtt_behind_the_path_is_told_in_one_sentence() throws Exception {
    HttpServer other =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().setStatusCode(404).end())
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), other.actualPort());
    RecordingBadge badge = RecordingBadge.acknowledging();
    loop.connect(
        ClientOptions.of(new Carrier.WebSocket(address, "hub.example", "/mqtt"), DEVICE.text()),
        badge);
    CloseReason reason = badge.awaitClosed();
    assertThat(reason.text())
        .isEqualTo("the server at hub.example/mqtt answers 404 instead of opening a WebSocket");
    other.close().await();
  }

  @Test
  void the_door_counts_who_is_in_and_forgets_who_leaves() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    assertThat(door.open()).isEqualTo(1);
    client.disconnect();
    Await.until("the WebSocket to be gone", () -> door.open() == 0);
    assertThat(door.opened()).isEqualTo(1);
  }

  @Test
  void a_large_message_crosses_in_many_frames() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    String text = "x".repeat(200_000);
    assertThat(publish(client, DEVICE, UpKind.TELEMETRY, text, 1)).isTrue();
    assertThat(hub.awaitMessage().text()).hasSize(200_000);
    subscribe(client, DEVICE, badge);
    transport.send(DEVICE, DownKind.DESIRED, bytes(text));
    assertThat(awaitDown(badge).text()).hasSize(200_000);
  }

  @Test
  void a_hub_whose_endpoint_is_gone_closes_the_websocket() {
    address();
    transport.close();
    RecordingBadge badge = RecordingBadge.acknowledging();
    loop.connect(options(DEVICE), badge);
    assertThat(badge.awaitClosed().text()).contains("closed");
  }

  @Test
  void an_address_that_cannot_be_is_refused() {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    assertThatThrownBy(() -> new Carrier.WebSocket(address, "hub", "mqtt"))
        .hasMessageContaining("begins with /");
    assertThatThrownBy(() -> new Carrier.WebSocket(address, "hub\r\nX: y", "/mqtt"))
        .hasMessageContaining("cannot be the host");
  }
}
