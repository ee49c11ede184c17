package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.BadgeFault;
import io.baedge.hub.HubFault;
import io.baedge.model.desired.Cadence;
import io.baedge.sim.Simulation;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.BatteryPlan;
import io.baedge.sim.scenario.MishapKind;
import io.baedge.sim.scenario.MishapPlan;
import io.baedge.sim.scenario.Scenario;
import java.util.List;
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

  @Test
  void a_badge_that_carries_for_any_number_of_neighbours_is_caught() {
    assertCaught(
        Scenarios.example("neighbour-relay.yaml"),
        SimulationOptions.DEFAULT.with(BadgeFault.RELAY_WITHOUT_LIMITS),
        Invariant.RELAYS_WITHIN_LIMITS);
  }

  @Test
  void a_hub_that_lets_everybody_in_is_caught() {
    Scenario small = Scenarios.small();
    var crowded =
        small
            .with(small.fleet().with(60, 2))
            .with(new Scenario.HubPlan(new Spread(2, 60), 2, 3_600_000))
            .with(
                new Scenario.Trouble(
                    List.of(
                        MishapPlan.at(
                            MishapKind.HUB_KILLED, Spread.of(120_000), Spread.of(30_000))),
                    List.of()));

    assertCaught(
        crowded,
        SimulationOptions.DEFAULT.with(HubFault.NO_ADMISSION),
        Invariant.ADMISSION_WITHIN_BUDGET);
  }

  @Test
  void a_hub_that_calls_badges_connected_for_an_interval_too_long_is_caught() {
    assertCaught(
        SimulationOptions.DEFAULT.with(HubFault.PRESENCE_OFF_BY_ONE), Invariant.PRESENCE_IS_HONEST);
  }

  @Test
  void badges_that_wait_without_chance_are_caught() {
    Scenario small = Scenarios.small();
    var thrownOut =
        small
            .with(small.fleet().with(60, 2))
            .with(
                new Scenario.Trouble(
                    List.of(
                        MishapPlan.at(
                            MishapKind.HUB_KILLED, Spread.of(120_000), Spread.of(240_000))),
                    List.of()));

    assertCaught(
        thrownOut,
        SimulationOptions.DEFAULT.with(BadgeFault.NO_JITTER),
        Invariant.TRIES_ARE_SPREAD);
  }

  @Test
  void a_badge_that_takes_receipts_for_acknowledgements_is_caught() {
    Scenario small = Scenarios.small();
    var forgetfulBroker =
        small.with(
            new Scenario.Trouble(
                List.of(
                    MishapPlan.every(
                        MishapKind.BROKER_AMNESIA, 120_000, new Spread(10_000, 30_000)),
                    MishapPlan.every(MishapKind.BATTERY_PULLED, 60_000, new Spread(2_000, 60_000))),
                List.of(MishapKind.BROKER_AMNESIA)));

    assertCaught(
        forgetfulBroker,
        SimulationOptions.DEFAULT.with(BadgeFault.TRIM_ON_PUBACK),
        Invariant.TAKEN_IS_KEPT);
  }

  @Test
  void a_badge_that_holds_any_number_of_records_is_caught() {
    Scenario small = Scenarios.small();
    Scenario.Fleet fleet = small.fleet();
    Cadence often = new Cadence(1_000, 10_000, 10_000, 3_000);
    var longOutage =
        small
            .with(
                new Scenario.Fleet(
                    4,
                    1,
                    often,
                    fleet.walkEvery(),
                    fleet.batteries(),
                    fleet.crowd(),
                    fleet.neighbours()))
            .with(new Scenario.Timing(16 * 60_000, small.timing().quietMs()))
            .with(
                new Scenario.Trouble(
                    List.of(
                        MishapPlan.at(
                            MishapKind.VENUE_UPLINK_CUT,
                            Spread.of(60_000),
                            Spread.of(14 * 60_000))),
                    List.of(MishapKind.VENUE_UPLINK_CUT)));

    assertCaught(
        longOutage,
        SimulationOptions.DEFAULT.with(BadgeFault.UNBOUNDED_BACKLOG),
        Invariant.WITHIN_BOUNDS);
  }

  @Test
  void a_badge_that_does_not_notice_a_restored_hub_is_caught() {
    Scenario small = Scenarios.small();
    var restored =
        small
            .with(new Scenario.HubPlan(small.hub().commit(), 50, 180_000))
            .with(new Scenario.Timing(10 * 60_000, 15 * 60_000))
            .with(
                new Scenario.Trouble(
                    List.of(
                        MishapPlan.at(
                            MishapKind.HUB_RESTORED,
                            new Spread(400_000, 500_000),
                            new Spread(2_000, 40_000))),
                    List.of(MishapKind.HUB_RESTORED)));

    assertCaught(
        restored,
        SimulationOptions.DEFAULT.with(BadgeFault.GENERATION_IGNORED),
        Invariant.TAKEN_IS_KEPT);
  }

  @Test
  void a_badge_that_reads_on_behind_a_torn_write_is_caught() {
    Scenario small = Scenarios.small();
    var torn =
        small.with(
            new Scenario.Trouble(
                List.of(
                    MishapPlan.every(MishapKind.UPLINK_CUT, 60_000, new Spread(10_000, 60_000)),
                    MishapPlan.every(MishapKind.TORN_WRITE, 3_000, new Spread(2_000, 20_000))),
                List.of(MishapKind.TORN_WRITE)));

    assertCaught(
        torn,
        SimulationOptions.DEFAULT.with(BadgeFault.TORN_TAIL_ACCEPTED),
        Invariant.TAKEN_IS_KEPT);
  }

  @Test
  void a_badge_that_goes_dark_without_its_last_picture_is_caught() {
    Scenario small = Scenarios.small();
    Scenario.Fleet fleet = small.fleet();
    var batteries = new BatteryPlan(3_700, 410, 60, 100, 20);
    var runDown =
        small
            .with(
                new Scenario.Fleet(
                    16,
                    4,
                    fleet.cadence(),
                    fleet.walkEvery(),
                    batteries,
                    fleet.crowd(),
                    fleet.neighbours()))
            .with(new Scenario.Timing(40 * 60_000, small.timing().quietMs()))
            .with(
                new Scenario.Trouble(
                    List.of(MishapPlan.every(MishapKind.BATTERY_EMPTY, 60_000, Spread.of(1_000))),
                    List.of(MishapKind.BATTERY_EMPTY)));

    SimulationReport report =
        assertCaught(
            runDown,
            SimulationOptions.DEFAULT.with(BadgeFault.NO_LAST_PICTURE),
            Invariant.LAST_PICTURE_IS_SHOWN);
    assertThat(report.counts().get("last-pictures")).as(report.toText()).isPositive();
  }

  private static void assertCaught(SimulationOptions broken, Invariant by) {
    assertCaught(Scenarios.small(), broken, by);
  }

  /** Returns the report of a sound run. */
  private static SimulationReport assertCaught(
      Scenario scenario, SimulationOptions broken, Invariant by) {
    SimulationReport sound = Simulation.run(scenario, 1, SimulationOptions.DEFAULT);
    assertThat(sound.passed()).as("without the defect: %s", sound.toText()).isTrue();
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
        return sound;
      }
    }
    throw new AssertionError(broken + " was not caught within " + SEEDS + " seeds");
  }
}
