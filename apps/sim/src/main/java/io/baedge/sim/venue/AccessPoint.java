package io.baedge.sim.venue;

/**
 * An access point.
 *
 * @param channel Wi-Fi channel
 * @param capacity how many stations it takes; others are refused
 */
public record AccessPoint(String name, String room, Place place, int channel, int capacity) {
  /** It takes everybody. */
  public static final int UNLIMITED = 1_000_000;

  /** One that takes everybody. */
  public AccessPoint(String name, String room, Place place, int channel) {
    this(name, room, place, channel, UNLIMITED);
  }
}
