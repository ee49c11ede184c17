package io.baedge.sim.conference;

import io.baedge.sim.device.Device;
import io.baedge.sim.network.Fading;
import io.baedge.sim.network.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The network's end at one device: its links, and the connection as each side sees it. */
final class NetworkEnd {
  final Device device;
  final Fading fading;
  final Link up;
  final Link down;
  final RandomGenerator random;

  /** Counts the device's connections. */
  long serial;

  /** Whose connections pass through this device. */
  final List<NetworkEnd> guests = new ArrayList<>();

  /** Counts the neighbours that were asked. */
  int asked;

  /** The connection that the badge believes in. */
  @Nullable Connection atBadge;

  /** The connection that the hub believes in. */
  @Nullable Connection atHub;

  NetworkEnd(Device device, Fading fading, Link up, Link down, RandomGenerator random) {
    this.device = device;
    this.fading = fading;
    this.up = up;
    this.down = down;
    this.random = random;
  }
}
