package io.baedge.testing.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One open page.
public final class Page {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MS = 20;

  private final DevTools devTools;
  private final String session;

  Page(DevTools devTools, String session) {
    this.devTools = devTools;
    this.session = session;
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /// Loads another address and waits until it has loaded.
  public void go(URI address) {
    var result = call("Page.navigate", Map.of("url", address.toString()));
    if (result.containsKey("errorText")) {
      throw new IllegalStateException(address + ": " + result.get("errorText"));
    }
    waitFor("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /// The size of the view in CSS pixels.
  public void resize(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /// Light or dark, as the user's system would say.
  public void preferColorScheme(String scheme) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /// The value of a JavaScript expression (a promise is awaited): a string, number, boolean, list,
  /// map, or null.
  public @Nullable Object evaluate(String expression) {
    var answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.get("exceptionDetails") != null) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return Json.object(answer.get("result")).get("value");
  }

  /// The visible text of the first element that matches the CSS selector.
  public String text(String selector) {
    return String.valueOf(evaluate("document.querySelector(" + quote(selector) + ").innerText"));
  }

  /// Clicks where the element is, as a person would, so that what covers it is noticed.
  public void click(String selector) {
    waitFor("document.querySelector(" + quote(selector) + ") !== null");
    var box =
        Json.object(
            evaluate(
                """
                (() => {
                  const element = document.querySelector(%s);
                  element.scrollIntoView({block: 'center', behavior: 'instant'});
                  const box = element.getBoundingClientRect();
                  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
                })()"""
                    .replace("%s", quote(selector))));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              number(box.get("x")),
              "y",
              number(box.get("y")),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /// Types into what has the focus.
  public void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /// Presses one key by its DOM name, for example `Enter`, `Escape` or `a`.
  public void press(String key) {
    int code =
        switch (key) {
          case "Enter" -> 13;
          case "Tab" -> 9;
          case "Escape" -> 27;
          case "ArrowLeft" -> 37;
          case "ArrowUp" -> 38;
          case "ArrowRight" -> 39;
          case "ArrowDown" -> 40;
          default -> Character.toUpperCase(key.charAt(0));
        };
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code, "text", text));
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  /// Waits until a JavaScript condition is true; fails after 30 s with the condition.
  public void waitFor(String condition) {
    waitFor(condition, PATIENCE);
  }

  /// As [#waitFor(String)] with another patience.
  public void waitFor(String condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    // A page may be replaced between two looks; then the browser refuses one of them.
    while (!Boolean.TRUE.equals(evaluateOrNull("Boolean(" + condition + ")"))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not true within " + patience + ": " + condition);
      }
      try {
        Thread.sleep(POLL_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + condition, e);
      }
    }
  }

  /// Writes what is seen as a PNG, for a person to look at after a failure.
  public Path screenshot(Path file) throws IOException {
    var answer = call("Page.captureScreenshot", Map.of("format", "png"));
    return Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
  }

  /// What went wrong in the page so far: uncaught exceptions, `console.error`, refused or failed
  /// requests, violations of the content security policy. A good page has none.
  public List<String> problems() {
    return devTools.events(session).stream().flatMap(Page::problem).toList();
  }

  private static Stream<String> problem(DevTools.Event event) {
    var parameters = event.parameters();
    return switch (event.method()) {
      case "Runtime.exceptionThrown" -> Stream.of("exception: " + parameters);
      case "Runtime.consoleAPICalled" ->
          "error".equals(parameters.get("type"))
              ? Stream.of("console.error: " + parameters.get("args"))
              : Stream.empty();
      case "Log.entryAdded" -> {
        var entry = Json.object(parameters.get("entry"));
        yield "error".equals(entry.get("level"))
            ? Stream.of(entry.get("source") + ": " + entry.get("text") + " " + entry.get("url"))
            : Stream.empty();
      }
      default -> Stream.empty();
    };
  }

  private @Nullable Object evaluateOrNull(String expression) {
    try {
      return evaluate(expression);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private Map<String, @Nullable Object> call(String method, Map<String, ?> parameters) {
    return devTools.call(session, method, parameters);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static String quote(String text) {
    return Json.write(text);
  }
}
