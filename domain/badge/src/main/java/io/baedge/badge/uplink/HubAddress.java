package io.baedge.badge.uplink;

/**
 * Where a hub listens.
 *
 * @param carrier how MQTT gets there
 * @param path of a WebSocket; empty otherwise
 */
public record HubAddress(Carrier carrier, String host, int port, String path) {
  /** What carries MQTT. */
  public enum Carrier {
    /** TCP that carries nothing else. */
    MQTT,
    /** A WebSocket over HTTP, for networks that let only web traffic pass. */
    WEB_SOCKET
  }

  public HubAddress {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "a hub needs a host and a port from 1 to 65535, not '" + host + "' and " + port);
    }
    if (path.startsWith("/") != (carrier == Carrier.WEB_SOCKET)) {
      throw new IllegalArgumentException(
          "only a WebSocket has a path, and it begins with /, not '" + path + "'");
    }
  }

  /** A hub reached by plain MQTT. */
  public HubAddress(String host, int port) {
    this(Carrier.MQTT, host, port, "");
  }

  @Override
  public String toString() {
    String place = host + ":" + port;
    return carrier == Carrier.MQTT ? place : "ws://" + place + path;
  }
}
