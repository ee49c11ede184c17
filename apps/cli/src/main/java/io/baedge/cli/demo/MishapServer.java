package io.baedge.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baedge.cli.api.HubApi;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import io.baedge.sim.crowd.Crowd;
import io.baedge.sim.crowd.CrowdThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes the mishaps of the demo over HTTP, on loopback only: the hub's console asks here. */
final class MishapServer implements AutoCloseable {
  private static final String POINT = "access-point/";
  private static final String BATTERY = "battery/";
  private static final int MOST_BYTES = 4_096;
  private static final long KILL_AFTER_MS = 300;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> pulled = new ConcurrentSkipListSet<>();
  private volatile Optional<Stage> stage = Optional.empty();

  /**
   * What the mishaps happen to.
   *
   * @param badges device of each badge
   */
  record Stage(CrowdThread crowd, HubChild hub, Map<String, DeviceId> badges) {}

  /** A wish that cannot be granted. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Wrong(int status, String sentence) {
      super(sentence);
      this.status = status;
    }
  }

  private MishapServer(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port. */
  static MishapServer start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    var mishaps = new MishapServer(HttpServer.create(new InetSocketAddress(loopback, 0), 16));
    mishaps.server.setExecutor(mishaps.threads);
    mishaps.server.createContext("/mishaps", mishaps::answer);
    mishaps.server.start();
    return mishaps;
  }

  /** Where it listens. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on mishaps happen to these. */
  void to(Stage what) {
    stage = Optional.of(what);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    later.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        Stage what = stage.orElseThrow(() -> new Wrong(503, "the demo is still starting"));
        switch (exchange.getRequestMethod()) {
          case "GET" -> send(exchange, 200, list(what));
          case "POST" -> {
            boolean kills = happen(what, body(exchange));
            send(exchange, 200, list(what));
            if (kills) {
              // The answer goes through the hub; it must be out of the door by then.
              later.schedule(what.hub()::kill, KILL_AFTER_MS, TimeUnit.MILLISECONDS);
            }
          }
          default -> throw new Wrong(405, "only GET and POST are understood here");
        }
      } catch (Wrong e) {
        send(
            exchange, e.status, Doc.fields().put("detail", String.valueOf(e.getMessage())).build());
      }
    }
  }

  private static Doc.Fields body(HttpExchange exchange) throws IOException, Wrong {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES);
    if (DocCodec.fromJson(new String(bytes, StandardCharsets.UTF_8))
        instanceof Decoded.Ok<Doc>(Doc.Fields fields)) {
      return fields;
    }
    throw new Wrong(422, "the body must be JSON such as {\"id\":\"hub\"}");
  }

  /** Lets it happen; true when it is the end of the hub, which has to wait for the answer. */
  private boolean happen(Stage what, Doc.Fields wish) throws Wrong {
    String id = HubApi.text(wish, "id");
    if (id.equals("hub")) {
      return true;
    }
    if (id.startsWith(POINT)) {
      toggle(what.crowd(), id.substring(POINT.length()));
    } else if (id.startsWith(BATTERY)) {
      battery(what, id.substring(BATTERY.length()));
    } else if (HubApi.text(wish, "kind").equals("battery")) {
      battery(what, HubApi.text(wish, "target"));
    } else {
      throw new Wrong(404, "there is no mishap '" + id + "'; GET /mishaps lists them");
    }
    return false;
  }

  private static void toggle(CrowdThread crowd, String point) throws Wrong {
    boolean known =
        crowd
            .call(
                c ->
                    c.accessPoints().stream()
                        .filter(state -> state.point().name().equals(point))
                        .findFirst()
                        .map(state -> c.setAccessPoint(point, state.cut()))
                        .orElse(false))
            .join();
    if (!known) {
      throw new Wrong(404, "there is no access point '" + point + "'");
    }
  }

  private void battery(Stage what, String target) throws Wrong {
    DeviceId device =
        Optional.ofNullable(what.badges().get(target))
            .or(() -> DeviceId.parse(target))
            .orElseThrow(() -> new Wrong(404, "there is no badge or device '" + target + "'"));
    boolean back = pulled.contains(target);
    boolean done =
        what.crowd().call(c -> back ? c.putBatteryBack(device) : c.pullBattery(device, 0)).join();
    if (back) {
      pulled.remove(target);
    } else if (done) {
      pulled.add(target);
    } else {
      throw new Wrong(
          422, "the badge '" + target + "' has no power already; wait until it is back");
    }
  }

  private Doc.Fields list(Stage what) {
    List<Doc> mishaps = new ArrayList<>();
    for (Crowd.PointState state : what.crowd().call(Crowd::accessPoints).join()) {
      mishaps.add(
          Doc.fields()
              .put("id", POINT + state.point().name())
              .put("kind", "access-point")
              .put("label", state.point().room() + ", " + state.point().name())
              .put("active", state.cut())
              .put("detail", state.stations() + " badges")
              .build());
    }
    for (String badge : pulled) {
      mishaps.add(
          Doc.fields()
              .put("id", BATTERY + badge)
              .put("kind", "battery")
              .put("label", badge)
              .put("active", true)
              .build());
    }
    int restarts = what.hub().restarts();
    mishaps.add(
        Doc.fields()
            .put("id", "hub")
            .put("kind", "hub")
            .put("label", "Hub process")
            .put("active", false)
            .put("detail", restarts == 0 ? "running" : "running, restarts: " + restarts)
            .build());
    return Doc.fields().put("mishaps", mishaps).build();
  }

  private static void send(HttpExchange exchange, int status, Doc.Fields body) throws IOException {
    byte[] bytes = DocCodec.toJson(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
