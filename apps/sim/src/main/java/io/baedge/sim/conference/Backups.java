package io.baedge.sim.conference;

import io.baedge.hub.store.MemoryHubStore;
import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.device.Device;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Backups of the hub's store, taken now and then when nobody at the desk waits for an answer. Two
 * are kept and the older one is restored, as people do who find the newest broken.
 */
final class Backups {
  private static final long NOT_NOW_MS = 500;
  private static final int KEPT = 2;

  private final VirtualTime time;
  private final HubHost hub;
  private final Desk desk;
  private final RecordInvariant records;
  private final long everyMs;
  private final Deque<Backup> backups = new ArrayDeque<>();

  private record Backup(MemoryHubStore store, Desk.Memory desk, RecordInvariant.Memory records) {}

  Backups(VirtualTime time, HubHost hub, Desk desk, RecordInvariant records, long everyMs) {
    this.time = time;
    this.hub = hub;
    this.desk = desk;
    this.records = records;
    this.everyMs = everyMs;
  }

  /** The first one comes after the given time. */
  void begin(long afterMs) {
    time.after(afterMs, this::take);
  }

  private void take() {
    if (!desk.idle()) {
      time.after(NOT_NOW_MS, this::take);
      return;
    }
    backups.add(new Backup(hub.backup(), desk.memory(), records.memory()));
    if (backups.size() > KEPT) {
      backups.remove();
    }
    time.after(everyMs, this::take);
  }

  /** Whether there is one. */
  boolean any() {
    return !backups.isEmpty();
  }

  /** Goes back to the older backup; only while the hub is down. */
  void restore(List<Device> devices, UnaryOperator<Device> successor) {
    Backup backup = backups.getFirst();
    hub.restore(backup.store());
    records.goBackTo(backup.records());
    desk.goBackTo(backup.desk(), devices, successor);
    // A younger backup belongs to a store that is no more.
    backups.clear();
    backups.add(backup);
  }
}
