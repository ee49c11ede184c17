package io.baedge.sim.crowd;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.model.desired.Session;
import io.baedge.sim.venue.Venue;
import java.util.List;

/**
 * Who comes, and where to.
 *
 * @param devices how many devices are handed out
 * @param venue its rooms carry the names of the sessions' rooms
 * @param sessions where people go, wall times
 * @param hubs what the devices know of hubs
 * @param wallAtZeroMs wall time when the crowd's clock stands at 0
 * @param speed how many of the crowd's milliseconds pass in one real millisecond
 */
public record CrowdPlan(
    int devices,
    Venue venue,
    List<Session> sessions,
    List<HubAddress> hubs,
    long wallAtZeroMs,
    double speed) {
  public CrowdPlan {
    sessions = List.copyOf(sessions);
    hubs = List.copyOf(hubs);
    if (devices < 1) {
      throw new IllegalArgumentException("a crowd has at least 1 device, not " + devices);
    }
    if (!(speed > 0) || speed > 1_000) {
      throw new IllegalArgumentException(
          "speed is " + speed + "; it must be above 0, at most 1000");
    }
  }
}
