package io.baedge.hub.clock;

import io.baedge.hub.store.Write.Chunk.Anchor;
import io.baedge.model.message.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The clocks of all epochs of one device. For one thread. */
public final class DeviceClock {
  private final SortedMap<Long, List<Anchor>> collected = new TreeMap<>();
  private final TreeMap<Long, AnchoredClock> anchored = new TreeMap<>();

  /**
   * What is known of an epoch without an anchor.
   *
   * @param firstMonoMs of its first known sample
   * @param lastMonoMs of its last known sample
   * @param receivedWallMs when the hub had received that one
   */
  public record Extent(long firstMonoMs, long lastMonoMs, long receivedWallMs) {}

  /** Takes an anchor of an epoch; one that is none is left out. */
  public void add(long epoch, Anchor anchor) {
    if (anchor.sentMonoMs() != Telemetry.NO_ANCHOR) {
      collected.computeIfAbsent(epoch, _ -> new ArrayList<>()).add(anchor);
    }
  }

  /** The clock of an epoch that has anchors. */
  public Optional<EpochClock> anchored(long epoch) {
    return Optional.ofNullable(clock(epoch));
  }

  /** The newest epoch with anchors before that one. */
  public Optional<Long> anchoredBefore(long epoch) {
    SortedMap<Long, List<Anchor>> before = collected.headMap(epoch);
    return before.isEmpty() ? Optional.empty() : Optional.of(before.lastKey());
  }

  /**
   * The clock of an epoch without anchors.
   *
   * @param lastMonoOfBefore the last known sample of {@link #anchoredBefore}, on its own clock; 0
   *     when there is none
   */
  public EpochClock between(long epoch, Extent extent, long lastMonoOfBefore) {
    long earliestMs = earliestMs(epoch, lastMonoOfBefore);
    long spanMs = extent.lastMonoMs() - extent.firstMonoMs();
    long latestMs = extent.receivedWallMs();
    AnchoredClock next = next(epoch);
    if (next != null) {
      long startMs = next.at(0).latestMs();
      // A clock that went on over the start of the next epoch tells nothing of that start.
      boolean tells = earliestMs == Long.MIN_VALUE || startMs - earliestMs >= spanMs;
      latestMs = Math.min(latestMs, tells ? startMs : next.firstAnchor().latestMs());
    }
    return new IntervalClock(extent.firstMonoMs(), extent.lastMonoMs(), earliestMs, latestMs);
  }

  private long earliestMs(long epoch, long lastMonoOfBefore) {
    AnchoredClock before = anchoredBefore(epoch).map(this::clock).orElse(null);
    return before == null
        ? Long.MIN_VALUE
        : Math.max(before.lastAnchor().earliestMs(), before.at(lastMonoOfBefore).earliestMs());
  }

  private @Nullable AnchoredClock next(long epoch) {
    for (Map.Entry<Long, List<Anchor>> later : collected.tailMap(epoch + 1).entrySet()) {
      return clock(later.getKey());
    }
    return null;
  }

  private @Nullable AnchoredClock clock(long epoch) {
    List<Anchor> anchors = collected.get(epoch);
    return anchors == null ? null : anchored.computeIfAbsent(epoch, _ -> AnchoredClock.of(anchors));
  }
}
