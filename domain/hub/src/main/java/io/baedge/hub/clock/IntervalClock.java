package io.baedge.hub.clock;

/**
 * An epoch that ended before it ever reached the hub: only what came before and after bounds it
 * (methods.md 3.3, item 6). The distances between its own moments are known all the same.
 */
public final class IntervalClock implements EpochClock {
  private final long firstMonoMs;
  private final long lastMonoMs;
  private final long earliestMs;
  private final long latestMs;

  /**
   * Between two moments on the hub's clock.
   *
   * @param firstMonoMs of the epoch's first known sample, which was not taken before {@code
   *     earliestMs}
   * @param lastMonoMs of its last known one, which was not taken after {@code latestMs}
   * @param earliestMs {@link Long#MIN_VALUE} when nothing tells
   */
  IntervalClock(long firstMonoMs, long lastMonoMs, long earliestMs, long latestMs) {
    this.firstMonoMs = firstMonoMs;
    this.lastMonoMs = lastMonoMs;
    this.earliestMs = earliestMs;
    this.latestMs = latestMs;
  }

  @Override
  public CorrectedTime at(long monoMs) {
    long untilLastMs = lastMonoMs - monoMs;
    long latest = latestMs - untilLastMs + EpochClock.driftMs(untilLastMs);
    if (earliestMs == Long.MIN_VALUE) {
      return new CorrectedTime(latest, CorrectedTime.OPEN);
    }
    long sinceFirstMs = monoMs - firstMonoMs;
    long earliest = earliestMs + sinceFirstMs - EpochClock.driftMs(sinceFirstMs);
    long widthMs = Math.max(0, latest - earliest);
    return new CorrectedTime(latest - widthMs / 2, (widthMs + 1) / 2);
  }
}
