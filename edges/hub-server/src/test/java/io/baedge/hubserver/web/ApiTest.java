package io.baedge.hubserver.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.doc.Doc;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API on the real hub and store, with a crowd of forty. */
final class ApiTest {
  private static final int BADGES = 40;

  @TempDir static Path folder;
  private static TestConference conference;
  private static Http http;

  @BeforeAll
  static void start() throws Exception {
    conference = TestConference.start(folder, BADGES, 2);
    http = new Http(conference.web.port());
  }

  @AfterAll
  static void stop() {
    http.close();
    conference.close();
  }

  @Test
  void paging_gives_every_badge_exactly_once_and_in_order() throws Exception {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Http.Reply page =
          http.get("/api/v1/badges?limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.list("badges")).hasSizeLessThanOrEqualTo(7);
      page.list("badges").forEach(row -> seen.add(key(row)));
      cursor = page.text("next");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(BADGES).isSorted().doesNotHaveDuplicates();
  }

  private static String key(Doc row) {
    return row instanceof Doc.Fields fields && fields.values().get("key") instanceof Doc.Text key
        ? key.value()
        : "";
  }

  @Test
  void filters_narrow_the_list_and_search_ignores_accents() throws Exception {
    assertThat(http.get("/api/v1/badges?label=crew").list("badges"))
        .isNotEmpty()
        .hasSizeLessThan(40);
    assertThat(http.get("/api/v1/badges?q=zoe%20muller").list("badges")).isNotEmpty();
    assertThat(http.get("/api/v1/badges?q=nobodywearsthis").list("badges")).isEmpty();
    assertThat(http.get("/api/v1/badges?presence=lost").list("badges")).isEmpty();
    assertThat(http.get("/api/v1/badges?devices=true").list("badges")).hasSize(BADGES + 2);
  }

  @Test
  void a_badge_comes_with_its_row_and_both_sides_of_its_twin() throws Exception {
    Http.Reply badge = http.get("/api/v1/badges/b-0007");
    assertThat(badge.status()).isEqualTo(200);
    assertThat(badge.doc().values()).containsKeys("row", "desired", "reported", "differences");
    assertThat(http.get("/api/v1/badges/b-9999").status()).isEqualTo(404);
  }

  @Test
  void an_unknown_query_parameter_is_an_error_that_suggests_the_right_one() throws Exception {
    Http.Reply reply = http.get("/api/v1/badges?presense=lost");
    assertProblem(reply, 422);
    assertThat(reply.text("detail")).contains("presense").contains("presence");
  }

  @Test
  void a_wrong_value_names_the_field_the_value_and_what_to_do() throws Exception {
    Http.Reply reply = http.get("/api/v1/badges?presence=conected");
    assertProblem(reply, 422);
    assertThat(reply.text("detail"))
        .contains("presence")
        .contains("conected")
        .contains("connected");
    assertProblem(http.get("/api/v1/badges?limit=0"), 422);
    assertProblem(http.get("/api/v1/badges?limit=5&limit=6"), 422);
    assertProblem(http.get("/api/v1/badges?cursor=nonsense"), 422);
    assertProblem(http.get("/api/v1/badges/Not_A_Badge"), 422);
    assertProblem(http.get("/api/v1/devices/short"), 422);
  }

  @Test
  void all_wrong_fields_of_a_body_are_named_at_once() throws Exception {
    Http.Reply reply =
        http.json(
            "POST", "/api/v1/badges", "{\"badges\":[{\"badge\":\"UPPER\",\"colour\":\"red\"}]}");
    assertProblem(reply, 422);
    assertThat(reply.list("problems")).hasSize(2);
    assertThat(reply.text("detail")).contains("badges[0].badge").contains("colour");
  }

  @Test
  void a_body_that_is_no_json_of_another_type_or_too_large_is_refused_with_a_sentence()
      throws Exception {
    assertProblem(http.json("POST", "/api/v1/badges", "{\"badges\":["), 400);
    assertProblem(http.body("POST", "/api/v1/badges", "text/plain", "{}"), 415);
    Http.Reply large = http.json("POST", "/api/v1/badges", " ".repeat(1024 * 1024 + 1));
    assertProblem(large, 413);
    assertThat(large.text("title")).contains("1048576 bytes");
  }

  @Test
  void what_is_not_there_and_what_is_not_taken_are_problems_too() throws Exception {
    assertProblem(http.get("/api/v1/nothing"), 404);
    assertProblem(http.json("PUT", "/api/v1/fleet", "{}"), 405);
    assertProblem(http.get("/frames/" + "0".repeat(32) + ".png"), 404);
    assertProblem(http.get("/frames/nonsense.png"), 422);
  }

  @Test
  void input_is_never_reflected_as_markup() throws Exception {
    Http.Reply reply = http.get("/api/v1/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    Http.Reply people = http.get("/people?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assertThat(new String(people.raw().body(), StandardCharsets.UTF_8))
        .doesNotContain("<script>alert");
    assertThat(people.header("Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("unsafe-inline");
  }

  @Test
  void a_page_of_another_site_may_not_change_anything() throws Exception {
    String body = "{\"badges\":[\"b-0001\"],\"kind\":\"identify\"}";
    assertProblem(
        http.json("POST", "/api/v1/commands", body, "Origin", "https://evil.example"), 403);
    assertProblem(http.json("POST", "/api/v1/commands", body, "Origin", "null"), 403);
    assertProblem(http.json("POST", "/api/v1/commands", body, "Sec-Fetch-Site", "cross-site"), 403);
    String own = "http://127.0.0.1:" + conference.web.port();
    assertThat(http.json("POST", "/api/v1/commands", body, "Origin", own).status()).isEqualTo(200);
  }

  @Test
  void a_name_that_somebody_pointed_here_is_not_served() throws Exception {
    assertThat(statusWithHost("rebound.example")).isEqualTo(421);
    assertThat(statusWithHost("localhost:" + conference.web.port())).isEqualTo(200);
    assertThat(statusWithHost("[::1]:80")).isEqualTo(200);
  }

  private static int statusWithHost(String host) throws Exception {
    try (var socket = new Socket("127.0.0.1", conference.web.port())) {
      String request =
          "GET /api/v1/fleet HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void a_patch_for_an_older_state_is_refused_with_what_is_so_now() throws Exception {
    String path = "/api/v1/desired/badges/b-0011";
    Http.Reply before = http.get(path);
    String tag = before.header("ETag");
    assertThat(tag).matches("\"\\d+\\.\\d+\"");
    Http.Reply changed = patch(path, "{\"screen\":\"baedge\"}", "If-Match", tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
    Http.Reply late = patch(path, "{\"screen\":\"hardware\"}", "If-Match", tag);
    assertProblem(late, 412);
    assertThat(late.doc().values()).containsKey("current");
    assertProblem(patch(path, "{\"screen\":\"hardware\"}", "If-Match", "yesterday"), 422);
    Http.Reply gone = patch(path, "{\"screen\":null}");
    assertThat(gone.status()).isEqualTo(200);
    eventually(() -> shownOn("b-0011").equals("wearer"));
  }

  private static Http.Reply patch(String path, String body, String... headers) throws Exception {
    return http.body("PATCH", path, "application/merge-patch+json", body, headers);
  }

  @Test
  void a_pushed_screen_comes_to_the_glass_and_its_reach_is_counted() throws Exception {
    Http.Reply push =
        http.json(
            "POST",
            "/api/v1/screens/push",
            "{\"badges\":[\"b-0012\"],\"screen\":\"hardware\",\"forMs\":60000}");
    assertThat(push.status()).isEqualTo(200);
    assertThat(push.number("onGlass") + push.number("onTheWay") + push.number("unreachable"))
        .isEqualTo(1);
    eventually(() -> shownOn("b-0012").equals("hardware"));
  }

  @Test
  void screens_that_badges_have_are_listed_with_how_many() throws Exception {
    assertThat(http.get("/api/v1/screens").list("own"))
        .containsExactly(Doc.fields().put("screen", "lunch").put("badges", 2).build());
    assertThat(http.get("/").body()).contains("<option value=\"lunch\">");
    assertThat(http.get("/badges/b-0014").body()).contains("<option value=\"lunch\">");
    assertThat(http.get("/badges/b-0013").body()).doesNotContain("<option value=\"lunch\">");
  }

  @Test
  void an_own_screen_is_pushed_where_a_badge_has_it_and_the_others_are_told() throws Exception {
    Http.Reply push =
        http.json(
            "POST",
            "/api/v1/screens/push",
            "{\"badges\":[\"b-0014\",\"b-0010\"],\"screen\":\"lunch\",\"forMs\":60000}");
    assertThat(push.status()).isEqualTo(200);
    assertThat(push.number("onGlass") + push.number("onTheWay")).isEqualTo(1);
    assertThat(push.number("without")).isEqualTo(1);
    assertThat(push.text("note"))
        .isEqualTo(
            "1 badge has no screen 'lunch' and goes on with what is shown there until the screen's"
                + " file is in the folder: b-0010");
    eventually(() -> shownOn("b-0014").equals("lunch"));
    eventually(() -> page("/badges/b-0010/parts").contains("does not have the screen lunch"));
    assertThat(shownOn("b-0010")).isEqualTo("wearer");
  }

  @Test
  void a_screen_that_none_of_the_badges_has_is_a_slip() throws Exception {
    Http.Reply push =
        http.json("POST", "/api/v1/screens/push", "{\"badges\":[\"b-0010\"],\"screen\":\"lunhc\"}");
    assertProblem(push, 422);
    assertThat(push.body())
        .contains("is 'lunhc', which none of these badges has; did you mean 'lunch'");
  }

  @Test
  void a_playlist_may_name_own_screens_and_says_which_badges_lack_them() throws Exception {
    Http.Reply some =
        patch("/api/v1/desired/badges/b-0009", "{\"playlist\":[{\"screen\":\"lunch\"}]}");
    assertThat(some.status()).isEqualTo(200);
    assertThat(some.text("note")).startsWith("1 badge has no screen 'lunch'").endsWith("b-0009");
    Http.Reply all =
        patch("/api/v1/desired/badges/b-0015", "{\"playlist\":[{\"screen\":\"lunch\"}]}");
    assertThat(all.text("note")).isEmpty();
    patch("/api/v1/desired/badges/b-0009", "{\"playlist\":null}");
    patch("/api/v1/desired/badges/b-0015", "{\"playlist\":null}");
  }

  @Test
  void an_announcement_is_counted_until_it_is_withdrawn() throws Exception {
    Http.Reply made =
        http.json(
            "POST",
            "/api/v1/announcements",
            "{\"title\":\"Lunch\",\"text\":\"In the foyer\",\"forMs\":60000,\"badge\":\"b-0013\"}");
    assertThat(made.status()).isEqualTo(201);
    eventually(() -> reachOf(made.text("id")) == 1);
    assertThat(http.delete("/api/v1/announcements/" + made.text("id")).status()).isEqualTo(200);
    assertThat(reachOf(made.text("id"))).isEqualTo(-1);
    assertProblem(http.delete("/api/v1/announcements/unknown"), 404);
  }

  private static long reachOf(String id) {
    try {
      for (Doc one : http.get("/api/v1/announcements").list("announcements")) {
        if (one instanceof Doc.Fields(var values)
            && values.get("id").equals(new Doc.Text(id))
            && values.get("onGlass") instanceof Doc.Int(long onGlass)) {
          return onGlass;
        }
      }
      return -1;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_badge_is_made_worn_returned_and_retired() throws Exception {
    String code = TestConference.device(BADGES + 1).claimCode();
    Http.Reply made =
        http.json(
            "POST",
            "/api/v1/badges",
            "{\"badges\":[{\"badge\":\"fresh\",\"device\":\"" + code + "\"}]}");
    assertThat(made.status()).isEqualTo(201);
    Http.Reply worn = http.json("PUT", "/api/v1/badges/fresh/wearer", "{\"wearer\":\"T0041\"}");
    assertThat(worn.status()).isEqualTo(200);
    eventually(() -> nameOn("fresh").equals(TestConference.name(41)));
    assertThat(http.delete("/api/v1/badges/fresh/wearer").status()).isEqualTo(200);
    assertProblem(http.json("POST", "/api/v1/badges/fresh/return", "{\"ifToken\":0}"), 409);
    assertThat(http.json("POST", "/api/v1/badges/fresh/return", "{}").status()).isEqualTo(200);
    assertThat(http.json("POST", "/api/v1/badges/fresh/retire", "{}").status()).isEqualTo(200);
    assertThat(http.json("PUT", "/api/v1/badges/fresh/wearer", "{\"wearer\":\"T0041\"}").status())
        .isIn(404, 409);
  }

  @Test
  void a_dry_run_of_people_changes_nothing() throws Exception {
    String csv = "ticket;full name;role\nN1;Grace Hopper;speaker\nT0001;Somebody Else;crew\n";
    Http.Reply dry = http.body("POST", "/api/v1/people/import?dryRun=true", "text/csv", csv);
    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.number("created")).isEqualTo(1);
    assertThat(dry.number("changed")).isEqualTo(1);
    assertThat(http.get("/api/v1/people/N1").status()).isEqualTo(404);
    Http.Reply wet =
        http.body(
            "POST",
            "/api/v1/people/import?key=ticket&name=full%20name",
            "text/csv",
            csv.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
    assertThat(wet.number("created")).isEqualTo(1);
    assertThat(http.get("/api/v1/people/N1").text("name")).isEqualTo("Grace Hopper");
    assertThat(http.get("/api/v1/people?q=grace").list("people")).hasSize(1);
  }

  @Test
  void a_list_without_a_key_and_a_broken_schedule_are_refused_whole() throws Exception {
    Http.Reply list =
        http.body("POST", "/api/v1/people/import", "text/csv", "colour,size\nred,9\n");
    assertProblem(list, 422);
    assertThat(list.text("title")).contains("key").contains("colour, size");
    Http.Reply schedule = http.json("PUT", "/api/v1/schedule", "{\"schedule\":");
    assertProblem(schedule, 422);
  }

  @Test
  void pictures_are_immutable_and_come_alone_or_in_bundles() throws Exception {
    String hash = hashOf("b-0003");
    Http.Reply png = http.get("/frames/" + hash + ".png");
    assertThat(png.raw().body()).startsWith((byte) 0x89, 'P', 'N', 'G');
    assertThat(png.header("Cache-Control")).contains("immutable");
    Http.Reply bundle = http.get("/frames/bundle/" + hash + "." + "0".repeat(32));
    assertThat(bundle.header("Cache-Control")).isEqualTo("no-store");
    assertThat(http.get("/frames/bundle/" + hash).header("Cache-Control")).contains("immutable");
    assertProblem(http.get("/frames/bundle/" + "x".repeat(32)), 422);
  }

  @Test
  void curves_and_notes_of_a_badge_are_read_from_the_store() throws Exception {
    conference.crowd.breathe(TestConference.device(5));
    eventually(() -> !list("/api/v1/badges/b-0005/history?buckets=100", "points").isEmpty());
    assertThat(list("/api/v1/badges/b-0005/history?buckets=100", "points"))
        .allSatisfy(
            point ->
                assertThat(((Doc.Fields) point).values().get("uncertaintyMs"))
                    .isInstanceOfSatisfying(
                        Doc.Int.class, ms -> assertThat(ms.value()).isBetween(1L, 2_000L)));
    assertThat(list("/api/v1/badges/b-0005/notes?limit=2", "notes")).isNotEmpty();
    assertProblem(http.get("/api/v1/badges/b-0005/history?from=9&to=3"), 422);
    assertProblem(http.get("/api/v1/badges/b-0005/history?buckets=9999"), 422);
  }

  @Test
  void health_metrics_and_pages_answer() throws Exception {
    assertThat(http.get("/health/live").status()).isEqualTo(200);
    assertThat(http.get("/health/ready").status()).isEqualTo(200);
    String metrics = new String(http.get("/metrics").raw().body(), StandardCharsets.UTF_8);
    assertThat(metrics).contains("baedge_http_seconds").contains("baedge_hub_messages");
    for (String page : List.of("/", "/people", "/people/import", "/api", "/badges/b-0001")) {
      assertThat(http.get(page).status()).as(page).isEqualTo(200);
    }
    assertThat(http.get("/mishaps").status()).isEqualTo(404);
    assertThat(http.get("/badges/unknown").status()).isEqualTo(404);
  }

  @Test
  void the_description_lists_every_route_and_every_listed_route_is_served() throws Exception {
    Doc.Fields paths = (Doc.Fields) http.get("/api/v1/openapi.json").doc().values().get("paths");
    int calls = 0;
    for (var path : paths.values().entrySet()) {
      for (String verb : ((Doc.Fields) path.getValue()).values().keySet()) {
        String at = path.getKey().replaceAll("\\{[a-zA-Z]+}", "x");
        if (at.endsWith("/events")) {
          at += "?topics=nothing";
        }
        Http.Reply reply =
            verb.equals("get")
                ? http.get(at)
                : http.body(verb.toUpperCase(java.util.Locale.ROOT), at, "none/none", "");
        assertThat(reply.status()).as(verb + " " + at).isNotEqualTo(405);
        assertThat(reply.text("title")).as(verb + " " + at).doesNotContain("There is nothing at");
        calls++;
      }
    }
    String metrics = new String(http.get("/metrics").raw().body(), StandardCharsets.UTF_8);
    long served =
        metrics
            .lines()
            .filter(line -> line.startsWith("baedge_http_seconds_count{"))
            .filter(line -> line.matches(".*route=\"/(api/v1|frames|metrics|health).*"))
            .count();
    assertThat(served).isEqualTo(calls);
  }

  @Test
  void a_port_in_use_is_said_in_one_sentence() {
    var parts = conference.parts();
    var settings = WebSettings.of("127.0.0.1", conference.web.port(), "again");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> WebServer.start(parts, settings)))
        .hasMessageContaining("127.0.0.1:" + conference.web.port())
        .hasMessageContaining("choose another");
  }

  @Test
  void mishaps_are_passed_on_and_their_refusals_too() throws Exception {
    try (var demo = new FakeDemo();
        var web =
            WebServer.start(
                conference.parts(),
                WebSettings.of("127.0.0.1", 0, "demo").with(URI.create(demo.address())));
        var call = new Http(web.port())) {
      assertThat(call.get("/api/v1/mishaps").list("mishaps")).hasSize(2);
      Http.Reply cut = call.json("POST", "/api/v1/mishaps", "{\"id\":\"access-point/hall\"}");
      assertThat(cut.doc().toString()).contains("active");
      Http.Reply unknown = call.json("POST", "/api/v1/mishaps", "{\"id\":\"access-point/moon\"}");
      assertProblem(unknown, 404);
      assertThat(unknown.text("title")).contains("no mishap");
      assertProblem(call.json("POST", "/api/v1/mishaps", "{}"), 422);
      assertThat(call.get("/mishaps").status()).isEqualTo(200);
      demo.stop();
      assertProblem(call.get("/api/v1/mishaps"), 502);
    }
  }

  private static void assertProblem(Http.Reply reply, int status) {
    assertThat(reply.status()).as(reply.doc().toString()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.number("status")).isEqualTo(status);
    assertThat(reply.text("title")).isNotBlank();
  }

  private static String page(String path) {
    try {
      return http.get(path).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Doc> list(String path, String name) {
    try {
      return http.get(path).list(name);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shownOn(String badge) {
    return conference.loop.fleet().row(badge).map(row -> row.picture().screen()).orElse("");
  }

  private static String hashOf(String badge) {
    return conference.loop.fleet().row(badge).map(row -> row.picture().hash()).orElse("");
  }

  private static String nameOn(String badge) {
    return conference
        .loop
        .fleet()
        .row(badge)
        .flatMap(row -> row.wearer())
        .map(wearer -> wearer.name())
        .orElse("");
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
