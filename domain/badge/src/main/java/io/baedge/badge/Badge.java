package io.baedge.badge;

import io.baedge.model.Now;
import java.util.List;
import java.util.random.RandomGenerator;

/** The decisions of a badge. One owner calls it; it never blocks, waits or throws for input. */
public final class Badge {
  /** A badge as it was when it was last switched off. */
  public Badge(BadgeSettings settings, BadgeMemory memory, RandomGenerator random) {}

  /** Takes in what happened and tells what to do about it. */
  public List<BadgeEffect> on(BadgeEvent event, Now now) {
    throw new UnsupportedOperationException("decisions follow");
  }

  /** When the badge wants a {@link BadgeEvent.Tick}, on the monotonic clock. */
  public long nextDeadlineMonoMs() {
    return Long.MAX_VALUE;
  }

  /** The badge at this moment. */
  public BadgeView view(Now now) {
    throw new UnsupportedOperationException("decisions follow");
  }
}
