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
    MQTT(""),
    /** The same inside TLS. */
    MQTT_TLS("mqtts://"),
    /** A WebSocket over HTTP, for networks that let only web traffic pass. */
    WEB_SOCKET("ws://"),
    /** The same inside TLS. */
    WEB_SOCKET_TLS("wss://");

    private final String scheme;

    Carrier(String scheme) {
      this.scheme = scheme;
    }

    /** Whether it is a WebSocket, which has a path. */
    public boolean isWebSocket() {
      return this == WEB_SOCKET || this == WEB_SOCKET_TLS;
    }

    /** Whether the hub must show who it is, and nobody between can listen. */
    public boolean isSecure() {
      return this == MQTT_TLS || this == WEB_SOCKET_TLS;
    }
  }

  public HubAddress {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "a hub needs a host and a port from 1 to 65535, not '" + host + "' and " + port);
    }
    if (path.startsWith("/") != carrier.isWebSocket()) {
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
    return carrier.scheme + host + ":" + port + path;
  }
}
