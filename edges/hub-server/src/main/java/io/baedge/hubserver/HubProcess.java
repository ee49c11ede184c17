package io.baedge.hubserver;

import io.baedge.hub.HubSettings;
import io.baedge.hub.desired.Capacity;
import io.baedge.hub.presence.PresenceSettings;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.endpoint.AcceptGate;
import io.baedge.hubserver.loop.HubLoop;
import io.baedge.hubserver.loop.HubParts;
import io.baedge.hubserver.metrics.FleetMeters;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.hubserver.store.Database;
import io.baedge.hubserver.store.JdbcHubStore;
import io.baedge.hubserver.web.WebServer;
import io.baedge.hubserver.web.WebSettings;
import io.baedge.kit.settings.Setting;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running hub: store, decisions, MQTT and web, started in this order and stopped in the reverse
 * one. Several may run in one process on different directories.
 */
public final class HubProcess implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;

  private final Closing opened;
  private final HubParts parts;
  private final HubLoop loop;
  private final Ports ports;

  private record Ports(int http, int mqtt) {}

  private HubProcess(Closing opened, HubParts parts, HubLoop loop, Ports ports) {
    this.opened = opened;
    this.parts = parts;
    this.loop = loop;
    this.ports = ports;
  }

  /**
   * Starts a hub and returns when badges can connect and the console answers.
   *
   * @param settings each setting with its source, for the web
   */
  public static HubProcess start(HubConfig config, List<Setting> settings) throws HubStartFailed {
    var opened = new Closing();
    try {
      return start(config, settings, opened);
    } catch (HubStartFailed e) {
      opened.close();
      throw e;
    } catch (StoreFailed e) {
      opened.close();
      throw new HubStartFailed(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException | Error e) {
      // A defect must not leave a half-started hub behind.
      opened.close();
      throw e;
    }
  }

  private static HubProcess start(HubConfig config, List<Setting> settings, Closing opened)
      throws HubStartFailed, StoreFailed {
    opened.add(DataDirectory.hold(config.data()));
    JdbcHubStore store =
        opened.add(
            JdbcHubStore.open(
                Database.of(config), config.site(), owner(), System::currentTimeMillis));
    HubMetrics metrics = opened.add(new HubMetrics());
    var gate =
        new AcceptGate(config.fleet().admissionPerSecond(), () -> System.nanoTime() / 1_000_000);
    metrics.counted(
        "baedge_mqtt_closed_at_accept",
        "sockets closed as far too many came in a second",
        gate::turnedAway);
    Vertx vertx = gate.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    opened.add(() -> Waiting.until(vertx.close().toCompletionStage(), "Vert.x does not close"));
    // The endpoint asks for the size of the fleet, which the loop knows that needs the endpoint.
    var running = new AtomicReference<HubLoop>();
    Transports.Made made =
        Transports.make(
            config,
            vertx,
            store.generation(),
            () -> running.get() == null ? 0 : running.get().fleet().counts().sizes().devices());
    Transports.measure(made.transport(), metrics);
    HubLoop loop = opened.add(new HubLoop(settings(config), store, made.transport(), metrics));
    running.set(loop);
    FleetMeters.register(metrics, () -> loop.fleet().counts());
    loop.start();
    opened.add(made.transport());
    CompletionStage<Void> connected = made.transport().start(loop);
    if (!made.comesLater()) {
      Waiting.until(connected, "the MQTT endpoint does not start");
    }
    var parts = new HubParts(config, settings, loop, store.history(), metrics);
    int mqttPort = made.port().getAsInt();
    WebServer web = opened.add(web(parts, mqttPort));
    return new HubProcess(opened, parts, loop, new Ports(web.port(), mqttPort));
  }

  private static WebServer web(HubParts parts, int mqttPort) throws HubStartFailed {
    HubConfig config = parts.config();
    HubConfig.Http http = config.http();
    var settings =
        new WebSettings(
            http.bind(),
            http.port(),
            config.site().text(),
            http.hosts(),
            WebSettings.BUILT_IN_SCREENS,
            Optional.of(mqttPort).filter(p -> p > 0).map(p -> within(config.mqtt().bind(), p)),
            http.mishaps());
    try {
      return WebServer.start(parts, settings);
    } catch (IOException e) {
      throw new HubStartFailed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubStartFailed("interrupted while starting the web server", e);
    }
  }

  /** Where this process finds what it listens on. */
  private static InetSocketAddress within(String bind, int port) {
    boolean any = bind.equals("0.0.0.0") || bind.equals("::");
    return InetSocketAddress.createUnresolved(any ? "127.0.0.1" : bind, port);
  }

  /** The port of console and API. */
  public int httpPort() {
    return ports.http();
  }

  /** The port on which badges connect; 0 with an external broker. */
  public int mqttPort() {
    return ports.mqtt();
  }

  /** Where a browser on this machine finds the console. */
  public String consoleUrl() {
    String bind = parts.config().http().bind();
    boolean any = bind.equals("0.0.0.0") || bind.equals("::");
    String scheme = parts.config().http().tls().isPresent() ? "https://" : "http://";
    return scheme + (any ? "127.0.0.1" : bind) + ":" + ports.http() + "/";
  }

  /** What the web sees. */
  public HubParts parts() {
    return parts;
  }

  /** Completes when the hub has ended: empty when it was asked to, else the reason. */
  public CompletableFuture<String> ended() {
    return loop.ended();
  }

  /** Stops taking, stores what was taken, and frees everything. */
  @Override
  public void close() {
    opened.close();
  }

  private static HubSettings settings(HubConfig config) {
    HubConfig.Fleet fleet = config.fleet();
    int alarmPercent = PresenceSettings.DEFAULT.alarmPercent();
    return HubSettings.of(config.site())
        .with(
            new Capacity(
                fleet.admissionPerSecond(),
                fleet.keepAlivesPerSecond(),
                config.mqtt().broker().isEmpty()))
        .with(new PresenceSettings(fleet.lostAfterMs(), fleet.failoverMs(), alarmPercent));
  }

  private static String owner() {
    return "process " + ProcessHandle.current().pid();
  }
}
