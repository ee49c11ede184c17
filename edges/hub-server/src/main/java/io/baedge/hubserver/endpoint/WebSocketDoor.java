package io.baedge.hubserver.endpoint;

import io.baedge.kit.rate.FloodGate;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// MQTT inside a WebSocket on the hub's HTTP port, for badges in networks that let only web traffic
/// pass. It carries bytes to the MQTT port of the same hub and back and knows nothing of MQTT, so
/// everything that holds there holds here too. At most one buffer waits in each direction: a side
/// that is too slow stops the other.
public final class WebSocketDoor {
  /// Where it is.
  public static final String PATH = "/mqtt";

  private static final String SUBPROTOCOL = "mqtt";
  private static final int MOST_FRAME_BYTES = 64 * 1024;
  private static final int CONNECT_LIMIT_MS = 5_000;

  /// Proxies end what is silent, often after a minute.
  private static final long PING_EVERY_MS = 50_000;

  private static final short NOT_BINARY = 1003;
  private static final short GOING_AWAY = 1001;

  private final Vertx vertx;
  private final InetSocketAddress mqtt;
  private final int most;
  private final LongSupplier monoMs;
  private final NetClient client;
  private final FloodGate flood;
  private final AtomicInteger open = new AtomicInteger();
  private final LongAdder opened = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /// @param mqtt where the hub's MQTT endpoint listens
  /// @param most WebSockets open at a time
  /// @param connectsPerSecond what the hub can serve
  /// @param monoMs a clock that never jumps
  public WebSocketDoor(
      Vertx vertx,
      InetSocketAddress mqtt,
      int most,
      double connectsPerSecond,
      LongSupplier monoMs) {
    this.vertx = vertx;
    this.mqtt = mqtt;
    this.most = most;
    this.monoMs = monoMs;
    this.flood = new FloodGate(connectsPerSecond);
    this.client =
        vertx.createNetClient(
            new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_LIMIT_MS));
  }

  /// What a server must be told so that WebSockets reach a door.
  public static HttpServerOptions prepared(HttpServerOptions options) {
    return options
        .setWebSocketSubProtocols(List.of(SUBPROTOCOL))
        .setMaxWebSocketFrameSize(MOST_FRAME_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  /// Takes a request to [#PATH]: opens a WebSocket, or says in plain words why not.
  public void knock(HttpServerRequest request) {
    if (tooMany()) {
      refused.increment();
      request.connection().close();
    } else if (!request.canUpgradeToWebSocket()) {
      refuse(request, 400, "This address takes WebSockets with the subprotocol mqtt.");
    } else if (!speaksMqtt(request)) {
      refuse(request, 400, "A WebSocket here needs the subprotocol mqtt.");
    } else if (open.get() >= most) {
      refuse(request, 503, "The hub holds as many connections as it may; come back later.");
    } else {
      open.incrementAndGet();
      opened.increment();
      request.toWebSocket().onSuccess(this::carry).onFailure(_ -> open.decrementAndGet());
    }
  }

  private synchronized boolean tooMany() {
    return !flood.letsThrough(monoMs.getAsLong());
  }

  private static boolean speaksMqtt(HttpServerRequest request) {
    return request.headers().getAll("Sec-WebSocket-Protocol").stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .anyMatch(word -> word.strip().equals(SUBPROTOCOL));
  }

  private void refuse(HttpServerRequest request, int status, String sentence) {
    refused.increment();
    request.response().setStatusCode(status).end(sentence + "\n");
  }

  private void carry(ServerWebSocket outside) {
    outside.pause();
    long pings = vertx.setPeriodic(PING_EVERY_MS, _ -> outside.writePing(Buffer.buffer()));
    outside.closeHandler(
        _ -> {
          vertx.cancelTimer(pings);
          open.decrementAndGet();
        });
    client
        .connect(mqtt.getPort(), mqtt.getHostString())
        .onSuccess(inside -> join(outside, inside, pings))
        .onFailure(_ -> outside.close(GOING_AWAY, "the hub's MQTT endpoint does not answer"));
  }

  private void join(ServerWebSocket outside, NetSocket inside, long pings) {
    if (outside.isClosed()) {
      inside.close();
      return;
    }
    outside.frameHandler(
        frame -> {
          if (frame.isText()) {
            outside.close(NOT_BINARY, "MQTT is carried in binary frames");
          }
        });
    outside.closeHandler(
        _ -> {
          vertx.cancelTimer(pings);
          open.decrementAndGet();
          inside.close();
        });
    inside.closeHandler(_ -> outside.close());
    inside.pipeTo(outside);
    outside.pipeTo(inside);
  }

  /// WebSockets that are open.
  public int open() {
    return open.get();
  }

  /// WebSockets opened so far.
  public long opened() {
    return opened.sum();
  }

  /// Requests that got no WebSocket.
  public long refused() {
    return refused.sum();
  }
}
