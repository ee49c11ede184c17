package io.baedge.badge.tier;

import io.baedge.model.tier.RadioUse;

/**
 * When the badge uses its radio. Saving ones use it for a contact that lasts until everything is
 * said, then rest until the next; where it is to be off, it gets one last contact.
 */
final class RadioSwitch {
  /** A contact ends after it at the latest. */
  static final long CONTACT_MS = 60_000;

  /** The hub may have something to say too. */
  static final long LINGER_MS = 5_000;

  private RadioUse use = RadioUse.ON;
  private long everyMs;
  private boolean held = true;
  private boolean on;
  private long contactBeganMonoMs;
  private long quietSinceMonoMs = Long.MAX_VALUE;
  private long nextMonoMs = Long.MAX_VALUE;

  /** A tier wants this; a change begins with a contact. */
  void use(RadioUse wanted, long contactEveryMs, long monoMs) {
    everyMs = contactEveryMs;
    if (wanted == use) {
      return;
    }
    use = wanted;
    if (!held) {
      begin(monoMs);
    }
  }

  /** Nothing goes out while it is held, whatever a tier says. */
  void hold(boolean hold, long monoMs) {
    if (held == hold) {
      return;
    }
    held = hold;
    if (hold) {
      on = false;
      nextMonoMs = Long.MAX_VALUE;
    } else {
      begin(monoMs);
    }
  }

  /** A contact now, if the radio rests between two. */
  void contactNow(long monoMs) {
    if (!held && !on) {
      begin(monoMs);
    }
  }

  private void begin(long monoMs) {
    on = true;
    contactBeganMonoMs = monoMs;
    quietSinceMonoMs = Long.MAX_VALUE;
    nextMonoMs = Long.MAX_VALUE;
  }

  void tick(TierSigns signs, long monoMs) {
    if (held || use == RadioUse.ON) {
      return;
    }
    if (!on) {
      if (monoMs >= nextMonoMs) {
        begin(monoMs);
      }
      return;
    }
    boolean quiet = signs.inSession() && signs.nothingToSay(monoMs) && signs.glassSettled();
    quietSinceMonoMs = quiet ? Math.min(quietSinceMonoMs, monoMs) : Long.MAX_VALUE;
    boolean said = quiet && monoMs - quietSinceMonoMs >= LINGER_MS;
    if (said || monoMs - contactBeganMonoMs >= CONTACT_MS) {
      on = false;
      nextMonoMs =
          use == RadioUse.OFF
              ? Long.MAX_VALUE
              : Math.max(contactBeganMonoMs + everyMs, monoMs + LINGER_MS);
    }
  }

  boolean on() {
    return on;
  }

  boolean held() {
    return held;
  }

  /** When the next contact begins; {@link Long#MAX_VALUE} while it is on or nobody can tell. */
  long nextMonoMs() {
    return nextMonoMs;
  }

  long deadlineMonoMs() {
    if (held || use == RadioUse.ON) {
      return Long.MAX_VALUE;
    }
    if (!on) {
      return nextMonoMs;
    }
    long ends = contactBeganMonoMs + CONTACT_MS;
    return quietSinceMonoMs == Long.MAX_VALUE ? ends : Math.min(ends, quietSinceMonoMs + LINGER_MS);
  }
}
