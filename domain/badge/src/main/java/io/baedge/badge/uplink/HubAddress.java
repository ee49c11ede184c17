package io.baedge.badge.uplink;

/** Where a hub listens. */
public record HubAddress(String host, int port) {
  public HubAddress {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "a hub needs a host and a port from 1 to 65535, not '" + host + "' and " + port);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
