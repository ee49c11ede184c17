package io.baedge.hub.clock;

import io.baedge.hub.store.Write.Chunk.Anchor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An epoch that spoke with the hub itself (methods.md 3.3, items 2 to 4). Every anchor says that
 * the hub's clock showed r a little after the device's showed m. The network makes r − m too large,
 * never too small, so the smallest of several is the best; the others tell how unsure it is.
 */
public final class AnchoredClock implements EpochClock {
  /** How many anchors are asked: those nearest to the moment. */
  static final int ANCHORS = 20;

  /** How far a lone anchor may be wrong: more than 99 of 100 of methods.md 3.3 are within it. */
  private static final long LONE_ANCHOR_MS = 600;

  /** The step of a board's clock. */
  private static final long CLOCK_STEP_MS = 10;

  private final long[] monoMs;
  private final long[] offsetMs;
  private int from = -1;
  private int to = -1;
  private int best;
  private long spreadMs;

  private AnchoredClock(long[] monoMs, long[] offsetMs) {
    this.monoMs = monoMs;
    this.offsetMs = offsetMs;
  }

  /** With at least one anchor, in any order; the same one twice counts once. */
  static AnchoredClock of(List<Anchor> anchors) {
    List<Anchor> sorted =
        anchors.stream()
            .distinct()
            .sorted(
                Comparator.comparingLong(Anchor::sentMonoMs)
                    .thenComparingLong(Anchor::receivedWallMs))
            .toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("an anchored clock needs an anchor");
    }
    return new AnchoredClock(
        sorted.stream().mapToLong(Anchor::sentMonoMs).toArray(),
        sorted.stream().mapToLong(a -> a.receivedWallMs() - a.sentMonoMs()).toArray());
  }

  @Override
  public CorrectedTime at(long moment) {
    choose(moment);
    long uncertaintyMs =
        spreadMs
            + EpochClock.driftMs(moment - monoMs[best])
            + LONE_ANCHOR_MS / (to - from)
            + CLOCK_STEP_MS;
    return new CorrectedTime(offsetMs[best] + moment, uncertaintyMs);
  }

  /** The last moment at which the device is known to have been in this epoch. */
  CorrectedTime lastAnchor() {
    return at(monoMs[monoMs.length - 1]);
  }

  /** The first moment at which the device is known to have been in this epoch. */
  CorrectedTime firstAnchor() {
    return at(monoMs[0]);
  }

  /** The nearest anchors; neighbouring samples mostly share them. */
  private void choose(long moment) {
    int place = Arrays.binarySearch(monoMs, moment);
    int low = place < 0 ? -place - 1 : place;
    int high = low;
    while (high - low < Math.min(ANCHORS, monoMs.length)) {
      boolean below =
          high == monoMs.length || (low > 0 && moment - monoMs[low - 1] <= monoMs[high] - moment);
      low -= below ? 1 : 0;
      high += below ? 0 : 1;
    }
    if (low != from || high != to) {
      from = low;
      to = high;
      weigh();
    }
  }

  private void weigh() {
    best = from;
    for (int i = from; i < to; i++) {
      best = offsetMs[i] < offsetMs[best] ? i : best;
    }
    long[] sorted = Arrays.copyOfRange(offsetMs, from, to);
    Arrays.sort(sorted);
    spreadMs = sorted[sorted.length / 2] - sorted[0];
  }
}
