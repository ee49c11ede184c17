package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.MishapPlan;
import io.baedge.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLightTest {
  @Test
  void every_invariant_holds_and_every_kind_of_fault_happens() throws InterruptedException {
    List<SimulationReport> reports =
        Simulation.runSeeds(
            Scenarios.firstLight(),
            new Simulation.Seeds(1, 4, 2),
            SimulationOptions.DEFAULT,
            SimulationReport::passed);

    for (SimulationReport report : reports) {
      assertThat(report.passed()).as(report.toText()).isTrue();
      assertThat(report.counts()).as("seed %d", report.seed()).containsKeys(everyKind());
      assertThat(report.counts().get("messages-lost")).isPositive();
      assertThat(report.counts().get("messages-duplicated")).isPositive();
      assertThat(report.counts().get("messages-reordered")).isPositive();
      assertThat(report.counts().get("records-acknowledged")).isGreaterThan(5_000);
    }
    assertThat(reports).hasSize(4).extracting(SimulationReport::digest).doesNotHaveDuplicates();
  }

  @Test
  void many_small_conferences_hold_too() throws InterruptedException {
    List<SimulationReport> reports =
        Simulation.runSeeds(
            Scenarios.small(),
            new Simulation.Seeds(100, 119, 2),
            SimulationOptions.DEFAULT,
            SimulationReport::passed);

    assertThat(reports.getLast().passed()).as(reports.getLast().toText()).isTrue();
    assertThat(reports).extracting(SimulationReport::seed).first().isEqualTo(100L);
    assertThat(reports).hasSize(20);
  }

  @Test
  void the_whole_library_reads_and_its_beginnings_hold() {
    for (var file : Scenarios.files()) {
      Scenario whole = Scenarios.read(file);
      Scenario beginning =
          whole
              .with(whole.fleet().with(Math.min(30, whole.fleet().badges()), 3))
              .with(new Scenario.Timing(10 * 60_000, 6 * 60_000))
              .with(
                  new Scenario.Trouble(
                      whole.trouble().mishaps().stream().filter(p -> p.at().isEmpty()).toList(),
                      List.of()));
      SimulationReport report = Simulation.run(beginning, 1, SimulationOptions.DEFAULT);
      assertThat(report.passed()).as(report.toText()).isTrue();
    }
  }

  private static String[] everyKind() {
    List<String> words = new ArrayList<>();
    for (MishapPlan plan : Scenarios.firstLight().trouble().mishaps()) {
      words.add(plan.kind().word());
    }
    return words.toArray(String[]::new);
  }
}
