package io.baedge.sim.conference;

/** Counts attempts second by second and remembers the worst. */
final class Tries {
  private static final long SECOND_MS = 1_000;

  private long second;
  private long inSecond;
  private long most;

  void count(long nowMs) {
    long now = nowMs / SECOND_MS;
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    most = Math.max(most, ++inSecond);
  }

  /** The most in one second since the last call. */
  long takeMost() {
    long taken = most;
    most = 0;
    return taken;
  }
}
