package io.baedge.sim.device;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.kit.journal.Loss;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.Frame;
import java.util.List;

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

  /** Its card has these records of the present epoch for good. */
  default void durable(Device device, List<Sample> samples) {}

  /** Its card says what had to make room. */
  default void evicted(Device device, List<Loss> losses) {}

  /** All effects of one event are done. */
  default void settled(Device device, BadgeEvent event) {}

  /** The glass shows another picture. */
  default void shown(Device device, Frame frame) {}
}
