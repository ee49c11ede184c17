package io.baedge.hubserver.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The process that runs a demo's crowd, as far as mishaps see it. */
final class FakeDemo implements AutoCloseable {
  private final HttpServer server;
  private boolean cut;
  private boolean closed;

  FakeDemo() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/mishaps", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("POST")) {
      if (!body.contains("access-point/hall")) {
        send(
            exchange, 404, "{\"detail\":\"there is no mishap of that name; choose a listed one\"}");
        return;
      }
      cut = !cut;
    }
    String list =
        "{\"mishaps\":[{\"id\":\"access-point/hall\",\"kind\":\"access-point\",\"label\":\"Hall\","
            + "\"active\":"
            + cut
            + "},{\"id\":\"hub\",\"kind\":\"hub\",\"label\":\"The hub\",\"active\":false}]}";
    send(exchange, 200, list);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** The demo ends. */
  void stop() {
    if (!closed) {
      closed = true;
      server.stop(0);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
