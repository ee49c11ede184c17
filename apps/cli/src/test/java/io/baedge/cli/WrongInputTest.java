package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.Cli.Said;
import io.baedge.cli.api.HubApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong input is one sentence that names what is wrong and what to do, and leaves nothing behind.
 * Messages on another device's topic and oversized ones: see the contract of the hub's transports.
 */
@Timeout(120)
class WrongInputTest {
  @TempDir static Path directory;
  private static RunningHub hub;

  /**
   * One case.
   *
   * @param args may name files of {@link #files}
   * @param words that the sentence must have
   */
  record Wrong(String about, int code, List<String> args, List<String> words) {
    static Wrong of(String about, int code, String args, String... words) {
      return new Wrong(about, code, List.of(args.split(" ")), List.of(words));
    }

    @Override
    public String toString() {
      return about;
    }
  }

  @BeforeAll
  static void open() throws Exception {
    files();
    hub = RunningHub.start(directory.resolve("hub"));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static void files() throws IOException {
    write("hub.yaml", "site: main\nhttp:\n  prot: 2344\n");
    write("badge.yaml", "site: main\npannel: emulated:2in9_V2\n");
    write("people.csv", "Number,Who\n1,Ada\n");
    write("schedule.json", "{\"schedule\": {\"conference\": ");
    write("schedule.xml", "<schedule><day></schedule>");
    write("screen.yaml", "layout: {txet: hello}\n");
    write("scenario.yaml", "name: x\nbadges: many\n");
    write("file", "not a directory");
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  static Stream<Wrong> offline() {
    return Stream.of(
        Wrong.of(
            "unknown key in hub.yaml",
            2,
            "hub --config @hub.yaml",
            "hub.yaml line 3",
            "http.prot",
            "port"),
        Wrong.of(
            "unknown key in badge.yaml",
            2,
            "badge --config @badge.yaml",
            "badge.yaml line 2",
            "pannel",
            "panel"),
        Wrong.of(
            "unknown key in either, by config",
            2,
            "config --badge-file @badge.yaml",
            "badge.yaml line 2",
            "pannel"),
        Wrong.of("unknown setting as a flag", 2, "hub --set http.prot=1", "http.prot", "http.port"),
        Wrong.of(
            "misspelt panel of a badge",
            2,
            "badge --panel emulated:2in9_V22 --state @b",
            "2in9_V22",
            "2in9_V2"),
        Wrong.of(
            "misspelt panel to render",
            2,
            "render --screen wearer --panel 2in9V2 --out @x.png",
            "2in9V2",
            "2in9_V2"),
        Wrong.of(
            "misspelt screen to render",
            2,
            "render --screen waerer --panel 2in9_V2 --out @x.png",
            "waerer",
            "wearer"),
        Wrong.of(
            "broken screen file",
            1,
            "render --screen @screen.yaml --panel 2in9_V2 --out @x.png",
            "screen.yaml",
            "txet",
            "text"),
        Wrong.of(
            "picture into a directory that is none",
            1,
            "render --screen wearer --panel 2in9_V2 --out @file/x.png",
            "--out",
            "another file"),
        Wrong.of(
            "data below a file",
            1,
            "hub --data @file/data --http 0 --mqtt 0",
            "data directory",
            "--data"),
        Wrong.of("state below a file", 1, "badge --state @file/state --http 0", "file/state"),
        Wrong.of(
            "demo data below a file",
            1,
            "demo --data @file/data --http 0 --mqtt 0",
            "file/data",
            "--data DIR"),
        Wrong.of("no badges in a demo", 2, "demo --badges 0", "--badges is 0"),
        Wrong.of("a demo that stands still", 2, "demo --speed 0", "--speed is 0"),
        Wrong.of("a time without a zone", 2, "demo --at 2026-09-14T09:00", "--at", "zone"),
        Wrong.of("a span without a unit", 2, "demo --duration 60", "--duration is '60'", "60s"),
        Wrong.of("a port that is none", 2, "demo --http 70000", "--http is 70000"),
        Wrong.of(
            "broken scenario", 1, "simulate @scenario.yaml", "scenario.yaml", "badges", "many"),
        Wrong.of("no scenario", 1, "simulate @none.yaml", "none.yaml", "examples/scenarios"),
        Wrong.of("seeds the wrong way round", 2, "simulate @scenario.yaml --seeds 3..1", "3..1"),
        Wrong.of(
            "no address of a hub",
            2,
            "badges list --hub localhost:2344",
            "--hub is 'localhost:2344'",
            "http://"),
        Wrong.of("nothing to assign", 2, "badges assign badge-1", "--device", "--wearer"),
        Wrong.of("backup without a store", 1, "hub --data @empty backup @kept.db", "no store"));
  }

  @ParameterizedTest
  @MethodSource("offline")
  void wrong_input_is_one_sentence_and_nothing_is_written(Wrong wrong) throws IOException {
    List<Path> before = tree();
    Said said = Cli.run(args(wrong));
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).contains(wrong.words());
    assertThat(said.code()).isEqualTo(wrong.code());
    assertThat(said.out()).isEmpty();
    assertThat(tree()).isEqualTo(before);
  }

  static Stream<Wrong> online() {
    return Stream.of(
        Wrong.of("CSV without the key column", 1, "attendees import @people.csv", "key", "column"),
        Wrong.of(
            "mapping to a column that is not there",
            1,
            "attendees import @people.csv --map key=Nr",
            "Nr"),
        Wrong.of("a list that is not there", 1, "attendees import @none.csv", "none.csv"),
        Wrong.of("broken schedule in JSON", 1, "schedule import @schedule.json", "Line 1"),
        Wrong.of("broken schedule in XML", 1, "schedule import @schedule.xml", "Line 1"),
        Wrong.of(
            "a schedule at no address",
            1,
            "schedule import http://127.0.0.1:1/x.json",
            "http://127.0.0.1:1/x.json cannot be read"),
        Wrong.of("no such badge", 1, "badges assign nobody --device abcd-efgh", "nobody"),
        Wrong.of("no such device", 1, "devices show abcdefghijklmnop", "abcdefghijklmnop"),
        Wrong.of("a device id of the wrong form", 1, "devices show X", "device"),
        Wrong.of("no such announcement", 1, "announce withdraw none", "none"),
        Wrong.of("misspelt screen to push", 1, "screens push waerer --all", "waerer", "wearer"));
  }

  @ParameterizedTest
  @MethodSource("online")
  void wrong_input_to_a_hub_is_one_sentence_and_the_hub_stays_as_it_is(Wrong wrong) {
    Said said = hub.run(args(wrong));
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).contains(wrong.words());
    assertThat(said.code()).isEqualTo(wrong.code());
    assertThat(said.out()).isEmpty();
    assertThat(hub.run("attendees", "list").words()).endsWith("0 people");
    assertThat(hub.run("announce", "list").words()).isEqualTo("no announcements");
    var schedule = hub.run("schedule", "show", "--json").document();
    assertThat(HubApi.list(schedule, "sessions")).isEmpty();
  }

  @Test
  void a_hub_that_is_not_there_is_told_with_what_to_do() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Said said = Cli.run("badges", "list", "--hub", "http://127.0.0.1:" + port);
    assertThat(said.code()).isEqualTo(Main.FAILED);
    assertThat(said.err())
        .isEqualTo(
            "baedge badges list: no hub answers at http://127.0.0.1:"
                + port
                + "; start one with 'baedge hub' or give --hub URL");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_port_in_use_is_one_sentence_with_the_port(List<String> command) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Said said = Cli.run(command.stream().map(arg -> place(arg, port)).toArray(String[]::new));
      assertThat(said.err().lines()).hasSize(1);
      assertThat(said.err()).contains(port);
      assertThat(said.code()).isEqualTo(Main.FAILED);
      assertThat(said.out()).isEmpty();
    }
  }

  static Stream<List<String>> servers() {
    return Stream.of(
        List.of("hub", "--data", "@h1", "--http", "PORT", "--mqtt", "0"),
        List.of("hub", "--data", "@h2", "--http", "0", "--mqtt", "PORT"),
        List.of("badge", "--state", "@b1", "--http", "PORT", "--set", "http.bind=127.0.0.1"),
        List.of("demo", "--data", "@d1", "--http", "PORT", "--mqtt", "0", "--no-browser"),
        List.of("demo", "--data", "@d2", "--http", "0", "--mqtt", "PORT", "--no-browser"));
  }

  private static String[] args(Wrong wrong) {
    return wrong.args().stream().map(arg -> place(arg, "")).toArray(String[]::new);
  }

  /** An argument with the test's directory in place of the sign that stands for it. */
  private static String place(String arg, String port) {
    return arg.equals("PORT") ? port : arg.replace("@", directory + "/");
  }

  private static List<Path> tree() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(path -> !path.startsWith(directory.resolve("hub"))).sorted().toList();
    }
  }
}
