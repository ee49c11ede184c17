package io.baedge.hubserver.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How the hub's HTTP side behaves.
 *
 * @param bind address to listen on
 * @param port 0 lets the system choose
 * @param site name of the site, for people
 * @param hosts names by which browsers may call this hub, beside addresses and localhost
 * @param screens names of screens that can be pushed
 * @param mqtt where the hub takes MQTT, to be reached by WebSocket too; empty with a broker
 * @param mishapControl where a demo takes its mishaps; empty for a real conference
 */
public record WebSettings(
    String bind,
    int port,
    String site,
    List<String> hosts,
    List<String> screens,
    Optional<InetSocketAddress> mqtt,
    Optional<URI> mishapControl) {
  /** The screens that every badge has. */
  public static final List<String> BUILT_IN_SCREENS =
      List.of("wearer", "baedge", "hardware", "nomad", "conference", "schedule");

  public WebSettings {
    hosts = List.copyOf(hosts);
    screens = List.copyOf(screens);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the HTTP port must be 0 to 65535, not " + port);
    }
  }

  /** With the built-in screens, without other names of the host and without mishaps. */
  public static WebSettings of(String bind, int port, String site) {
    return new WebSettings(
        bind, port, site, List.of(), BUILT_IN_SCREENS, Optional.empty(), Optional.empty());
  }

  /** The same with a demo's mishaps. */
  public WebSettings with(URI control) {
    return new WebSettings(bind, port, site, hosts, screens, mqtt, Optional.of(control));
  }

  /** The same with MQTT by WebSocket. */
  public WebSettings with(InetSocketAddress endpoint) {
    return new WebSettings(bind, port, site, hosts, screens, Optional.of(endpoint), mishapControl);
  }
}
