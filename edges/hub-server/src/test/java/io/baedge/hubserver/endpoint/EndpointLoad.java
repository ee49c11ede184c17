package io.baedge.hubserver.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.Receipt;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.testing.LoadGenerator;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Measures the path client → endpoint → accept at once, both ends in this process: arguments are
/// clients, messages under way for each, payload bytes, seconds.
final class EndpointLoad {
  private EndpointLoad() {}

  public static void main(String[] args) throws Exception {
    int clients = Integer.parseInt(args[0]);
    int underWay = Integer.parseInt(args[1]);
    int payloadBytes = Integer.parseInt(args[2]);
    long seconds = Long.parseLong(args[3]);
    SiteId site = new SiteId("camp");
    HubIdentity identity =
        HubIdentity.alone(site, "hub-1", "on".getBytes(UTF_8), "off".getBytes(UTF_8));
    Vertx vertx = Vertx.vertx();
    EndpointSettings settings =
        new EndpointSettings(
            identity, "127.0.0.1", 0, 1_000_000, () -> 300, EndpointLimits.DEFAULT);
    try (EmbeddedTransport endpoint =
        new EmbeddedTransport(
            vertx, settings, new Random(1), () -> System.nanoTime() / 1_000_000)) {
      endpoint.start(new Accepting()).toCompletableFuture().get(10, TimeUnit.SECONDS);
      measure(endpoint, new LoadGenerator.Load(site, clients, underWay, payloadBytes), seconds);
    }
    vertx.close().await();
  }

  private static void measure(EmbeddedTransport endpoint, LoadGenerator.Load load, long seconds)
      throws Exception {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
    System.gc();
    long heapBefore = heapBytes();
    long startNs = System.nanoTime();
    try (LoadGenerator generator = LoadGenerator.connect(address, load, 200)) {
      double connectS = (System.nanoTime() - startNs) / 1e9;
      System.gc();
      long perClient = (heapBytes() - heapBefore) / load.clients();
      OperatingSystemMXBean machine =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpuBefore = machine.getProcessCpuTime();
      long inBefore = endpoint.metrics().get(TransportCounter.ACCEPTED);
      LoadGenerator.Result result = generator.run(seconds * 500, seconds * 1_000);
      double cpuUs = (machine.getProcessCpuTime() - cpuBefore) / 1e3;
      long total = endpoint.metrics().get(TransportCounter.ACCEPTED) - inBefore;
      System.out.printf(
          Locale.ROOT,
          "%d clients x %d under way, %d B: %.0f messages/s acknowledged, %.2f us CPU per message"
              + " (both ends), %d refused; connected in %.1f s, %d heap bytes per client (both"
              + " ends)%n",
          load.clients(),
          load.underWay(),
          load.payloadBytes(),
          result.perSecond(),
          cpuUs / total,
          result.refused(),
          connectS,
          perClient);
    }
  }

  /// Commits nothing and accepts at once: the transport alone is measured.
  private static final class Accepting implements HubTransport.Listener {
    @Override
    public void connected(DeviceId device, PeerInfo info) {}

    @Override
    public void closed(DeviceId device, String reason) {}

    @Override
    public void message(DeviceId device, UpKind kind, byte[] payload, Receipt receipt) {
      receipt.accept();
    }
  }

  private static long heapBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
