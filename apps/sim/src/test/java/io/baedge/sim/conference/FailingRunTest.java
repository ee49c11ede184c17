package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.DocCodec;
import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run that fails says. */
class FailingRunTest {
  @Test
  void badges_without_time_to_settle_break_the_promise_that_they_do() {
    Scenario hurried = Scenarios.small().with(new Scenario.Timing(4 * 60_000, 1));

    SimulationReport report = Simulation.run(hurried, 1, SimulationOptions.DEFAULT);

    assertThat(report.failure().map(SimulationReport.Failure::invariant))
        .contains(Invariant.DESIRED_IS_REPORTED.word());
  }

  @Test
  void a_decision_that_throws_is_reported_with_the_badge_that_was_told() {
    SimulationReport report = Simulation.run(Scenarios.small(), 5, throwing());

    SimulationReport.Failure failure = report.failure().orElseThrow();
    assertThat(failure.invariant()).isEqualTo(Invariant.NO_EXCEPTION.word());
    assertThat(failure.detail()).contains("no ink").contains("FailingRunTest");
    assertThat(failure.trace()).isNotEmpty().last().asString().contains("wants Compose");
  }

  @Test
  void the_text_names_scenario_seed_step_time_and_invariant() {
    SimulationReport report = Simulation.run(Scenarios.small(), 5, throwing());

    assertThat(report.toText())
        .startsWith("FAILED first-light-small seed 5 ")
        .contains("invariant no-exception broken at step " + report.extent().steps())
        .contains(", 0:00:")
        .contains("the last events of the device:");
  }

  @Test
  void the_document_says_the_same() {
    SimulationReport report = Simulation.run(Scenarios.small(), 5, throwing());

    assertThat(DocCodec.toJson(report.toDoc()))
        .contains("\"scenario\":\"first-light-small\",\"seed\":5,\"passed\":false")
        .contains("\"invariant\":\"no-exception\"")
        .contains("\"badge-starts\":1");
  }

  @Test
  void the_first_failure_ends_the_seeds_when_the_caller_wants_it() throws InterruptedException {
    List<Long> told = new ArrayList<>();
    List<SimulationReport> reports =
        Simulation.runSeeds(
            Scenarios.small(),
            new Simulation.Seeds(5, 50, 2),
            throwing(),
            report -> {
              told.add(report.seed());
              return report.passed();
            });

    assertThat(told).containsExactly(5L);
    assertThat(reports).hasSize(1);
  }

  private static SimulationOptions throwing() {
    return new SimulationOptions(
        SimulationOptions.DEFAULT.hubFaults(),
        SimulationOptions.DEFAULT.badgeFaults(),
        Optional.of(
            (device, picture) -> {
              throw new IllegalStateException("no ink");
            }),
        16);
  }
}
