package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.hub.HubIdentity;
import java.util.function.IntSupplier;

/// Where the endpoint listens and how it treats clients. `port` 0 lets the system choose;
/// `connectsPerSecond` is C of the admission rule; `keepAliveS` gives the keep-alive in seconds for
/// the fleet as it is now (it changes with the number of badges) and is asked at each connect.
public record EndpointSettings(
    HubIdentity identity,
    String host,
    int port,
    double connectsPerSecond,
    IntSupplier keepAliveS,
    EndpointLimits limits) {
  public EndpointSettings {
    if (port < 0 || port > 0xFFFF) {
      throw new IllegalArgumentException("mqtt port is " + port + ": give 0 (any free) to 65535");
    }
    if (!(connectsPerSecond > 0)) {
      throw new IllegalArgumentException(
          "connectsPerSecond is " + connectsPerSecond + ": give a rate above 0");
    }
  }

  /// h = clamp(N/R, 15 s, 300 s): N devices, R keep-alive messages per second the hub should see.
  public static int keepAliveS(long devices, int messagesPerSecond) {
    return (int) Math.clamp(devices / Math.max(1, messagesPerSecond), 15L, 300L);
  }
}
