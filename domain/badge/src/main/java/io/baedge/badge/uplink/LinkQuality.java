package io.baedge.badge.uplink;

import io.baedge.model.link.LinkState;
import io.baedge.model.telemetry.Reading;

/** How good the way to the hub is, from the radio's strength and from recent losses. */
final class LinkQuality {
  private static final int FLAPS = 3;
  private static final long FLAP_WINDOW_MS = 600_000;

  /** From here on Wi-Fi carries everything a badge does. */
  private static final int GOOD_DBM = -67;

  private final long[] lostMonoMs = new long[FLAPS];
  private int losses;
  private int rssiDbm = Reading.UNKNOWN;

  void lost(long monoMs) {
    lostMonoMs[losses % FLAPS] = monoMs;
    losses++;
  }

  void radio(Reading.Radio reading) {
    rssiDbm = reading.rssiDbm();
  }

  LinkState state(boolean inSession, long monoMs) {
    boolean flaps = losses >= FLAPS && monoMs - lostMonoMs[losses % FLAPS] < FLAP_WINDOW_MS;
    if (flaps) {
      return LinkState.FLAPPING;
    }
    if (!inSession) {
      return LinkState.DARK;
    }
    return rssiDbm == Reading.UNKNOWN || rssiDbm >= GOOD_DBM ? LinkState.GOOD : LinkState.OKAY;
  }
}
