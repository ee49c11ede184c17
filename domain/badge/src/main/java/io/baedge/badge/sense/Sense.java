package io.baedge.badge.sense;

import io.baedge.model.desired.Cadence;
import java.util.random.RandomGenerator;

/** When to measure: once at the start, then at the desired cadence with a random phase. */
public final class Sense {
  private final RandomGenerator random;
  private long everyMs = Cadence.DEFAULT.sampleEveryMs();
  private long nextMonoMs = Long.MAX_VALUE;
  private boolean first = true;

  /** Sleeps until it is started. */
  public Sense(RandomGenerator random) {
    this.random = random;
  }

  /** The first reading is due now, so that the battery is known before the radio works. */
  public void start(long monoMs) {
    nextMonoMs = monoMs;
  }

  /** Takes on a cadence; a new one gets a new phase, so that a fleet does not fall into step. */
  public void cadence(long newEveryMs, long monoMs) {
    if (newEveryMs == everyMs) {
      return;
    }
    everyMs = newEveryMs;
    if (nextMonoMs != Long.MAX_VALUE && !first) {
      nextMonoMs = monoMs + 1 + random.nextLong(everyMs);
    }
  }

  /** Whether to measure now; true once per interval, whatever was slept through is left out. */
  public boolean due(long monoMs) {
    if (monoMs < nextMonoMs) {
      return false;
    }
    if (first) {
      first = false;
      nextMonoMs = monoMs + 1 + random.nextLong(everyMs);
    } else {
      nextMonoMs = monoMs + everyMs - (monoMs - nextMonoMs) % everyMs;
    }
    return true;
  }

  /** When the next reading is due. */
  public long deadlineMonoMs() {
    return nextMonoMs;
  }
}
