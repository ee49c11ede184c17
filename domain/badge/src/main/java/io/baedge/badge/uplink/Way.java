package io.baedge.badge.uplink;

import java.util.List;

/**
 * One of a badge's uplinks: a network, and the hubs that are reached through it.
 *
 * @param name for people
 * @param over the kind of network that must be there
 * @param network name of the network, for example of a Wi-Fi; empty = any of the kind
 * @param hubs tried in this order
 */
public record Way(String name, Over over, String network, List<HubAddress> hubs) {
  /** Kinds of networks. */
  public enum Over {
    /** Whatever is there. */
    ANY,
    /** A cable. */
    ETHERNET,
    /** A wireless network. */
    WIFI,
    /** A hotspot that was joined, for example of a telephone: a Wi-Fi of that name. */
    HOTSPOT,
    /**
     * Another badge that carries for its neighbours. A port: no board has a radio for it yet, the
     * simulator has.
     */
    NEIGHBOUR
  }

  /**
   * A network that is up.
   *
   * @param network its name; empty when unknown
   * @param rssiDbm how strong it is heard; {@link io.baedge.model.telemetry.Reading#UNKNOWN} for
   *     cables and where nobody knows
   */
  public record Seen(Over over, String network, int rssiDbm) {}

  public Way {
    hubs = List.copyOf(hubs);
    if (hubs.isEmpty()) {
      throw new IllegalArgumentException("the uplink '" + name + "' needs at least one hub");
    }
  }

  /** Over whatever network is there. */
  public static Way anywhere(List<HubAddress> hubs) {
    return new Way("any", Over.ANY, "", hubs);
  }

  /** A machine that cannot tell the name of its network gets the benefit of the doubt. */
  boolean leadsThrough(Seen seen) {
    boolean kind = over == seen.over() || (over == Over.HOTSPOT && seen.over() == Over.WIFI);
    boolean named = network.isEmpty() || seen.network().isEmpty() || network.equals(seen.network());
    return kind && named;
  }
}
