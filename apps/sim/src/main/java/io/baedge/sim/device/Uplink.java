package io.baedge.sim.device;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.relay.RelayOrder;

/** The way from a device to its hub. Answers come later, by {@link Device#tell}. */
public interface Uplink {
  /** The badge wants a session. */
  void connect(Device device, BadgeEffect.Connect request);

  /** The badge sends. */
  void publish(Device device, BadgeEffect.Publish request);

  /** The badge ends the session or the attempt. */
  void disconnect(Device device, BadgeEffect.Disconnect request);

  /** The badge decides about a neighbour; told only where badges hear each other. */
  default void relay(Device device, RelayOrder order) {
    throw new IllegalStateException("no badge hears its neighbours here, but there is " + order);
  }

  /** The power went: nothing more can be said. */
  void vanish(Device device);

  /** The radio lost its access point: nothing more can be said, and the badge is told Closed. */
  void lose(Device device);
}
