package io.baedge.sim.device;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.screen.Frame;

/** Sees everything that happens at devices. */
public interface DeviceWatch {
  /** Sees nothing. */
  DeviceWatch NOBODY = new DeviceWatch() {};

  /** A badge started with a new epoch. */
  default void started(Device device) {}

  /** The power of a device went. */
  default void stopped(Device device) {}

  /** A badge is about to be told. */
  default void event(Device device, BadgeEvent event) {}

  /** A badge wants something done; it is done after this. */
  default void effect(Device device, BadgeEffect effect) {}

  /** All effects of one event are done. */
  default void settled(Device device) {}

  /** The glass shows another picture. */
  default void shown(Device device, Frame frame) {}
}
