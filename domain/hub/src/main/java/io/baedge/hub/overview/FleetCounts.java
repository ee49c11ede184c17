package io.baedge.hub.overview;

import io.baedge.model.presence.Presence;
import java.util.EnumMap;
import java.util.Map;

/**
 * The fleet in numbers.
 *
 * @param generation of the store
 * @param revision the newest accepted change
 * @param presence how many badges are in each state; every state is there
 */
public record FleetCounts(
    long generation,
    long revision,
    Sizes sizes,
    Map<Presence, Integer> presence,
    Screens screens,
    Samples samples,
    Trouble trouble) {

  public FleetCounts {
    var all = new EnumMap<Presence, Integer>(Presence.class);
    for (Presence state : Presence.values()) {
      all.put(state, presence.getOrDefault(state, 0));
    }
    presence = java.util.Collections.unmodifiableMap(all);
  }

  /**
   * How many there are.
   *
   * @param badges in use
   * @param bound badges that a device speaks for
   * @param unclaimed devices that speak for no badge
   */
  public record Sizes(int devices, int unclaimed, int badges, int bound, int people) {}

  /**
   * What shall be and is on glasses.
   *
   * @param desired badges that shall show something
   * @param onGlass of these, badges that report a picture and no difference
   */
  public record Screens(int desired, int onGlass) {}

  /**
   * Samples since the hub started.
   *
   * @param received in messages
   * @param stored new ones
   * @param duplicatesDropped had been stored before
   * @param refused beyond a bound; the device still has them
   * @param gone never stored, and their devices said that they will not come: evicted, thinned away
   *     or lost with the power
   */
  public record Samples(
      long received, long stored, long duplicatesDropped, long refused, long gone) {}

  /**
   * What went wrong since the hub started.
   *
   * @param malformed messages that could not be read
   * @param fenced reports of devices that no longer speak for their badge
   * @param uplinkAlarm whether many badges went at once and are not back
   */
  public record Trouble(long malformed, long refusedMessages, long fenced, boolean uplinkAlarm) {}
}
