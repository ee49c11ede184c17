package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.BadgeFault;
import io.baedge.hub.HubFault;
import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Proves that the simulator would notice: each defect is switched on and must be caught. */
class SwitchableFaultsTest {
  private static final int SEEDS = 50;

  @Test
  void a_hub_that_acknowledges_before_it_commits_is_caught() {
    assertCaught(
        SimulationOptions.DEFAULT.with(HubFault.ACK_BEFORE_COMMIT),
        Invariant.ACKNOWLEDGED_IS_STORED_ONCE);
  }

  @Test
  void a_hub_that_does_not_drop_duplicates_is_caught() {
    assertCaught(
        SimulationOptions.DEFAULT.with(HubFault.NO_DEDUPLICATION),
        Invariant.ACKNOWLEDGED_IS_STORED_ONCE);
  }

  @Test
  void a_hub_that_believes_a_replaced_device_is_caught() {
    assertCaught(
        SimulationOptions.DEFAULT.with(HubFault.NO_FENCING), Invariant.NO_OTHER_WEARERS_PICTURE);
  }

  @Test
  void a_badge_that_goes_back_to_an_older_revision_is_caught() {
    assertCaught(
        SimulationOptions.DEFAULT.with(BadgeFault.NO_FENCING), Invariant.NO_OTHER_WEARERS_PICTURE);
  }

  private static void assertCaught(SimulationOptions broken, Invariant by) {
    Scenario scenario = Scenarios.small();
    for (long seed = 1; seed <= SEEDS; seed++) {
      SimulationReport report = Simulation.run(scenario, seed, broken);
      if (!report.passed()) {
        SimulationReport.Failure failure = report.failure().orElseThrow();
        System.out.println(
            broken.hubFaults()
                + " "
                + broken.badgeFaults()
                + " caught at seed "
                + seed
                + " by "
                + failure.invariant()
                + ": "
                + failure.detail());
        assertThat(failure.invariant()).as(report.toText()).isEqualTo(by.word());
        assertThat(failure.trace()).isNotEmpty();
        assertThat(Simulation.run(scenario, seed, broken).digest()).isEqualTo(report.digest());
        return;
      }
    }
    throw new AssertionError(broken + " was not caught within " + SEEDS + " seeds");
  }
}
