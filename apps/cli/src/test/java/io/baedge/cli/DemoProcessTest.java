package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process that is killed, started again and ended. */
class DemoProcessTest {
  private static final int BADGES = 20;

  @TempDir Path directory;
  private Path data;
  private Path temporary;

  @BeforeEach
  void folders() throws Exception {
    data = directory.resolve("data");
    temporary = Files.createDirectory(directory.resolve("tmp"));
  }

  @Test
  void after_a_kill_of_everything_the_same_data_goes_on_where_it_was() throws Exception {
    // Five times as fast, because panels take as long as real ones.
    String[] args = {
      "--data", data.toString(), "--badges", Integer.toString(BADGES), "--speed", "5"
    };
    Map<String, String> wearers;
    try (DemoProcess demo = DemoProcess.start(temporary, args);
        HubApi api = new HubApi(URI.create(demo.console()))) {
      wearers = untilWallIsFull(api);
      untilAcknowledged();
      ProcessHandle hub = demo.hub();
      demo.kill();
      hub.onExit().get(Cli.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    try (DemoProcess again = DemoProcess.start(temporary, args);
        HubApi api = new HubApi(URI.create(again.console()))) {
      assertThat(untilWallIsFull(api)).isEqualTo(wearers);
      again.line("all " + BADGES + " badges connected");
      again.terminate();
      assertThat(again.said()).contains(" 0 missing, 0 twice");
      assertThat(again.errors()).isEmpty();
    }
    assertThat(Files.readAllLines(data.resolve("ledger.tsv")))
        .as("two epochs of each device below a heading")
        .hasSize(1 + 2 * BADGES);
  }

  @Test
  void ctrl_c_ends_the_hub_too_says_the_summary_and_leaves_no_files() throws Exception {
    try (DemoProcess demo = DemoProcess.start(temporary, "--badges", "1")) {
      demo.line("all 1 badges connected");
      assertThat(temporary).isNotEmptyDirectory();
      ProcessHandle hub = demo.hub();
      demo.terminate();
      assertThat(hub.isAlive()).isFalse();
      assertThat(demo.said()).contains("of 1 badges are connected", " 0 missing");
      assertThat(demo.errors()).isEmpty();
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void ctrl_c_while_the_hub_starts_is_quiet_and_leaves_no_files() throws Exception {
    try (DemoProcess demo = DemoProcess.start(temporary, "--badges", "1")) {
      Cli.until(() -> temporary.toFile().list().length > 0, demo::said);
      demo.terminate();
      assertThat(demo.errors()).isEmpty();
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void a_fast_crowd_of_another_day_is_one_document_and_exit_code_0() throws Exception {
    String[] args = {
      "--badges",
      "2",
      "--speed",
      "10",
      "--at",
      "2026-09-14T09:00:00+02:00",
      "--duration",
      "2s",
      "--json"
    };
    try (DemoProcess demo = DemoProcess.start(temporary, args)) {
      assertThat(demo.exitCode()).as(demo.said() + demo.errors()).isZero();
      Doc.Fields doc = Cli.json(demo.said());
      assertThat(HubApi.number(doc, "connected")).isEqualTo(2);
      assertThat(demo.errors()).isEmpty();
      assertThat(temporary).isEmptyDirectory();
    }
  }

  /** Until every badge is connected and the hub has its picture; who wears each. */
  private static Map<String, String> untilWallIsFull(HubApi api) throws InterruptedException {
    Map<String, String> wearers = new TreeMap<>();
    Cli.until(
        () -> {
          wearers.clear();
          for (Doc.Fields row : rows(api)) {
            if (HubApi.text(row, "presence").equals("connected") && hasPicture(api, row)) {
              wearers.put(HubApi.text(row, "badge"), HubApi.text(row, "name"));
            }
          }
          return wearers.size() == BADGES;
        },
        () -> "only " + wearers + " of " + rows(api));
    return wearers;
  }

  private static List<Doc.Fields> rows(HubApi api) {
    try {
      return api.all("/api/v1/badges", Map.of(), "badges");
    } catch (HubApi.Refused e) {
      return List.of();
    }
  }

  private static boolean hasPicture(HubApi api, Doc.Fields row) {
    String hash = HubApi.text(HubApi.fields(row, "glass"), "hash");
    try {
      api.get("/frames/" + hash + ".png", Map.of());
      return !hash.isEmpty();
    } catch (HubApi.Refused e) {
      return false;
    }
  }

  /** Until the ledger on disk says that something was acknowledged. */
  private void untilAcknowledged() throws InterruptedException {
    Cli.until(() -> acknowledged() > 0, () -> "nothing is acknowledged yet");
  }

  private long acknowledged() {
    try {
      return Files.readAllLines(data.resolve("ledger.tsv")).stream()
          .skip(1)
          .mapToLong(line -> Long.parseLong(line.split("\t")[3]))
          .sum();
    } catch (java.io.IOException e) {
      return 0;
    }
  }
}
