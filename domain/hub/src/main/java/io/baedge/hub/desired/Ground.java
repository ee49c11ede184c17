package io.baedge.hub.desired;

import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import java.util.List;

/**
 * What every badge of the site gets before any layer.
 *
 * @param sessions the part of the schedule that badges carry
 */
public record Ground(Conference conference, List<Session> sessions, Cadence cadence) {
  /** With the cadence that fits the fleet. */
  public static Ground of(
      Conference conference, List<Session> sessions, int badges, Capacity capacity) {
    return new Ground(conference, sessions, FleetCadence.of(badges, capacity));
  }
}
