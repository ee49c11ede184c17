package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import io.baedge.screen.PngWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every case of the Python original's HTTP interface. Where this one differs on purpose the test
 * says so in its name or beside it.
 */
final class OriginalRoutesTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String GETS = "HEAD, OPTIONS, GET";
  private static final String POSTS = "HEAD, OPTIONS, POST, GET";
  private static final String WRITE = "/v1/device/write";

  @TempDir Path directory;
  private RunningBadge badge;

  @BeforeEach
  void start() throws BadgeStartFailed {
    badge =
        RunningBadge.start(
                directory.resolve("state"),
                Map.of("BAEDGE_WEARER_NAME", "Ada <b>Lovelace</b>", "SECRET_OF_OTHERS", "s3cr3t"),
                "name",
                "Badge & <Co>")
            .settledOn("wearer");
  }

  @AfterEach
  void stop() {
    badge.close();
  }

  @Test
  void the_page_is_served_with_its_title_escaped() {
    RawHttp.Answer page = badge.get("/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo(HTML);
    assertThat(page.body())
        .contains("<title>Badge &amp; &lt;Co&gt;</title>")
        .doesNotContain("<Co>");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
  }

  @Test
  void status_says_OK() {
    assertThat(badge.get("/v1/status"))
        .satisfies(a -> assertThat(a.status()).isEqualTo(200))
        .satisfies(a -> assertThat(a.header("Content-Type")).isEqualTo(HTML))
        .satisfies(a -> assertThat(a.body()).isEqualTo("OK"));
  }

  @Test
  void environment_shows_settings_escaped_and_not_the_variables_of_the_process() {
    RawHttp.Answer answer = badge.get("/v1/status/environment");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(HTML);
    assertThat(answer.body())
        .contains("wearer.name: Ada &lt;b&gt;Lovelace&lt;/b&gt;<br>")
        .contains("panel: emulated:2in9_V2<br>")
        .doesNotContain("s3cr3t")
        .doesNotContain("PATH")
        .doesNotContain("<b>");
  }

  @Test
  void routes_are_JSON_with_an_indent_of_two_and_a_final_newline() {
    RawHttp.Answer answer = badge.get("/v1/status/routes");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.body())
        .startsWith(
            """
            {
              "GET": [
                "/v1/status",
                "/v1/status/environment",
                "/v1/status/routes",
                "/v1/status/screen",
            """)
        .contains("  \"POST\": [\n    \"/v1/device/clear\",\n    \"/v1/device/write\"\n  ]")
        .endsWith("}\n");
  }

  @Test
  void every_listed_GET_route_answers() {
    String body = badge.get("/v1/status/routes").body();
    String gets = body.substring(0, body.indexOf(']'));
    assertThat(gets.lines().filter(line -> line.contains("/v1/")).map(OriginalRoutesTest::word))
        .hasSizeGreaterThan(10)
        .allSatisfy(path -> assertThat(badge.get(path).status()).as(path).isEqualTo(200));
  }

  private static String word(String line) {
    return line.strip().replaceAll("[\",]", "");
  }

  @Test
  void screen_status_knows_where_the_original_only_hoped() {
    RawHttp.Answer answer = badge.get("/v1/status/screen");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(HTML);
    assertThat(answer.body()).startsWith("Device Status is OK: emulated 2in9_V2 shows ");
  }

  @Test
  void clear_clears_where_the_original_did_nothing() {
    assertThat(badge.write("hardware").body()).isEqualTo("OK");
    badge.settledOn("hardware");
    RawHttp.Answer answer = badge.http("POST", "/v1/device/clear");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("OK");
    badge.settledOn("");
    byte[] white = new byte[badge.panel.shown().orElseThrow().width()];
    assertThat(badge.panel.shown().orElseThrow().pixels()).containsOnly(white);
    assertThat(badge.get("/v1/status/screen").body()).contains("shows a cleared glass");
  }

  @ParameterizedTest
  @CsvSource({
    "baedge,baedge",
    "hardware,hardware",
    "nomad,nomad",
    "wearer,wearer",
    "scale,conference"
  })
  void the_five_screens_can_be_written_in_both_form_encodings(String name, String shown) {
    for (String encoding : new String[] {FORM, "multipart/form-data; boundary=x-y"}) {
      assertThat(badge.http("POST", "/v1/device/clear").status()).isEqualTo(200);
      badge.settledOn("");
      String body =
          encoding.equals(FORM)
              ? "screen=" + name
              : "--x-y\r\nContent-Disposition: form-data; name=\"screen\"\r\n\r\n"
                  + name
                  + "\r\n--x-y--\r\n";
      RawHttp.Answer answer = badge.send("POST", WRITE, encoding, body);
      assertThat(answer.status()).as(encoding).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("OK");
      assertThat(answer.header("Content-Type")).isEqualTo(HTML);
      badge.settledOn(shown);
    }
    assertThat(badge.get("/v1/device/frame.png").bytes())
        .isEqualTo(PngWriter.write(badge.panel.shown().orElseThrow()));
  }

  @Test
  void of_two_values_the_first_wins() {
    assertThat(badge.send("POST", WRITE, FORM, "screen=nomad&screen=baedge").status())
        .isEqualTo(200);
    badge.settledOn("nomad");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded | other=wearer",
        "application/x-www-form-urlencoded | screen=",
        "application/x-www-form-urlencoded | screen=&screen=wearer",
        "application/x-www-form-urlencoded | ''",
        "application/json | {\"screen\":\"wearer\"}",
        "text/plain | screen=wearer",
        "multipart/form-data | screen=wearer",
        "'' | screen=wearer"
      })
  void a_write_without_the_field_is_400(String type, String body) {
    RawHttp.Answer answer = badge.send("POST", WRITE, type, body == null ? "" : body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("Payload did not contain expected data");
    assertThat(answer.header("Content-Type")).isEqualTo(HTML);
  }

  @Test
  void a_field_in_the_query_string_or_no_body_at_all_is_400() {
    assertThat(badge.send("POST", WRITE + "?screen=wearer", FORM, "").status()).isEqualTo(400);
    assertThat(badge.http("POST", WRITE).body()).isEqualTo("Payload did not contain expected data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEARER", "Wearer", "scales", "wearer ", "no-such"})
  void an_unknown_name_is_400_and_echoed(String name) {
    RawHttp.Answer answer = badge.send("POST", WRITE, FORM, "screen=" + name.replace(" ", "%20"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("Cannot load screen `" + name + "`");
  }

  @Test
  void the_echo_is_escaped_and_short_where_the_original_was_live_HTML() {
    String hostile = badge.write("%3Cscript%3Ealert(1)%3C/script%3E").body();
    assertThat(hostile).isEqualTo("Cannot load screen `&lt;script&gt;alert(1)&lt;/script&gt;`");
    assertThat(badge.write("x".repeat(20_000)).body()).hasSizeLessThan(120).endsWith("…`");
    assertThat(badge.write("%F0%9F%98%80".repeat(70)).body()).contains("😀…").doesNotContain("?");
  }

  @ParameterizedTest
  @CsvSource({
    "/favicon.ico,image/vnd.microsoft.icon",
    "/apple-touch-icon.png,image/png",
    "/css/badge.css,text/css; charset=utf-8",
    "/js/badge.js,text/javascript; charset=utf-8"
  })
  void static_files_have_type_tag_and_cache_rule(String path, String type) {
    RawHttp.Answer first = badge.get(path);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualTo(type);
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(first.bytes()).hasSizeGreaterThan(100);
    RawHttp.Answer again = badge.http("GET", path, "If-None-Match: " + first.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/status",
        "/v1/status/environment",
        "/v1/status/routes",
        "/favicon.ico",
        "/v1/values"
      })
  void HEAD_is_answered_like_GET_without_a_body(String path) {
    RawHttp.Answer answer = badge.http("HEAD", path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("Content-Length"))
        .isEqualTo(Integer.toString(badge.get(path).bytes().length));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | " + GETS,
        "/v1/status | " + GETS,
        "/v1/status/environment | " + GETS,
        "/v1/status/screen | " + GETS,
        "/v1/device/write | " + POSTS,
        "/v1/device/clear | " + POSTS
      })
  void OPTIONS_tells_the_methods(String path, String allow) {
    RawHttp.Answer answer = badge.http("OPTIONS", path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("Allow")).isEqualTo(allow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | / | " + GETS,
        "POST | /v1/status | " + GETS,
        "PUT | /v1/status | " + GETS,
        "DELETE | /v1/status | " + GETS,
        "PUT | /v1/device/write | " + POSTS,
        "DELETE | /v1/device/write | " + POSTS,
        "PATCH | /v1/device/clear | " + POSTS,
        "POST | /no/such/path | " + GETS,
        "PUT | /v1/valuesX | " + GETS
      })
  void a_wrong_method_is_405_also_on_a_path_that_does_not_exist(
      String method, String path, String allow) {
    RawHttp.Answer answer = badge.http(method, path);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(allow);
    assertThat(answer.header("Content-Type")).isEqualTo(HTML);
    assertThat(answer.body()).contains("<h1>Method Not Allowed</h1>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/device/write",
        "/v1/device/clear",
        "/no/such/path",
        "/v1",
        "/v1/device",
        "/v1/status/",
        "/../../etc/passwd",
        "/css/../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/css/..%2fpage.html",
        "/css/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/page.html",
        "/images/logo.png"
      })
  void GET_on_anything_else_is_404_also_on_the_paths_that_take_POST(String path) {
    RawHttp.Answer answer = badge.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo(HTML);
    assertThat(answer.body()).contains("<h1>Not Found</h1>").doesNotContain("passwd");
  }

  @Test
  void there_is_no_debugger_where_the_original_had_one() {
    assertThat(badge.get("/console").status()).isEqualTo(404);
    assertThat(badge.get("/?__debugger__=yes&cmd=resource&f=debugger.js").body())
        .isEqualTo(badge.get("/").body());
  }

  @Test
  void a_large_form_is_refused_where_the_original_read_and_echoed_it() {
    byte[] large = ("screen=" + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
    RawHttp.Answer answer =
        RawHttp.send(badge.process.httpPort(), "POST", WRITE, large, "Content-Type: " + FORM);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("The body is larger than 64 KiB");
  }

  @Test
  void four_writes_at_once_are_all_answered_and_the_last_picture_is_whole() throws Exception {
    Thread[] writers = new Thread[4];
    int[] statuses = new int[writers.length];
    String[] names = {"baedge", "nomad", "hardware", "wearer"};
    for (int i = 0; i < writers.length; i++) {
      int mine = i;
      writers[i] =
          Thread.startVirtualThread(() -> statuses[mine] = badge.write(names[mine]).status());
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(statuses).containsOnly(200);
    Await.until(
        "the glass shows what is wanted",
        () ->
            badge
                .process
                .view()
                .screen()
                .glass()
                .hash()
                .equals(badge.panel.shown().orElseThrow().hash()));
  }
}
