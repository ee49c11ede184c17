package io.baedge.badge.work;

import io.baedge.model.tier.PowerTier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * A program that runs on the badge, as far as decisions need to know it.
 *
 * @param name 1 to 32 of a-z, 0-9 and '-'
 * @param stopAfterMs it is stopped when the hub was silent for so long; 0 = never
 * @param back what happens when the hub is heard again
 * @param tiers the only power tiers in which it may run; empty = wherever the tier lets workloads
 *     run
 * @param restart what happens when it ends by itself
 */
public record Workload(
    String name, long stopAfterMs, Back back, Set<PowerTier> tiers, Restart restart) {

  /** What happens when the hub is heard again after the workload was stopped for its silence. */
  public enum Back {
    /** It starts again. */
    START,
    /** It stays stopped until the badge starts again. */
    MANUAL
  }

  /** When a program that ended by itself is started again. */
  public enum When {
    /** In any case. */
    ALWAYS,
    /** When it ended with a failure. */
    ON_FAILURE,
    /** Never. */
    NEVER
  }

  /**
   * How a program that ended by itself is started again: full jitter (methods.md 1.1), so that many
   * badges with the same mistake do not work in step.
   *
   * @param most how often in a row; after that it is given up
   * @param baseMs bound of the first wait, which doubles
   * @param capMs bound of every wait
   */
  public record Restart(When when, int most, long baseMs, long capMs) {
    /** What a workload has unless told otherwise. */
    public static final Restart DEFAULT = new Restart(When.ON_FAILURE, 10, 1_000, 60_000);

    public Restart {
      if (most < 0 || baseMs < 1 || capMs < baseMs) {
        throw new IllegalArgumentException(
            "a restart rule needs a bound of at least 0, a base of at least 1 ms and a cap of at"
                + " least the base, not "
                + most
                + ", "
                + baseMs
                + " and "
                + capMs);
      }
    }
  }

  public Workload {
    Collection<PowerTier> given = tiers;
    var copy = EnumSet.noneOf(PowerTier.class);
    copy.addAll(given);
    tiers = java.util.Collections.unmodifiableSet(copy);
    if (!name.matches("[a-z0-9-]{1,32}")) {
      throw new IllegalArgumentException(
          "a workload's name has 1 to 32 of a-z, 0-9 and '-', not '" + name + "'");
    }
    if (stopAfterMs < 0) {
      throw new IllegalArgumentException("a workload stops after 0 ms or more, not " + stopAfterMs);
    }
  }

  /** One that runs always. */
  public static Workload of(String name) {
    return new Workload(name, 0, Back.START, Set.of(), Restart.DEFAULT);
  }

  /** The same, stopped when the hub was silent for so long. */
  public Workload stoppedAfter(long ms, Back then) {
    return new Workload(name, ms, then, tiers, restart);
  }

  /** The same with another restart rule. */
  public Workload restarting(Restart rule) {
    return new Workload(name, stopAfterMs, back, tiers, rule);
  }

  /** The same, in these tiers only. */
  public Workload onlyIn(Set<PowerTier> allowed) {
    return new Workload(name, stopAfterMs, back, allowed, restart);
  }
}
