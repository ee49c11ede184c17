package io.baedge.sim.scenario;

import io.baedge.model.desired.Cadence;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.network.NetworkFaults;
import io.baedge.sim.venue.Venue;
import java.util.List;

/**
 * A simulated conference: what is there, what goes wrong, and for how long.
 *
 * @param name for reports
 */
public record Scenario(
    String name,
    Venue venue,
    Fleet fleet,
    Timing timing,
    NetworkFaults network,
    HubPlan hub,
    List<MishapPlan> mishaps) {
  public Scenario {
    mishaps = List.copyOf(mishaps);
  }

  /**
   * The badges.
   *
   * @param badges badges with a wearer, each on a device of its own
   * @param spares further devices in the drawer, for swaps
   * @param walkEvery how long a wearer stays in a room
   */
  public record Fleet(int badges, int spares, Cadence cadence, Spread walkEvery) {}

  /**
   * How long it takes.
   *
   * @param faultsMs time with faults
   * @param quietMs time without, at the end, in which everything must settle
   */
  public record Timing(long faultsMs, long quietMs) {
    /** Both together. */
    public long totalMs() {
      return faultsMs + quietMs;
    }
  }

  /**
   * The hub.
   *
   * @param commit how long the store takes for one commit
   * @param admissionsPerSecond connections that the hub lets in
   */
  public record HubPlan(Spread commit, double admissionsPerSecond) {}
}
