package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.MishapKind;
import io.baedge.sim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosTest {
  @Test
  void every_invariant_holds_whatever_happens() throws InterruptedException {
    List<SimulationReport> reports =
        Simulation.runSeeds(
            Scenarios.chaos(),
            new Simulation.Seeds(1, 6, 2),
            SimulationOptions.DEFAULT,
            SimulationReport::passed);

    for (SimulationReport report : reports) {
      assertThat(report.passed()).as(report.toText()).isTrue();
    }
    assertThat(reports).hasSize(6);
    for (MishapKind kind : MishapKind.values()) {
      assertThat(reports)
          .as("some seed has a %s", kind.word())
          .anyMatch(report -> report.counts().containsKey(kind.word()));
    }
    assertThat(sum(reports, "records-lost-with-stores")).isPositive();
    assertThat(sum(reports, "messages-forgotten")).isPositive();
    assertThat(sum(reports, "packets-retransmitted")).isPositive();
    assertThat(sum(reports, "keeps-refused")).as("full cards refuse records").isPositive();
  }

  @Test
  void a_day_on_which_a_demanded_kind_does_not_happen_fails() {
    Scenario small = Scenarios.small();
    Scenario mild =
        small.with(new Scenario.Trouble(small.trouble().mishaps(), List.of(MishapKind.CARD_WIPED)));

    SimulationReport report = Simulation.run(mild, 1, SimulationOptions.DEFAULT);

    assertThat(report.failure().map(SimulationReport.Failure::invariant))
        .contains(Invariant.DEMANDED_MISHAPS_HAPPEN.word());
    assertThat(report.toText()).contains("no card-wiped happened");
  }

  private static long sum(List<SimulationReport> reports, String kind) {
    return reports.stream().mapToLong(r -> r.counts().getOrDefault(kind, 0L)).sum();
  }
}
