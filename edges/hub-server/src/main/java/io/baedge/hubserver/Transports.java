package io.baedge.hubserver;

import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.endpoint.EmbeddedTransport;
import io.baedge.hubserver.endpoint.EndpointLimits;
import io.baedge.hubserver.endpoint.EndpointSettings;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.message.HubStatus;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.hub.TransportMetrics;
import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** Makes what carries messages between the hub and its badges. */
final class Transports {
  /** One store has one hub so far; its name tells hubs of several partitions apart. */
  private static final String HUB = "hub";

  private Transports() {}

  /** The embedded endpoint. */
  static EmbeddedTransport embedded(
      HubConfig config, Vertx vertx, long generation, IntSupplier devices) {
    int perSecond = config.fleet().keepAlivesPerSecond();
    var settings =
        new EndpointSettings(
            identity(config, generation),
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
