package io.baedge.hubserver.web;

import io.baedge.hubserver.console.Assets;
import io.baedge.hubserver.console.Console;
import io.baedge.hubserver.endpoint.EndpointLimits;
import io.baedge.hubserver.endpoint.WebSocketDoor;
import io.baedge.hubserver.loop.HubAccess;
import io.baedge.hubserver.loop.HubParts;
import io.baedge.hubserver.metrics.HubMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The hub's HTTP server: console, API, metrics and health on one port. */
public final class WebServer implements AutoCloseable {
  private static final long LONGEST_S = 15;
  private static final long CERTIFICATE_EVERY_MS = 10_000;
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int LONGEST_HEAD = 32 * 1024;

  private final Vertx vertx;
  private final EventFeed feed;
  private final HubAccess.Subscription subscription;
  private final Optional<HttpMishapControl> mishaps;
  private final int port;

  private WebServer(
      Vertx vertx,
      EventFeed feed,
      HubAccess.Subscription subscription,
      Optional<HttpMishapControl> mishaps,
      int port) {
    this.vertx = vertx;
    this.feed = feed;
    this.subscription = subscription;
    this.mishaps = mishaps;
    this.port = port;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException with one sentence that says what to do, for example for a port in use
   */
  public static WebServer start(HubParts parts, WebSettings settings)
      throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    Vertx vertx = vertx();
    var meters = new WebMeters(parts.metrics().registry());
    var feed = new EventFeed(vertx, parts.hub().fleet(), clock, meters);
    Optional<HttpMishapControl> mishaps = settings.mishapControl().map(HttpMishapControl::new);
    List<Route> api =
        ApiRoutes.of(parts, feed, clock, settings.screens(), mishaps.map(control -> control));
    List<Route> routes = new ArrayList<>(api);
    var assets = new Assets();
    var console = new Console(settings.site(), assets, mishaps.isPresent());
    routes.addAll(
        new ConsoleRoutes(console, assets, parts, new Asking(parts.hub()), feed, settings.screens())
            .routes(mishaps.isPresent(), () -> OpenApi.of(api)));
    var binder = new RouteBinder(new Guards(settings.hosts()), meters);
    Router router = Router.router(vertx);
    binder.bind(router, routes);
    settings.mqtt().ifPresent(mqtt -> openDoor(vertx, router, mqtt, parts, settings));
    router.errorHandler(404, binder::unknown);
    router.errorHandler(405, binder::wrongVerb);
    try {
      Optional<CertificateFiles> tls = parts.config().http().tls().map(CertificateFiles::new);
      HttpServer server = listen(vertx, router, settings, tls);
      tls.ifPresent(files -> files.watch(vertx, server, parts.metrics(), CERTIFICATE_EVERY_MS));
      HubAccess.Subscription subscription = parts.hub().subscribe(feed);
      feed.start();
      return new WebServer(vertx, feed, subscription, mishaps, server.actualPort());
    } catch (IOException e) {
      mishaps.ifPresent(HttpMishapControl::close);
      vertx.close();
      throw e;
    }
  }

  /** A device sends no Origin; a page that does must be one of ours. */
  private static void openDoor(
      Vertx vertx, Router router, InetSocketAddress mqtt, HubParts parts, WebSettings settings) {
    int perSecond = parts.config().fleet().admissionPerSecond();
    int most = EndpointLimits.DEFAULT.maxConnections();
    var door = new WebSocketDoor(vertx, mqtt, most, perSecond, () -> System.nanoTime() / 1_000_000);
    HubMetrics metrics = parts.metrics();
    metrics.gauge("baedge_websockets", "WebSockets open", door, WebSocketDoor::open);
    metrics.counted("baedge_websockets_opened", "WebSockets opened", door::opened);
    metrics.counted("baedge_websockets_refused", "WebSockets refused", door::refused);
    var guards = new Guards(settings.hosts());
    router
        .get(WebSocketDoor.PATH)
        .handler(
            context -> {
              HttpServerRequest request = context.request();
              boolean page = request.getHeader("Origin") != null;
              if (page && guards.refusal(request, true).isPresent()) {
                context.response().setStatusCode(403).end("A page of another site may not.\n");
              } else {
                door.knock(request);
              }
            });
  }

  private static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  private static HttpServer listen(
      Vertx vertx, Router router, WebSettings settings, Optional<CertificateFiles> tls)
      throws IOException, InterruptedException {
    var options =
        WebSocketDoor.prepared(new HttpServerOptions())
            .setHost(settings.bind())
            .setPort(settings.port())
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LONGEST_HEAD)
            .setCompressionSupported(true)
            .setIdleTimeout(120)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    if (tls.isPresent()) {
      try {
        options.setSsl(true).setKeyCertOptions(tls.get().checked(vertx));
      } catch (Exception e) {
        throw new IOException(tls.get().problem(e), e);
      }
    }
    try {
      return vertx
          .createHttpServer(options)
          .requestHandler(router)
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(LONGEST_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "the hub cannot listen for HTTP on "
              + settings.bind()
              + ":"
              + settings.port()
              + " ("
              + why.getMessage()
              + "); stop what uses the port, or choose another one",
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    subscription.close();
    feed.close();
    mishaps.ifPresent(HttpMishapControl::close);
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(LONGEST_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
