package io.baedge.sim.crowd;

import io.baedge.model.id.DeviceId;
import io.baedge.sim.device.Card;
import io.baedge.sim.device.MemoryCard;
import java.util.SplittableRandom;

/** Where the memory cards of the crowd's devices are. */
@FunctionalInterface
public interface Cards {
  /** The card of a device; asked for once. */
  Card of(DeviceId device);

  /** Cards that are gone when the program ends. */
  static Cards inMemory() {
    return device -> new MemoryCard(new SplittableRandom(device.hashCode()));
  }
}
