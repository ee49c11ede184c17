package io.baedge.hub.ingest;

import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Telemetry;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast devices may send what they kept while the hub was away, so that backlogs never starve
 * live data (methods.md 3.2): a budget of records a second, shared by those who drain now, that
 * shrinks as messages wait for the store, by their number and by how long they wait.
 */
public final class DrainPace {
  /** Nobody is told less: a backlog must end some day. */
  public static final int LEAST_PER_S = 1;

  /** Nobody is told more: what one device can usefully send. */
  public static final int MOST_PER_S = 200;

  /** 600 badges with 20 a second each. */
  private static final double BUDGET_PER_S = 12_000;

  /** A record that waited longer than this belongs to a backlog. */
  private static final long OLD_MS = 60_000;

  private static final long DRAINS_FOR_MS = 30_000;
  private static final int MOST_DRAINING = 200_000;

  /** When messages wait so long for the store, nothing is left for backlogs. */
  private static final double LONGEST_WAIT_MS = 2_000;

  private final double busyAt;

  /** When each draining device last sent old records; the longest ago comes first. */
  private final Map<DeviceId, Long> draining = new LinkedHashMap<>();

  /**
   * Nobody drains yet.
   *
   * @param busyAt so many messages that wait for the store leave nothing for backlogs
   */
  public DrainPace(int busyAt) {
    this.busyAt = Math.max(1, busyAt);
  }

  /** A device has sent records. */
  public void heard(DeviceId device, Telemetry telemetry, long monoMs) {
    Iterator<Long> since = draining.values().iterator();
    while (since.hasNext() && since.next() + DRAINS_FOR_MS <= monoMs) {
      since.remove();
    }
    if (isOld(telemetry)) {
      draining.remove(device);
      if (draining.size() < MOST_DRAINING) {
        draining.put(device, monoMs);
      }
    }
  }

  private static boolean isOld(Telemetry telemetry) {
    if (telemetry.samples().isEmpty()) {
      return false;
    }
    long sentMonoMs = telemetry.sentMonoMs();
    // Records of an earlier start have another clock, and are old by that alone.
    return sentMonoMs == Telemetry.NO_ANCHOR
        || sentMonoMs - telemetry.samples().getFirst().monoMs() > OLD_MS;
  }

  /** Devices that drain now. */
  public int draining() {
    return draining.size();
  }

  /**
   * Records a second that one device may send of its backlog.
   *
   * @param waiting messages that wait for the store
   * @param waitedMs how long those that were stored last had waited
   */
  public int grant(int waiting, long waitedMs) {
    // A slow store is busy with few messages: what counts for live data is the time they wait.
    double free = Math.max(0, 1 - Math.max(waiting / busyAt, waitedMs / LONGEST_WAIT_MS));
    double share = BUDGET_PER_S * free / Math.max(1, draining.size());
    return (int) Math.clamp(share, (double) LEAST_PER_S, (double) MOST_PER_S);
  }
}
