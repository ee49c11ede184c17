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
    Trouble trouble) {

  /** The same with other people in it. */
  public Scenario with(CrowdPlan crowd) {
    return with(
        new Fleet(
            fleet.badges,
            fleet.spares,
            fleet.cadence,
            fleet.walkEvery,
            fleet.batteries,
            crowd,
            fleet.neighbours));
  }

  /** The same with another fleet. */
  public Scenario with(Fleet other) {
    return new Scenario(name, venue, other, timing, network, hub, trouble);
  }

  /** The same for another time. */
  public Scenario with(Timing other) {
    return new Scenario(name, venue, fleet, other, network, hub, trouble);
  }

  /** The same with another hub. */
  public Scenario with(HubPlan other) {
    return new Scenario(name, venue, fleet, timing, network, other, trouble);
  }

  /** The same with other things going wrong. */
  public Scenario with(Trouble other) {
    return new Scenario(name, venue, fleet, timing, network, hub, other);
  }

  /** Whether nothing at all is planned to go wrong. */
  public boolean isFaultless() {
    return trouble.mishaps.isEmpty()
        && network.isClean()
        && venue.isCalm()
        && fleet.batteries.equals(BatteryPlan.ENDLESS);
  }

  /**
   * The badges.
   *
   * @param badges badges with a wearer, each on a device of its own
   * @param spares further devices in the drawer, for swaps
   * @param walkEvery how long a wearer stays in a room
   * @param neighbours what badges do for each other
   */
  public record Fleet(
      int badges,
      int spares,
      Cadence cadence,
      Spread walkEvery,
      BatteryPlan batteries,
      CrowdPlan crowd,
      NeighbourPlan neighbours) {
    /** The same in other numbers. */
    public Fleet with(int otherBadges, int otherSpares) {
      return new Fleet(otherBadges, otherSpares, cadence, walkEvery, batteries, crowd, neighbours);
    }

    /** The same with other neighbours. */
    public Fleet with(NeighbourPlan other) {
      return new Fleet(badges, spares, cadence, walkEvery, batteries, crowd, other);
    }
  }

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
   * @param backupEveryMs time between two backups of its store
   * @param recordsPerSecond what its store takes at most; 0 = as many as come
   */
  public record HubPlan(
      Spread commit, double admissionsPerSecond, long backupEveryMs, long recordsPerSecond) {
    /** With a store that takes as many records as come. */
    public HubPlan(Spread commit, double admissionsPerSecond, long backupEveryMs) {
      this(commit, admissionsPerSecond, backupEveryMs, 0);
    }
  }

  /**
   * What goes wrong.
   *
   * @param demanded kinds that must have happened, else the run has failed
   */
  public record Trouble(List<MishapPlan> mishaps, List<MishapKind> demanded) {
    /** Nothing. */
    public static final Trouble NONE = new Trouble(List.of(), List.of());

    public Trouble {
      mishaps = List.copyOf(mishaps);
      demanded = List.copyOf(demanded);
    }

    /** Whether that kind is planned. */
    public boolean plans(MishapKind kind) {
      return mishaps.stream().anyMatch(plan -> plan.kind() == kind);
    }
  }
}
