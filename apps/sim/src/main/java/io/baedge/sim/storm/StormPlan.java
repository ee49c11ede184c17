package io.baedge.sim.storm;

import java.util.EnumSet;
import java.util.Set;

/**
 * A storm: all badges lose the hub within half a second, and after the outage it is there again.
 *
 * @param badges N
 * @param connectsPerS C, what the hub can serve
 * @param outageMs how long nobody answers
 * @param faults switched on to prove that the measurement would notice
 */
public record StormPlan(
    int badges, int connectsPerS, Return how, long outageMs, Set<StormFault> faults) {
  /** The outage of methods.md 1.6. */
  public static final long LONG_OUTAGE_MS = 600_000;

  /** How badges learn that the hub is back. */
  public enum Return {
    /** The radio tells within half a second, as when an access point has power again. */
    SEEN,
    /** Only an attempt that succeeds tells, as when a hub behind a healthy network restarts. */
    SILENT
  }

  /** Defences that can be switched off. */
  public enum StormFault {
    /** The hub takes everybody in, first come, first served. */
    NO_ADMISSION,
    /** Badges wait without chance, also after a seen return. */
    NO_JITTER,
    /** Badges try at once when they see the hub's return. */
    NO_WINDOW
  }

  public StormPlan {
    if (badges < 1 || badges > 1_000_000 || connectsPerS < 1 || outageMs < 1_000) {
      throw new IllegalArgumentException(
          "a storm needs 1 to 1000000 badges, at least 1 connection a second and an outage of at"
              + " least 1000 ms, not "
              + badges
              + ", "
              + connectsPerS
              + " and "
              + outageMs);
    }
    var copy = EnumSet.noneOf(StormFault.class);
    copy.addAll(faults);
    faults = Set.copyOf(copy);
  }

  /** The usual storm after ten minutes. */
  public static StormPlan of(int badges, int connectsPerS, Return how) {
    return new StormPlan(badges, connectsPerS, how, LONG_OUTAGE_MS, Set.of());
  }

  /** The same with another outage. */
  public StormPlan withOutageMs(long otherMs) {
    return new StormPlan(badges, connectsPerS, how, otherMs, faults);
  }

  /** The same, broken on purpose. */
  public StormPlan withFaults(StormFault... broken) {
    return new StormPlan(badges, connectsPerS, how, outageMs, Set.of(broken));
  }

  /** The least time in which the hub can serve 99 % of the badges. */
  public double leastMs() {
    return 990.0 * badges / connectsPerS;
  }
}
