package io.baedge.hubserver.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.RawClient;
import io.baedge.mqtt.testing.RecordingBadge;
import io.baedge.mqtt.testing.TestIds;
import io.baedge.mqtt.wire.Packet;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// An endpoint with the settings a test wants, and clients for it; everything is closed afterwards.
abstract class EndpointFixture {
  static final SiteId SITE = new SiteId("camp");
  static final DeviceId DEVICE = TestIds.device(1);
  static final DeviceId OTHER = TestIds.device(2);
  static final HubIdentity IDENTITY =
      HubIdentity.alone(SITE, "hub-1", "online".getBytes(UTF_8), "offline".getBytes(UTF_8));

  private static Vertx vertx;
  private static MqttLoop loop;
  private final List<AutoCloseable> open = new ArrayList<>();

  /// Moves the endpoint's clock into the future.
  final AtomicLong clockAheadMs = new AtomicLong();

  EmbeddedTransport endpoint;

  @BeforeAll
  static void startThreads() throws Exception {
    vertx = Vertx.vertx();
    loop = MqttLoop.start("badges");
  }

  @AfterAll
  static void stopThreads() throws Exception {
    loop.close();
    vertx.close().await();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    if (endpoint != null) {
      endpoint.close();
    }
  }

  void start(HubTransport.Listener hub) throws Exception {
    start(hub, EndpointLimits.DEFAULT);
  }

  void start(HubTransport.Listener hub, EndpointLimits limits) throws Exception {
    start(hub, new EndpointSettings(IDENTITY, "127.0.0.1", 0, 100_000, () -> 60, limits));
  }

  void start(HubTransport.Listener hub, EndpointSettings settings) throws Exception {
    endpoint = create(settings);
    endpoint.start(hub).toCompletableFuture().get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
  }

  EmbeddedTransport create(EndpointSettings settings) {
    return new EmbeddedTransport(
        vertx, settings, new Random(1), () -> System.nanoTime() / 1_000_000 + clockAheadMs.get());
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
  }

  ClientOptions options(DeviceId device) {
    return ClientOptions.of(address(), device.text());
  }

  MqttClient attempt(ClientOptions options, RecordingBadge badge) {
    MqttClient client = loop.connect(options, badge);
    open.add(client::abort);
    return client;
  }

  MqttClient connect(ClientOptions options, RecordingBadge badge) {
    MqttClient client = attempt(options, badge);
    badge.awaitConnected();
    return client;
  }

  RawClient raw() throws Exception {
    RawClient raw = RawClient.open(address());
    open.add(raw);
    return raw;
  }

  /// A raw client that is connected as this device.
  RawClient raw(DeviceId device) throws Exception {
    RawClient raw = raw();
    raw.send(RawClient.connect(device.text(), 60));
    assertThat(raw.next()).as("CONNACK").isPresent();
    return raw;
  }

  long count(TransportCounter counter) {
    return endpoint.metrics().get(counter);
  }

  static String up(DeviceId device, UpKind kind) {
    return Topics.up(SITE, device, kind);
  }

  static Packet.Publish telemetry(DeviceId device, String text, int packetId) {
    return Packet.Publish.atLeastOnce(up(device, UpKind.TELEMETRY), bytes(text), packetId);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
