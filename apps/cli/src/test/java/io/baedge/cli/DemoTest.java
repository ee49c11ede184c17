package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.api.HubApi;
import io.baedge.cli.demo.Demo;
import io.baedge.cli.demo.DemoOptions;
import io.baedge.cli.demo.DemoSummary;
import io.baedge.hubserver.store.LedgerCheck;
import io.baedge.model.doc.Doc;
import io.baedge.testing.EnabledIfProgram;
import io.baedge.testing.Programs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo whose hub is killed in the middle; afterwards nothing may be missing. */
class DemoTest {
  private static final int BADGES = 60;

  /** Counted from all connected, which is when the hub is killed. */
  private static final Duration LASTS = Duration.ofSeconds(12);

  @TempDir static Path data;
  private static DemoSummary summary;
  private static long restarts;

  @BeforeAll
  static void aDemoWithAKilledHub() throws Exception {
    var options =
        new DemoOptions(
            BADGES,
            new DemoOptions.Ports("127.0.0.1", 0, 0),
            data,
            1,
            1.0,
            Optional.empty(),
            Optional.of(LASTS));
    var console = new CompletableFuture<String>();
    var killed = new CompletableFuture<Long>();
    Thread.ofVirtual().start(() -> kill(console, killed));
    summary = new Demo(options, _ -> {}).run(console::complete);
    restarts = killed.join();
  }

  /** Kills the hub once everybody is connected; completes when another one runs. */
  private static void kill(CompletableFuture<String> console, CompletableFuture<Long> killed) {
    try (HubApi api = new HubApi(URI.create(console.join()))) {
      Cli.until(() -> connected(api) == BADGES, () -> "all connected");
      killHub(api);
      Cli.until(() -> detail(api).contains("restarts"), () -> "started again");
      killed.complete(Long.parseLong(detail(api).replaceAll("\\D", "")));
    } catch (Exception | AssertionError e) {
      killed.completeExceptionally(e);
    }
  }

  private static void killHub(HubApi api) throws HubApi.Refused {
    Doc.Fields hub = Doc.fields().put("id", "hub").build();
    try {
      api.send("POST", "/api/v1/mishaps", Map.of(), HubApi.Body.json(hub));
    } catch (HubApi.Refused e) {
      // On a busy machine the hub may be dead before it has answered.
      if (e.status() != 0) {
        throw e;
      }
    }
  }

  private static long connected(HubApi api) {
    try {
      Doc.Fields fleet = api.get("/api/v1/fleet", Map.of());
      return HubApi.number(HubApi.fields(fleet, "presence"), "connected");
    } catch (HubApi.Refused e) {
      return 0;
    }
  }

  private static String detail(HubApi api) {
    try {
      return HubApi.list(api.get("/api/v1/mishaps", Map.of()), "mishaps").stream()
          .filter(mishap -> HubApi.text(mishap, "id").equals("hub"))
          .map(mishap -> HubApi.text(mishap, "detail"))
          .findFirst()
          .orElse("");
    } catch (HubApi.Refused e) {
      // The hub is dead just now.
      return "";
    }
  }

  @Test
  void the_hub_came_back_by_itself() {
    assertThat(restarts).isEqualTo(1);
  }

  @Test
  void everybody_is_connected_again_and_every_glass_shows_what_it_should() {
    Doc.Fields doc = summary.document();
    assertThat(summary.good()).as(summary.text()).isTrue();
    assertThat(HubApi.number(doc, "badges")).isEqualTo(BADGES);
    assertThat(HubApi.number(doc, "connected")).isEqualTo(BADGES);
    assertThat(HubApi.fields(doc, "screens"))
        .isEqualTo(Doc.fields().put("desired", BADGES).put("on_glass", BADGES).build());
  }

  @Test
  void the_document_is_complete_and_nothing_acknowledged_is_missing() {
    Doc.Fields doc = summary.document();
    assertThat(doc.values().keySet())
        .containsExactly(
            "badges", "connected", "seconds", "samples", "screens", "cpu_seconds", "rss_mb");
    Doc.Fields samples = HubApi.fields(doc, "samples");
    assertThat(samples.values().keySet())
        .containsExactly(
            "taken", "acknowledged", "stored", "duplicates_dropped", "missing", "twice");
    assertThat(HubApi.number(samples, "missing")).isZero();
    assertThat(HubApi.number(samples, "twice")).isZero();
    assertThat(HubApi.number(samples, "acknowledged"))
        .isPositive()
        .isLessThanOrEqualTo(HubApi.number(samples, "taken"));
    assertThat(HubApi.number(samples, "stored"))
        .isGreaterThanOrEqualTo(HubApi.number(samples, "acknowledged"));
    assertThat(HubApi.number(doc, "rss_mb")).isPositive();
  }

  @Test
  @EnabledIfProgram("sqlite3")
  void another_program_finds_every_line_of_the_ledger_in_the_store() throws Exception {
    Path sql = Files.writeString(data.resolve("check.sql"), LedgerCheck.sql());
    Process process =
        new ProcessBuilder(
                Programs.require("sqlite3").toString(),
                ":memory:",
                ".mode tabs",
                ".import " + data.resolve("ledger.tsv") + " ledger",
                "ATTACH '" + data.resolve("hub.db") + "' AS hub",
                ".mode list",
                ".read " + sql)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> answer = List.of(out.strip().split("\\|"));
    assertThat(answer).as(out).hasSize(4);
    assertThat(Long.parseLong(answer.get(0))).as("acknowledged").isPositive();
    assertThat(answer.get(1)).as("present").isEqualTo(answer.get(0));
    assertThat(answer.subList(2, 4)).as("missing, twice").containsExactly("0", "0");
  }
}
