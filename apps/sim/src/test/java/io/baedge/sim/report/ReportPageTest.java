package io.baedge.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  @Test
  void the_page_needs_nothing_else_and_has_a_chart_for_everything() {
    String page = ReportPage.of(List.of(run(1, Optional.empty()), run(2, Optional.empty())));

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("prefers-color-scheme:dark")
        .contains("Badges by presence")
        .contains(">hub-killed</text>")
        .contains("held by badges")
        .contains("Attempts to connect")
        .contains("Refreshes of all glasses")
        .contains("seed 1 to 2")
        .contains("Every invariant held.")
        .doesNotContain("http")
        .doesNotContain("src=");
  }

  @Test
  void what_broke_is_told_first_and_escaped() {
    var broken =
        new SimulationReport.Failure(
            "no-exception", "a < b & c", 77, 61_000, List.of("0:01:00.000 is told <Tick>"));

    String page = ReportPage.of(List.of(run(1, Optional.empty()), run(2, Optional.of(broken))));

    assertThat(page)
        .contains("1 of 2 seeds broke.")
        .contains("Seed 2, step 77, 0:01:01.000")
        .contains("a &lt; b &amp; c")
        .contains("is told &lt;Tick&gt;");
  }

  @Test
  void a_run_that_ended_before_its_first_minute_has_no_charts() {
    var empty = new SimulationReport.Course(new TreeMap<>(), new Timeline());
    var report =
        new SimulationReport(
            "short",
            1,
            "00",
            new SimulationReport.Extent(1, 10, 1),
            empty,
            Optional.empty(),
            new SimulationReport.Effort(1));

    assertThat(ReportPage.of(List.of(report))).contains("short").doesNotContain("<svg");
  }

  @Test
  void counts_of_seeds_add_up_and_of_lengths_of_time_the_longest_is_told() {
    SimulationReport one = counting(3, 900);
    SimulationReport other = counting(4, 700);

    assertThat(SimulationReport.countsOf(List.of(one, other)))
        .containsEntry("refreshes", 7L)
        .containsEntry("live-most-ms", 900L);
  }

  private static SimulationReport counting(long refreshes, long mostMs) {
    var counts = new TreeMap<String, Long>();
    counts.put("refreshes", refreshes);
    counts.put("live-most-ms", mostMs);
    return new SimulationReport(
        "short",
        1,
        "00",
        new SimulationReport.Extent(1, 10, 1),
        new SimulationReport.Course(counts, new Timeline()),
        Optional.empty(),
        new SimulationReport.Effort(1));
  }

  private static SimulationReport run(long seed, Optional<SimulationReport.Failure> failure) {
    var timeline = new Timeline();
    for (int i = 0; i < 3; i++) {
      timeline.add(new Timeline.Minute(List.of(10, 1, 0, 0, 0, 2), 100L * i, i, 5, 3, 7));
    }
    timeline.mark(30_000, "hub-killed");
    var counts = new TreeMap<String, Long>();
    counts.put("hub-killed", 1L);
    return new SimulationReport(
        "sample",
        seed,
        "0123456789abcdef",
        new SimulationReport.Extent(13, 180_000, 1_000),
        new SimulationReport.Course(counts, timeline),
        failure,
        new SimulationReport.Effort(1_000_000));
  }
}
