package io.baedge.testing.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.baedge.testing.EnabledIfProgram;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfProgram("chromium")
class ChromiumTest {
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><title>Grüße</title><link rel="icon" href="data:,">
      <p id="greeting">Hello</p><input id="name">
      <button id="go">Go</button><button id="break">Break</button>
      <script>
        document.querySelector('#go').onclick = event =>
          document.querySelector('#greeting').textContent = 'Hello ' + event.isTrusted;
        document.querySelector('#name').onkeydown = event => {
          if (event.key === 'Enter') document.querySelector('#greeting').textContent = event.target.value;
        };
        document.querySelector('#break').onclick = () => { throw new Error('broken on purpose'); };
      </script>
      """;

  private static HttpServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("content-type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write(PAGE.getBytes(UTF_8));
          }
        });
    server.start();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    server.stop(0);
  }

  private static Page page() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return chromium.open(address, 800, 600);
  }

  @Test
  void values_come_back_from_the_page() {
    var page = page();
    assertThat(page.evaluate("document.title")).isEqualTo("Grüße");
    assertThat(page.evaluate("[1, 'a', null, true]")).isEqualTo(Arrays.asList(1, "a", null, true));
    assertThat(page.evaluate("innerWidth")).isEqualTo(800);
    assertThatThrownBy(() -> page.evaluate("nothing.here")).hasMessageContaining("nothing");
  }

  @Test
  void a_click_and_keys_are_those_of_a_person() {
    var page = page();
    page.click("#go");
    page.waitFor("document.querySelector('#greeting').textContent === 'Hello true'");
    page.click("#name");
    page.type("Zoë");
    page.press("Enter");
    assertThat(page.text("#greeting")).isEqualTo("Zoë");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void what_goes_wrong_in_the_page_is_a_problem() {
    var page = page();
    page.click("#break");
    page.evaluate("console.error('and said')");
    assertThat(page.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("broken on purpose"))
        .anyMatch(problem -> problem.contains("and said"));
  }

  @Test
  void a_condition_that_stays_false_is_named() {
    var page = page();
    assertThatThrownBy(() -> page.waitFor("1 === 2", Duration.ofMillis(50)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 === 2");
  }

  @Test
  void a_screenshot_is_a_png(@TempDir Path folder) throws Exception {
    byte[] png = Files.readAllBytes(page().screenshot(folder.resolve("page.png")));
    assertThat(List.of(png[0], png[1], png[2], png[3]))
        .containsExactly((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
  }
}
