package io.baedge.badge.tier;

/** On the way to powering the board down. */
final class Nap {
  /** A panel that does not settle must not eat the rest. */
  static final long GLASS_WITHIN_MS = 60_000;

  /** A board that still runs so long after it was told to power down cannot. */
  static final long DOWN_WITHIN_MS = 120_000;

  private boolean wanted;
  private long wantedSinceMonoMs;
  private long toldMonoMs = Long.MAX_VALUE;

  void wanted(boolean nap, long monoMs) {
    if (nap != wanted) {
      wanted = nap;
      wantedSinceMonoMs = monoMs;
      toldMonoMs = Long.MAX_VALUE;
    }
  }

  /** Whether to power down now; true once. */
  boolean begin(boolean glassSettled, boolean radioOn, long monoMs) {
    boolean ready = glassSettled || monoMs >= wantedSinceMonoMs + GLASS_WITHIN_MS;
    if (!wanted || toldMonoMs != Long.MAX_VALUE || radioOn || !ready) {
      return false;
    }
    toldMonoMs = monoMs;
    return true;
  }

  boolean failed(long monoMs) {
    return toldMonoMs != Long.MAX_VALUE && monoMs >= toldMonoMs + DOWN_WITHIN_MS;
  }

  /** When time alone changes something; the radio's rest and the glass are told. */
  long deadlineMonoMs(long monoMs) {
    if (toldMonoMs != Long.MAX_VALUE) {
      return toldMonoMs + DOWN_WITHIN_MS;
    }
    long ready = wantedSinceMonoMs + GLASS_WITHIN_MS;
    return wanted && ready > monoMs ? ready : Long.MAX_VALUE;
  }
}
