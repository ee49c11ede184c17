package io.baedge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandsTest {
  private static final String SCENARIO =
      """
      name: small
      badges: 10
      faults_for: 10m
      quiet_end: 5m
      cadence:
        sample_every: 1m
        contact_every: 2m
      venue:
        rooms:
          - {name: Hall, width_m: 60, depth_m: 40}
        access_points:
          - {name: ap-hall, room: Hall, x_m: 15}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void every_benchmark_runs_with_the_smallest_sizes(@TempDir Path directory) throws Exception {
    Path scenario = Files.writeString(directory.resolve("small.yaml"), SCENARIO);

    int code = run("bench", "all", "--quick", "--json", "--scenario=" + scenario);

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    List<Doc> benchmarks = items(document(), "benchmarks");
    assertThat(benchmarks).hasSize(9);
    for (Doc benchmark : benchmarks) {
      assertThat(items(benchmark, "notes")).isNotEmpty();
      assertThat(items(benchmark, "figures"))
          .isNotEmpty()
          // On a busy machine nothing may come through in so short a time.
          .allSatisfy(figure -> assertThat(text(figure, "measured")).containsPattern("[0-9]"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_card_of_a_badge_in_session_takes_no_records() {
    int code = run("bench", "journal", "--json", "--card-kib=512");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(items(document(), "figures")).hasSize(10);
    assertThat(text(items(document(), "figures").getFirst(), "measured")).isEqualTo("0.0 (+ 0.0)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "badge",
        "footprint",
        "render",
        "api",
        "hub",
        "simulator",
        "storm",
        "journal",
        "all"
      })
  void every_benchmark_explains_itself(String name) {
    assertThat(run("bench", name, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: baedge bench " + name).contains("--json");
  }

  @Test
  void a_size_of_nothing_is_refused_in_one_sentence() {
    assertThat(run("bench", "hub", "--seconds=0")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("baedge bench hub: --seconds is 0; it must be 1 or more");
  }

  @Test
  void a_missing_scenario_is_refused_in_one_sentence() {
    assertThat(run("bench", "simulator", "no-such-file.yaml")).isEqualTo(1);
    assertThat(err.toString().strip())
        .startsWith("baedge bench simulator: no-such-file.yaml cannot be read;")
        .hasLineCount(1);
  }

  @Test
  void a_report_sets_measured_beside_goal_and_says_what_was_missed() {
    var report =
        new Report(
            "a thing",
            List.of(
                new Figure("speed", "12", "10", ">= 11", Verdict.of(true)),
                new Figure("size", "9 MB", "", "<= 8 MB", Verdict.of(false)),
                Figure.of("colour", "red")),
            List.of("a note"));

    assertThat(report.toText().lines())
        .containsExactly(
            "a thing",
            "          measured  Python  goal",
            "  speed   12        10      >= 11    met",
            "  size    9 MB              <= 8 MB  missed",
            "  colour  red",
            "  * a note");
  }

  @Test
  void a_median_is_the_middle_or_between_the_two_middle_ones() {
    assertThat(Machine.median(9, 1, 5)).isEqualTo(5);
    assertThat(Machine.median(9, 1, 5, 6)).isEqualTo(5.5);
  }

  private Doc document() {
    return DocCodec.fromJson(out.toString()) instanceof Decoded.Ok<Doc>(Doc doc)
        ? doc
        : Doc.Null.NULL;
  }

  private static List<Doc> items(Doc doc, String name) {
    return doc instanceof Doc.Fields fields
            && fields.values().get(name) instanceof Doc.Items(List<Doc> values)
        ? values
        : List.of();
  }

  private static String text(Doc doc, String name) {
    return doc instanceof Doc.Fields fields
            && fields.values().get(name) instanceof Doc.Text(String value)
        ? value
        : "";
  }
}
