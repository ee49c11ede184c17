package io.baedge.sim.chance;

import java.util.random.RandomGenerator;

/** A time between two bounds, both included. Milliseconds. */
public record Spread(long minMs, long maxMs) {
  public Spread {
    if (minMs < 0 || maxMs < minMs) {
      throw new IllegalArgumentException(
          "a spread needs 0 <= min <= max, not " + minMs + " to " + maxMs + " ms");
    }
  }

  /** Always the same. */
  public static Spread of(long ms) {
    return new Spread(ms, ms);
  }

  /** One draw, uniform. */
  public long draw(RandomGenerator random) {
    return minMs == maxMs ? minMs : random.nextLong(minMs, maxMs + 1);
  }

  /** A wait whose end is as likely at any moment: exponential, at most ten times the mean. */
  public static long waitMs(long meanMs, RandomGenerator random) {
    double drawn = -StrictMath.log(1 - random.nextDouble()) * meanMs;
    return Math.max(1, (long) Math.min(drawn, 10.0 * meanMs));
  }
}
