package io.baedge.sim.venue;

/**
 * An access point.
 *
 * @param channel Wi-Fi channel
 */
public record AccessPoint(String name, String room, Place place, int channel) {}
