package io.baedge.hubserver;

import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.endpoint.EmbeddedTransport;
import io.baedge.hubserver.endpoint.EndpointLimits;
import io.baedge.hubserver.endpoint.EndpointSettings;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.message.HubStatus;
import io.baedge.mqtt.broker.BrokerSettings;
import io.baedge.mqtt.broker.BrokerTransport;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.hub.TransportMetrics;
import io.baedge.mqtt.wire.Packet.Login;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** Makes what carries messages between the hub and its badges. */
final class Transports {
  /** One store has one hub so far; its name tells hubs of several partitions apart. */
  private static final String HUB = "hub";

  private Transports() {}

  /**
   * A transport that has not started.
   *
   * @param port where badges connect, once it has started; 0 with an external broker
   * @param comesLater whether the hub starts without it: a broker that is away may come back
   */
  record Made(HubTransport transport, IntSupplier port, boolean comesLater) {}

  /** What the settings ask for. */
  static Made make(HubConfig config, Vertx vertx, long generation, IntSupplier devices) {
    HubIdentity identity = identity(config, generation);
    if (config.mqtt().broker().isPresent()) {
      HubConfig.Broker broker = config.mqtt().broker().get();
      Login login =
          broker.user().isEmpty()
              ? null
              : new Login(broker.user(), broker.password().getBytes(StandardCharsets.UTF_8));
      var settings = BrokerSettings.of(identity, broker.host(), broker.port(), login);
      return new Made(new BrokerTransport(settings), () -> 0, true);
    }
    EmbeddedTransport embedded = embedded(config, vertx, identity, devices);
    return new Made(embedded, embedded::port, false);
  }

  private static EmbeddedTransport embedded(
      HubConfig config, Vertx vertx, HubIdentity identity, IntSupplier devices) {
    int perSecond = config.fleet().keepAlivesPerSecond();
    var settings =
        new EndpointSettings(
            identity,
            config.mqtt().bind(),
            config.mqtt().port(),
            config.fleet().admissionPerSecond(),
            () -> EndpointSettings.keepAliveS(devices.getAsInt(), perSecond),
            EndpointLimits.DEFAULT);
    // Slots need no secrecy and no repetition: the clock is seed enough.
    return new EmbeddedTransport(
        vertx,
        settings,
        new SplittableRandom(System.nanoTime()),
        () -> System.nanoTime() / 1_000_000);
  }

  /** Shows what the transport counts. */
  static void measure(HubTransport transport, HubMetrics metrics) {
    TransportMetrics counted = transport.metrics();
    for (TransportCounter counter : TransportCounter.values()) {
      metrics.counted(
          "baedge_mqtt_" + counter.name().toLowerCase(Locale.ROOT),
          counter.help(),
          () -> counted.get(counter));
    }
    metrics.gauge(
        "baedge_mqtt_connections", "devices connected", counted, TransportMetrics::connections);
    metrics.gauge(
        "baedge_mqtt_uncommitted", "messages not answered", counted, TransportMetrics::uncommitted);
  }

  private static HubIdentity identity(HubConfig config, long generation) {
    return HubIdentity.alone(
        config.site(),
        HUB,
        MessageCodec.encode(new HubStatus(true, generation)),
        MessageCodec.encode(new HubStatus(false, generation)));
  }
}
