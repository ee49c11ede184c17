package io.baedge.hub.presence;

import io.baedge.model.id.DeviceId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Notices when a large part of the fleet goes within a minute. */
final class UplinkWatch {
  private static final long WINDOW_MS = 60_000;
  private static final long LONGEST_MS = 24 * 3_600_000L;
  private static final int FEWEST = 3;

  private final int percent;

  /** Who went when, oldest first. */
  private final SequencedMap<DeviceId, Long> wentMonoMs = new LinkedHashMap<>();

  private final SequencedSet<DeviceId> affected = new LinkedHashSet<>();
  private int affectedAtMost;
  private boolean alarm;
  private long sinceMonoMs;

  UplinkWatch(int percent) {
    this.percent = percent;
  }

  boolean alarm() {
    return alarm;
  }

  int affected() {
    return alarm ? affectedAtMost : wentMonoMs.size();
  }

  /** A device went; whether that raises the alarm, given how many are still there. */
  boolean went(DeviceId device, int stillThere, long monoMs) {
    slide(monoMs);
    wentMonoMs.remove(device);
    wentMonoMs.put(device, monoMs);
    if (alarm) {
      affected.add(device);
      affectedAtMost = Math.max(affectedAtMost, affected.size());
      return false;
    }
    int gone = wentMonoMs.size();
    if (gone < FEWEST || gone * 100L <= (long) percent * (gone + stillThere)) {
      return false;
    }
    alarm = true;
    sinceMonoMs = monoMs;
    affected.addAll(wentMonoMs.keySet());
    affectedAtMost = affected.size();
    return true;
  }

  /** A device is back; whether that ends the alarm. */
  boolean back(DeviceId device) {
    wentMonoMs.remove(device);
    return affected.remove(device) && alarm && affected.size() * 2 <= affectedAtMost && end();
  }

  /** Whether the alarm ends because it lasted too long. */
  boolean tooLong(long monoMs) {
    return alarm && monoMs - sinceMonoMs >= LONGEST_MS && end();
  }

  private boolean end() {
    alarm = false;
    affected.clear();
    affectedAtMost = 0;
    return true;
  }

  private void slide(long monoMs) {
    while (!wentMonoMs.isEmpty() && wentMonoMs.firstEntry().getValue() < monoMs - WINDOW_MS) {
      wentMonoMs.pollFirstEntry();
    }
  }
}
