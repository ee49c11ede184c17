package io.baedge.hubserver.endpoint;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.TransportMetrics;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The hub as its own MQTT server, on one event loop of the given Vert.x (which stays open when
/// this closes).
public final class EmbeddedTransport implements HubTransport {
  private static final long CLOSE_LIMIT_S = 5;
  private static final long SWEEP_EVERY_MS = 500;
  private static final int CONNECT_LIMIT_S = 10;
  private static final int MAX_CLIENT_ID_LENGTH = 64;
  private static final double CLIENT_PATIENCE_S = 5;
  private static final int LEAST_BACKLOG = 128;
  private static final int MOST_BACKLOG = 4_096;

  private final Vertx vertx;
  private final EndpointSettings settings;
  private final RandomGenerator random;
  private final LongSupplier monoMs;
  private final TransportMetrics metrics = new TransportMetrics();
  private volatile @Nullable Running running;

  /// What exists between start and close.
  private record Running(
      Context context, Hall hall, Mailbox mailbox, MqttServer server, long timer) {}

  /// `monoMs` is a clock that never jumps, `random` spreads the slots of refused clients.
  public EmbeddedTransport(
      Vertx vertx, EndpointSettings settings, RandomGenerator random, LongSupplier monoMs) {
    this.vertx = vertx;
    this.settings = settings;
    this.random = random;
    this.monoMs = monoMs;
  }

  @Override
  public CompletionStage<Void> start(Listener listener) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    Context context = ((VertxInternal) vertx).createEventLoopContext();
    Mailbox mailbox = new Mailbox(context);
    context.runOnContext(
        _ -> {
          Shared shared =
              new Shared(
                  vertx, settings, metrics, listener, mailbox, new Complaints(monoMs), monoMs);
          Hall hall = new Hall(shared);
          Entrance entrance = new Entrance(shared, hall, random);
          MqttServer.create(vertx, options())
              .endpointHandler(entrance::arrived)
              .exceptionHandler(e -> shared.complaints().failure("an MQTT connection failed", e))
              .listen()
              .onSuccess(
                  server -> {
                    long timer = vertx.setPeriodic(SWEEP_EVERY_MS, _ -> hall.sweep());
                    running = new Running(context, hall, mailbox, server, timer);
                    started.complete(null);
                  })
              .onFailure(cause -> started.completeExceptionally(sentence(cause)));
        });
    return started;
  }

  /// The port that is really used.
  public int port() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("the MQTT endpoint is not started");
    }
    return now.server().actualPort();
  }

  @Override
  public Sent send(DeviceId device, DownKind kind, byte[] payload) {
    Running now = running;
    return now == null ? Sent.NOT_CONNECTED : now.hall().send(device, kind, payload);
  }

  @Override
  public void disconnect(DeviceId device, int reasonCode, String reason) {
    Running now = running;
    if (now != null) {
      now.mailbox().post(() -> now.hall().disconnect(device, reasonCode, reason));
    }
  }

  @Override
  public TransportMetrics metrics() {
    return metrics;
  }

  @Override
  public void close() {
    Running now = running;
    if (now == null) {
      return;
    }
    running = null;
    CompletableFuture<Void> closed = new CompletableFuture<>();
    now.context()
        .runOnContext(
            _ -> {
              vertx.cancelTimer(now.timer());
              now.hall().close();
              now.server().close().onComplete(_ -> closed.complete(null));
            });
    try {
      closed.get(CLOSE_LIMIT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The sockets die with the process or with Vert.x; whoever closes wants to go on.
      metrics.connections(0);
    }
  }

  private MqttServerOptions options() {
    MqttServerOptions options = new MqttServerOptions();
    options.setHost(settings.host());
    options.setPort(settings.port());
    options.setMaxMessageSize(settings.limits().maxPacketBytes());
    options.setMaxClientIdLength(MAX_CLIENT_ID_LENGTH);
    options.setTimeoutOnConnect(CONNECT_LIMIT_S);
    options.setAutoClientId(false);
    options.setTcpNoDelay(true);
    options.setReuseAddress(true);
    options.setAcceptBacklog(backlog(settings.connectsPerSecond()));
    return options;
  }

  /// C times the clients' time-out, halved (methods.md 1.2): who stands farther back has gone by
  /// then, and the system lets it try again.
  static int backlog(double connectsPerSecond) {
    double bound = connectsPerSecond * CLIENT_PATIENCE_S / 2;
    return (int) Math.clamp(bound, LEAST_BACKLOG, MOST_BACKLOG);
  }

  private IllegalStateException sentence(Throwable cause) {
    return new IllegalStateException(
        "the MQTT endpoint cannot listen on "
            + settings.host()
            + ":"
            + settings.port()
            + " ("
            + cause.getMessage()
            + "): choose another port or stop what uses it",
        cause);
  }
}
