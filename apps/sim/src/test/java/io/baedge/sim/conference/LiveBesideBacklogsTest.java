package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A crowd that comes back with large backlogs never starves what is measured and said meanwhile.
 */
class LiveBesideBacklogsTest {
  /** Badges hold their newest records back for 15 s; the rest is the way and the slow store. */
  private static final long LIVE_MS = 30_000;

  private static final long SAID_MS = 10_000;
  private static final long DRAINED_MS = 15 * 60_000;

  private final Scenario scenario =
      Scenarios.read(Path.of("..", "..", "examples", "scenarios", "crowd-with-backlogs.yaml"));

  @Test
  void live_readings_and_reports_reach_a_slow_store_in_time_while_backlogs_drain() {
    for (long seed = 1; seed <= 2; seed++) {
      SimulationReport report = Simulation.run(scenario, seed, SimulationOptions.DEFAULT);

      assertThat(report.passed()).as(report.toText()).isTrue();
      assertThat(count(report, "records-stored")).isGreaterThan(250_000);
      assertThat(count(report, "live-beside-backlogs")).isGreaterThan(1_000);
      assertThat(count(report, "live-beside-backlogs-most-ms"))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(LIVE_MS);
      assertThat(count(report, "said-most-ms")).as("seed %d", seed).isLessThanOrEqualTo(SAID_MS);
      assertThat(count(report, "backlog-most-ms")).as("seed %d", seed).isBetween(1L, DRAINED_MS);
    }
  }

  @Test
  void a_store_that_is_too_slow_for_the_crowd_is_seen() {
    Scenario.HubPlan hub = scenario.hub();
    var slow =
        scenario.with(
            new Scenario.HubPlan(
                hub.commit(), hub.admissionsPerSecond(), hub.backupEveryMs(), 200));

    SimulationReport report = Simulation.run(slow, 1, SimulationOptions.DEFAULT);

    assertThat(count(report, "said-most-ms")).isGreaterThan(SAID_MS);
    assertThat(count(report, "live-beside-backlogs-most-ms")).isGreaterThan(LIVE_MS);
  }

  private static long count(SimulationReport report, String kind) {
    return report.counts().get(kind);
  }
}
