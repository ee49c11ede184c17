package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.testing.HubTransportContract;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The contract on the embedded endpoint.
class EmbeddedTransportContractTest extends HubTransportContract {
  private static Vertx vertx;
  private EmbeddedTransport endpoint;

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
            () -> System.nanoTime() / 1_000_000);
    return endpoint;
  }

  @Override
  protected InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
  }
}
