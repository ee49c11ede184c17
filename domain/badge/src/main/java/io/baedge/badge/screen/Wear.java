package io.baedge.badge.screen;

/**
 * How much of a panel's life its refreshes have used: weighted, against about a million that the
 * makers state. A refresh sooner than 180 s after the last weighs 5, a partial one 2 (weights taken
 * over from the failure model, unverified).
 */
final class Wear {
  private static final long ADVISED_MS = 180_000;
  private static final int SOON = 5;
  private static final int PARTIAL = 2;

  private long weighted;
  private boolean before;
  private long lastMonoMs;

  /** Takes up what the card remembers; 0 for a panel nobody counted. */
  void restore(long saved) {
    weighted += saved;
  }

  void refreshed(RefreshKind kind, long monoMs) {
    boolean soon = before && monoMs - lastMonoMs < ADVISED_MS;
    weighted += soon ? SOON : kind == RefreshKind.PARTIAL ? PARTIAL : 1;
    if (kind == RefreshKind.CLEANING) {
      weighted += SOON;
    }
    before = true;
    lastMonoMs = monoMs;
  }

  long weighted() {
    return weighted;
  }
}
