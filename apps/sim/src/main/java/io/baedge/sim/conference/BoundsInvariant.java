package io.baedge.sim.conference;

import io.baedge.badge.BadgeEvent;
import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.device.Device;
import java.util.List;

/** Queues within bounds, and no badge that asks for its tick all the time. */
final class BoundsInvariant {
  private static final int TASKS_PER_DEVICE = 400;
  private static final int TASKS_ASIDE = 10_000;
  private static final int TICKS_PER_MINUTE = 3_000;
  private static final int COMMITS_PER_DEVICE = 64;

  private final List<Device> devices;
  private final int[] ticks;
  private long waiting;

  BoundsInvariant(List<Device> devices, int deviceCount) {
    this.devices = devices;
    this.ticks = new int[deviceCount];
  }

  void event(Device device, BadgeEvent event) {
    if (event instanceof BadgeEvent.Tick) {
      ticks[device.number()]++;
    }
  }

  /** Records that badges held at the last look and the hub has not acknowledged. */
  long waiting() {
    return waiting;
  }

  /** Each virtual minute. */
  void sweep(VirtualTime time, HubHost hub) {
    int mostTasks = TASKS_ASIDE + TASKS_PER_DEVICE * devices.size();
    if (time.waiting() > mostTasks) {
      throw broken(-1, time.waiting() + " tasks wait; at most " + mostTasks + " may");
    }
    int mostCommits = COMMITS_PER_DEVICE * devices.size() + 1_000;
    if (hub.mostWaiting() > mostCommits) {
      throw broken(-1, hub.mostWaiting() + " commits waited; at most " + mostCommits + " may");
    }
    waiting = 0;
    for (Device device : devices) {
      if (ticks[device.number()] > TICKS_PER_MINUTE) {
        throw broken(
            device.number(),
            "device " + device.id() + " had " + ticks[device.number()] + " ticks in a minute");
      }
      ticks[device.number()] = 0;
      outbox(device);
    }
  }

  private void outbox(Device device) {
    waiting += device.openRecords();
    int held = device.heldRecords();
    int most = device.settings().bounds().outbox().mostSamples();
    if (held > most) {
      throw broken(
          device.number(),
          "device " + device.id() + " holds " + held + " records; at most " + most + " may be");
    }
  }

  private static InvariantBroken broken(int device, String what) {
    return new InvariantBroken(Invariant.WITHIN_BOUNDS, device, what);
  }
}
