package io.baedge.mqtt.broker;

import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.wire.Packet.Login;
import org.jspecify.annotations.Nullable;

/// Which broker, as whom, and two bounds: messages the broker may have on the way to the hub
/// without a commit, and messages the hub may have on the way to the broker.
public record BrokerSettings(
    HubIdentity identity,
    String host,
    int port,
    @Nullable Login login,
    int maxUncommitted,
    int maxOutstanding) {
  private static final int DEFAULT_BOUND = 2_000;

  public BrokerSettings {
    if (port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException("broker port is " + port + ": give 1 to 65535");
    }
    if (maxUncommitted < 1 || maxUncommitted > 0xFFFF) {
      throw new IllegalArgumentException(
          "maxUncommitted is " + maxUncommitted + ": give 1 to 65535");
    }
    if (maxOutstanding < 1) {
      throw new IllegalArgumentException(
          "maxOutstanding is " + maxOutstanding + ": give at least 1");
    }
  }

  /// With the usual bounds.
  public static BrokerSettings of(
      HubIdentity identity, String host, int port, @Nullable Login login) {
    return new BrokerSettings(identity, host, port, login, DEFAULT_BOUND, DEFAULT_BOUND);
  }
}
