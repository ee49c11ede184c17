package io.baedge.sim.conference;

/**
 * Counts attempts to connect second by second. Once an outage has lasted a while, a crowd that was
 * thrown out together must have spread: no second sees half of it.
 */
final class Tries {
  private static final long SECOND_MS = 1_000;
  private static final long SPREAD_AFTER_MS = 30_000;
  private static final int FEWEST = 20;

  private final int mostTogether;
  private long second;
  private long inSecond;
  private long most;
  private long awaySinceMs = -1;

  Tries(int devices) {
    this.mostTogether = Math.max(FEWEST, devices / 2);
  }

  /**
   * A badge tries.
   *
   * @param away whether nobody can answer now
   */
  void count(boolean away, int device, long nowMs) {
    long now = nowMs / SECOND_MS;
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    most = Math.max(most, ++inSecond);
    if (!away) {
      awaySinceMs = -1;
    } else if (awaySinceMs < 0) {
      awaySinceMs = nowMs;
    } else if (nowMs - awaySinceMs > SPREAD_AFTER_MS && inSecond > mostTogether) {
      throw new InvariantBroken(
          Invariant.TRIES_ARE_SPREAD,
          device,
          inSecond + " badges try to connect in the same second of a long outage");
    }
  }

  /** Everybody was thrown out at once, perhaps within an outage: the crowd spreads anew. */
  void thrownOut() {
    awaySinceMs = -1;
  }

  /** The most in one second since the last call. */
  long takeMost() {
    long taken = most;
    most = 0;
    return taken;
  }
}
