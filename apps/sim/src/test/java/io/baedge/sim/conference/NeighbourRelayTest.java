package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.presence.Presence;
import io.baedge.sim.Simulation;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.report.Timeline;
import io.baedge.sim.scenario.NeighbourPlan;
import io.baedge.sim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Badges that lost their access point reach the hub through neighbours, within the limits. */
class NeighbourRelayTest {
  private static final int OUTAGE_FROM_MINUTE = 10;
  private static final int OUTAGE_TO_MINUTE = 29;

  private final Scenario scenario = Scenarios.example("neighbour-relay.yaml");

  @Test
  void fewer_badges_are_cut_off_and_nothing_else_breaks() {
    Scenario alone = scenario.with(scenario.fleet().with(NeighbourPlan.NONE));
    for (long seed = 1; seed <= 3; seed++) {
      SimulationReport without = Simulation.run(alone, seed, SimulationOptions.DEFAULT);
      SimulationReport with = Simulation.run(scenario, seed, SimulationOptions.DEFAULT);

      assertThat(without.passed()).as(without.toText()).isTrue();
      assertThat(with.passed()).as(with.toText()).isTrue();
      assertThat(without.counts()).doesNotContainKey("relay-messages");
      assertThat(with.counts().get("relay-guests")).as(with.toText()).isGreaterThan(10);
      assertThat(with.counts().get("relay-messages")).as(with.toText()).isGreaterThan(1_000);
      System.out.printf(
          "seed %d: %d badge minutes without the hub alone, %d with neighbours%n",
          seed, cutOff(without), cutOff(with));
      assertThat(cutOff(with)).as("seed %d", seed).isLessThan(cutOff(without) * 2 / 3);
    }
  }

  /** Badge minutes in which the hub did not hear a badge, while access points were gone. */
  private static long cutOff(SimulationReport report) {
    List<Timeline.Minute> minutes = report.course().timeline().minutes();
    long sum = 0;
    for (Timeline.Minute minute : minutes.subList(OUTAGE_FROM_MINUTE, OUTAGE_TO_MINUTE)) {
      sum += minute.presence().get(Presence.UNREACHABLE.ordinal());
      sum += minute.presence().get(Presence.DISCONNECTED.ordinal());
    }
    return sum;
  }
}
