package io.baedge.sim.conference;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Sample;
import io.baedge.sim.device.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How old live data is when the hub's store has it: what was measured, said or shown since the
 * session began, apart from what badges kept while they were alone. A backlog must not starve it.
 */
final class Freshness {
  /** A badge with more records to send than this has a backlog. */
  private static final int BACKLOG_RECORDS = 200;

  private static final int BUCKET_MS = 100;
  private static final int BUCKETS = 6_000;

  private final Ages besideBacklogs = new Ages();
  private final Ages otherwise = new Ages();
  private final Ages said = new Ages();
  private final Line[] lines;
  private long mostDrainingMs;

  /** What is known of one device's session. */
  private static final class Line {
    private long sinceMonoMs = Long.MAX_VALUE;
    private long sinceMs;
    private boolean drains;

    /** When the oldest live thing in a message came to be, by the badge's ticket. */
    private final Map<Long, Long> bornMonoMs = new HashMap<>();
  }

  /** Ages in steps; what is older than ten minutes counts as ten minutes. */
  private static final class Ages {
    private final long[] buckets = new long[BUCKETS + 1];
    private long count;
    private long mostMs;

    void add(long ageMs) {
      buckets[Math.clamp(ageMs / BUCKET_MS, 0, BUCKETS)]++;
      mostMs = Math.max(mostMs, ageMs);
      count++;
    }

    /** Of a hundred, 99 are at most so old. */
    long most99Ms() {
      long left = count / 100;
      for (int i = BUCKETS; i >= 0; i--) {
        left -= buckets[i];
        if (left < 0) {
          return Math.min(mostMs, (i + 1L) * BUCKET_MS);
        }
      }
      return 0;
    }
  }

  Freshness(int deviceCount) {
    lines = new Line[deviceCount];
    for (int i = 0; i < deviceCount; i++) {
      lines[i] = new Line();
    }
  }

  void stopped(Device device) {
    Line line = lines[device.number()];
    line.sinceMonoMs = Long.MAX_VALUE;
    line.drains = false;
    line.bornMonoMs.clear();
  }

  void event(Device device, BadgeEvent event, long nowMs) {
    if (event instanceof BadgeEvent.Connected) {
      stopped(device);
      Line line = lines[device.number()];
      line.sinceMonoMs = device.now().monoMs();
      line.sinceMs = nowMs;
      line.drains = device.openRecords() > BACKLOG_RECORDS;
    }
  }

  void effect(Device device, BadgeEffect effect) {
    if (effect instanceof BadgeEffect.Publish(long ticket, UpMessage message)) {
      Line line = lines[device.number()];
      long bornMonoMs =
          message instanceof Telemetry telemetry
              ? oldest(telemetry, device.epoch(), line.sinceMonoMs)
              : device.now().monoMs();
      if (bornMonoMs >= line.sinceMonoMs) {
        line.bornMonoMs.put(ticket, message instanceof Telemetry ? bornMonoMs : -bornMonoMs);
      }
    }
  }

  /** When the oldest record came to be, if all of them are live. */
  private static long oldest(Telemetry telemetry, long epoch, long sinceMonoMs) {
    List<Sample> samples = telemetry.samples();
    boolean live = telemetry.epoch() == epoch && !samples.isEmpty();
    return live && samples.getLast().monoMs() >= sinceMonoMs
        ? Math.max(sinceMonoMs, samples.getFirst().monoMs())
        : -1;
  }

  /** The store has what came with that ticket. */
  void stored(Device device, long badgeTicket, long nowMs) {
    Line line = lines[device.number()];
    Long born = line.bornMonoMs.remove(badgeTicket);
    if (born == null) {
      return;
    }
    long ageMs = device.now().monoMs() - Math.abs(born);
    if (line.drains && device.openRecords() <= BACKLOG_RECORDS) {
      line.drains = false;
      mostDrainingMs = Math.max(mostDrainingMs, nowMs - line.sinceMs);
    }
    if (born < 0) {
      said.add(ageMs);
    } else {
      (line.drains ? besideBacklogs : otherwise).add(ageMs);
    }
  }

  void count(Counts counts) {
    counts.set("live-beside-backlogs", besideBacklogs.count);
    counts.set("live-beside-backlogs-99-ms", besideBacklogs.most99Ms());
    counts.set("live-beside-backlogs-most-ms", besideBacklogs.mostMs);
    counts.set("live-99-ms", otherwise.most99Ms());
    counts.set("live-most-ms", otherwise.mostMs);
    counts.set("said-99-ms", said.most99Ms());
    counts.set("said-most-ms", said.mostMs);
    counts.set("backlog-most-ms", mostDrainingMs);
  }
}
