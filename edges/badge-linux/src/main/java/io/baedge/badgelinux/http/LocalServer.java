package io.baedge.badgelinux.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baedge.badgelinux.config.BadgeConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves page and API with the JDK's own server: small and quick to start. */
public final class LocalServer implements AutoCloseable {
  /** Longest body of a request, bytes. */
  static final int MOST_BODY_BYTES = 64 * 1024;

  private static final int THREADS = 8;
  private static final int CONNECTIONS = 128;
  private static final int WAITING = 64;

  private final HttpServer server;
  private final ExecutorService threads;
  private final BadgeConfig.Http settings;

  private LocalServer(HttpServer server, BadgeConfig.Http settings) {
    this.server = server;
    this.settings = settings;
    var pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("page-", 0).factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** Takes the port; nothing is answered before {@link #serve}. */
  public static LocalServer bind(BadgeConfig.Http settings) throws IOException {
    // Slow or silent clients must not hold the few threads; seconds.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "20");
    System.setProperty("sun.net.httpserver.idleInterval", "10");
    System.setProperty("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS));
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var address = new InetSocketAddress(settings.bind(), settings.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException("no address named " + settings.bind());
    }
    return new LocalServer(HttpServer.create(address, 64), settings);
  }

  /** Begins to answer. */
  public void serve(BadgeAccess badge) {
    var routes = new Routes(badge, new Guard(settings.token()));
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, routes));
    server.start();
  }

  /** The port taken. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** An address by which others on the network may reach this machine. */
  public static String ownAddress() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(a -> a.isSiteLocalAddress() && !a.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("127.0.0.1");
    } catch (SocketException e) {
      return "127.0.0.1";
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Routes routes) throws IOException {
    try (exchange) {
      send(exchange, reply(exchange, routes));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Reply reply(HttpExchange exchange, Routes routes)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) {
      return Reply.words(413, "The body is larger than 64 KiB");
    }
    try {
      return routes.answer(request(exchange, body));
    } catch (RuntimeException e) {
      // Without an answer the client would wait; what went wrong inside is not for strangers.
      System.getLogger(LocalServer.class.getName())
          .log(System.Logger.Level.ERROR, "a request could not be answered", e);
      return Reply.words(500, "The badge cannot answer this request");
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    String path = exchange.getRequestURI().getPath();
    return new Request(exchange.getRequestMethod(), path == null ? "/" : path, headers, body);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", reply.type());
    headers.set("X-Content-Type-Options", "nosniff");
    if (reply.type().startsWith("text/html")) {
      headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
    }
    reply.headers().forEach(headers::set);
    boolean bare = exchange.getRequestMethod().equals("HEAD");
    long length = bare || reply.body().length == 0 ? -1 : reply.body().length;
    if (bare) {
      headers.set("Content-Length", Integer.toString(reply.body().length));
    }
    exchange.sendResponseHeaders(reply.status(), length);
    if (length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
    }
  }
}
