package io.baedge.testing.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One connection to a browser: calls with answers, and events by page. Protocol:
/// https://chromedevtools.github.io/devtools-protocol/
final class DevTools implements WebSocket.Listener, AutoCloseable {
  record Event(String session, String method, Map<String, @Nullable Object> parameters) {}

  private static final int ANSWER_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<String, @Nullable Object>>> calls =
      new ConcurrentHashMap<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  private DevTools() {}

  static DevTools connect(URI address) throws IOException {
    var devTools = new DevTools();
    try {
      devTools.socket =
          devTools
              .client
              .newWebSocketBuilder()
              .buildAsync(address, devTools)
              .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
              .join();
    } catch (CompletionException e) {
      throw new IOException("no connection to the browser at " + address, e);
    }
    return devTools;
  }

  /// The result of one call; an exception with the browser's words where it refuses.
  Map<String, @Nullable Object> call(String session, String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    var message = new LinkedHashMap<String, Object>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    var answer = new CompletableFuture<Map<String, @Nullable Object>>();
    calls.put(id, answer);
    // One call at a time: a WebSocket takes no second text before the first is sent.
    synchronized (calls) {
      Objects.requireNonNull(socket).sendText(Json.write(message), true).join();
    }
    return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
  }

  List<Event> events(String session) {
    return events.stream().filter(event -> event.session.equals(session)).toList();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String message = part.toString();
      part.setLength(0);
      received(Json.object(Json.read(message)));
    }
    from.request(1);
    return null;
  }

  private void received(Map<String, @Nullable Object> message) {
    if (!(message.get("id") instanceof Number id)) {
      events.add(
          new Event(
              String.valueOf(message.getOrDefault("sessionId", "")),
              String.valueOf(message.get("method")),
              Json.object(message.get("params"))));
      return;
    }
    var call = calls.remove(id.intValue());
    if (call != null && message.containsKey("error")) {
      call.completeExceptionally(new IllegalStateException("browser: " + message.get("error")));
    } else if (call != null) {
      call.complete(Json.object(message.get("result")));
    }
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    calls.values().forEach(call -> call.completeExceptionally(error));
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
    client.shutdownNow();
  }
}
