package io.baedge.sim.scenario;

import io.baedge.badge.relay.RelaySettings;

/**
 * Badges that carry for neighbours without an access point. No board has a radio for it yet: this
 * is an assumption about boards to come.
 *
 * @param withinM how near, in the same room; 0 = badges do not hear each other
 * @param relay what each badge does for others
 */
public record NeighbourPlan(double withinM, RelaySettings relay) {
  /** Badges do not hear each other. */
  public static final NeighbourPlan NONE = new NeighbourPlan(0, RelaySettings.NONE);

  /** Whether badges hear each other. */
  public boolean heard() {
    return withinM > 0;
  }
}
