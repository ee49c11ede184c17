package io.baedge.sim.conference;

import io.baedge.badge.BadgeFault;
import io.baedge.hub.HubFault;
import io.baedge.sim.device.Composer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How to run a scenario.
 *
 * @param hubFaults defects switched on in the hub, to see them caught
 * @param badgeFaults defects switched on in every badge
 * @param composer draws real pictures; empty for cheap stand-ins
 * @param codecEvery every how many messages one goes through its bytes; 0 = none
 */
public record SimulationOptions(
    Set<HubFault> hubFaults,
    Set<BadgeFault> badgeFaults,
    Optional<Composer> composer,
    int codecEvery) {
  /** No defects, cheap pictures. */
  public static final SimulationOptions DEFAULT =
      new SimulationOptions(
          EnumSet.noneOf(HubFault.class), EnumSet.noneOf(BadgeFault.class), Optional.empty(), 64);

  public SimulationOptions {
    var hub = EnumSet.noneOf(HubFault.class);
    hub.addAll(hubFaults);
    hubFaults = Collections.unmodifiableSet(hub);
    var badge = EnumSet.noneOf(BadgeFault.class);
    badge.addAll(badgeFaults);
    badgeFaults = Collections.unmodifiableSet(badge);
  }

  /** The same with a defect of the hub. */
  public SimulationOptions with(HubFault fault) {
    return new SimulationOptions(EnumSet.of(fault), badgeFaults, composer, codecEvery);
  }

  /** The same with a defect of every badge. */
  public SimulationOptions with(BadgeFault fault) {
    return new SimulationOptions(hubFaults, EnumSet.of(fault), composer, codecEvery);
  }
}
