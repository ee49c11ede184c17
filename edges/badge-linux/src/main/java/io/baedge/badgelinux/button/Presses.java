package io.baedge.badgelinux.button;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From edges to presses. A hold counts while the key is still down, so that fingers feel it; what
 * follows it at once is its bouncing. Times are milliseconds of one clock.
 */
final class Presses {
  static final long HOLD_MS = 800;

  /** No finger presses twice within it; worn contacts do. */
  static final long QUIET_MS = 150;

  /** A key that is down for so long is not held by a finger. */
  static final long STUCK_MS = 60_000;

  private static final long UP = Long.MIN_VALUE;

  private final long[] downAtMs;
  private final long[] quietUntilMs;
  private final boolean[] told;

  Presses(int keys) {
    downAtMs = new long[keys];
    quietUntilMs = new long[keys];
    told = new boolean[keys];
    Arrays.fill(downAtMs, UP);
    Arrays.fill(quietUntilMs, UP);
  }

  /** A key went down. */
  void down(int key, long ms) {
    if (ms >= quietUntilMs[key] && downAtMs[key] == UP) {
      downAtMs[key] = ms;
      told[key] = false;
    }
  }

  /** A key went up; a press, unless it was told already. */
  Optional<Press> up(int key, long ms) {
    boolean press = downAtMs[key] != UP && !told[key];
    boolean held = press && ms - downAtMs[key] >= HOLD_MS;
    if (downAtMs[key] != UP) {
      quietUntilMs[key] = ms + QUIET_MS;
    }
    downAtMs[key] = UP;
    return press ? Optional.of(new Press(key + 1, held)) : Optional.empty();
  }

  /** The keys that have been down for long enough by now. */
  List<Press> held(long ms) {
    List<Press> held = new ArrayList<>();
    for (int key = 0; key < downAtMs.length; key++) {
      if (downAtMs[key] != UP && !told[key] && ms - downAtMs[key] >= HOLD_MS) {
        told[key] = true;
        held.add(new Press(key + 1, true));
      }
    }
    return held;
  }

  /** The number of a key that no finger holds; 0 for none. */
  int stuck(long ms) {
    for (int key = 0; key < downAtMs.length; key++) {
      if (downAtMs[key] != UP && ms - downAtMs[key] >= STUCK_MS) {
        return key + 1;
      }
    }
    return 0;
  }

  /** How long until {@link #held} may have something, at most so long. */
  int waitMs(long ms, int mostMs) {
    long wait = mostMs;
    for (int key = 0; key < downAtMs.length; key++) {
      if (downAtMs[key] != UP && !told[key]) {
        wait = Math.min(wait, downAtMs[key] + HOLD_MS - ms);
      }
    }
    return (int) Math.max(0, wait);
  }
}
