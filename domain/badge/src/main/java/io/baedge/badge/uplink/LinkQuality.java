package io.baedge.badge.uplink;

import io.baedge.model.link.LinkState;
import io.baedge.model.telemetry.Reading;

/**
 * How good the way to the hub is, in one word that does not flicker: from the radio's strength and
 * from recent losses. Each word is easier to keep than to get.
 */
final class LinkQuality {
  static final long WINDOW_MS = 600_000;

  /** Losses within the window that make a link flapping. */
  static final int FLAPS = 3;

  /** A session that is back sooner than this was never dark. */
  static final long DARK_AFTER_MS = 5_000;

  /** From here on Wi-Fi carries everything a badge does. */
  static final int GOOD_DBM = -67;

  /** A good link stays good, and an okay one okay, within so much of the border. */
  static final int MARGIN_DB = 3;

  private final long[] lostMonoMs = new long[FLAPS];
  private int losses;
  private boolean everIn;
  private long flappingUntilMonoMs = Long.MIN_VALUE;
  private boolean strong = true;
  private boolean heard;

  void began() {
    everIn = true;
  }

  void lost(long monoMs) {
    lostMonoMs[losses % FLAPS] = monoMs;
    losses++;
    boolean many = losses >= FLAPS && monoMs - lostMonoMs[losses % FLAPS] < WINDOW_MS;
    boolean flaps = many || monoMs < flappingUntilMonoMs;
    if (flaps) {
      // Until at most one loss is left in the window.
      flappingUntilMonoMs = lostMonoMs[(losses + FLAPS - 2) % FLAPS] + WINDOW_MS;
    }
  }

  void radio(int rssiDbm) {
    if (rssiDbm == Reading.UNKNOWN) {
      heard = false;
      strong = true;
      return;
    }
    int margin = !heard ? 0 : strong ? -MARGIN_DB : MARGIN_DB;
    strong = rssiDbm >= GOOD_DBM + margin;
    heard = true;
  }

  LinkState state(boolean inSession, long monoMs) {
    if (monoMs < flappingUntilMonoMs) {
      return LinkState.FLAPPING;
    }
    if (!inSession && !justLost(monoMs)) {
      return LinkState.DARK;
    }
    return strong ? LinkState.GOOD : LinkState.OKAY;
  }

  private boolean justLost(long monoMs) {
    return everIn && losses > 0 && monoMs - lostMonoMs[(losses - 1) % FLAPS] < DARK_AFTER_MS;
  }
}
