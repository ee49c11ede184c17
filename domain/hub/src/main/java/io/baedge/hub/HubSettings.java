package io.baedge.hub;

import io.baedge.hub.desired.Capacity;
import io.baedge.hub.presence.PresenceSettings;
import io.baedge.model.id.SiteId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a hub behaves.
 *
 * @param faults switched on by tests only
 */
public record HubSettings(
    SiteId site,
    Capacity capacity,
    PresenceSettings presence,
    Bounds bounds,
    Set<HubFault> faults) {

  public HubSettings {
    var copy = EnumSet.noneOf(HubFault.class);
    copy.addAll(faults);
    faults = Collections.unmodifiableSet(copy);
  }

  /** The usual settings of a site. */
  public static HubSettings of(SiteId site) {
    return new HubSettings(
        site,
        Capacity.DEFAULT,
        PresenceSettings.DEFAULT,
        Bounds.DEFAULT,
        EnumSet.noneOf(HubFault.class));
  }

  /** The same with another capacity. */
  public HubSettings with(Capacity other) {
    return new HubSettings(site, other, presence, bounds, faults);
  }

  /** The same with other presence times. */
  public HubSettings with(PresenceSettings other) {
    return new HubSettings(site, capacity, other, bounds, faults);
  }

  /** The same with other bounds. */
  public HubSettings with(Bounds other) {
    return new HubSettings(site, capacity, presence, other, faults);
  }

  /** The same with these faults. */
  public HubSettings withFaults(Set<HubFault> others) {
    return new HubSettings(site, capacity, presence, bounds, others);
  }

  /**
   * Bounds of what the hub keeps in memory; beyond them it refuses with a reason.
   *
   * @param frames hashes of pictures that it remembers
   * @param pending changes and messages that wait for the store
   * @param countsEveryMs shortest time between two counts of the fleet
   */
  public record Bounds(
      int devices,
      int badges,
      int people,
      int sessions,
      int frames,
      int pending,
      long countsEveryMs) {
    /** Enough for 100 000 badges. */
    public static final Bounds DEFAULT =
        new Bounds(200_000, 100_000, 200_000, 5_000, 200_000, 50_000, 250);

    /** The same with another time between two counts. */
    public Bounds countingEveryMs(long everyMs) {
      return new Bounds(devices, badges, people, sessions, frames, pending, everyMs);
    }
  }
}
