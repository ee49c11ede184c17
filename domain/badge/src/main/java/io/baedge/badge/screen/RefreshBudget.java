package io.baedge.badge.screen;

import io.baedge.kit.rate.TokenBucket;

/**
 * When the panel may be refreshed: what people asked for at once within a budget that refills, the
 * rest at the panel's advised interval; after a failure later and later, and not for ever.
 */
final class RefreshBudget {
  private static final double HOUR_S = 3_600;
  private static final long[] RETRY_MS = {5_000, 30_000, 120_000, 600_000};

  private final long automaticEveryMs;
  private final TokenBucket actions;
  private boolean refreshedBefore;
  private long lastMonoMs;
  private int failures;
  private long retryMonoMs;

  RefreshBudget(ScreenSettings settings, long monoMs) {
    this.automaticEveryMs = settings.automaticEveryMs();
    this.actions =
        new TokenBucket(settings.actionsPerHour() / HOUR_S, settings.actionsPerHour(), monoMs);
  }

  /** Takes from the budget if the refresh may begin now. */
  boolean take(boolean byPerson, long monoMs) {
    if (failures > 0) {
      return monoMs >= retryMonoMs && failures <= RETRY_MS.length;
    }
    return !refreshedBefore
        || monoMs - lastMonoMs >= automaticEveryMs
        || (byPerson && actions.tryTake(monoMs));
  }

  /** When {@link #take} will say yes; {@link Long#MAX_VALUE} when only a new picture helps. */
  long nextMonoMs(boolean byPerson, long monoMs) {
    if (failures > 0) {
      return failures <= RETRY_MS.length ? retryMonoMs : Long.MAX_VALUE;
    }
    if (!refreshedBefore) {
      return monoMs;
    }
    long automatic = lastMonoMs + automaticEveryMs;
    return byPerson ? Math.min(automatic, monoMs + actions.msUntilNext(monoMs)) : automatic;
  }

  void succeeded(long monoMs) {
    refreshedBefore = true;
    lastMonoMs = monoMs;
    failures = 0;
  }

  void failed(long monoMs) {
    if (failures < RETRY_MS.length) {
      retryMonoMs = monoMs + RETRY_MS[failures];
    }
    failures++;
  }

  /** A new picture is worth another attempt at a panel that was given up. */
  void newPicture() {
    if (failures > RETRY_MS.length) {
      failures = RETRY_MS.length;
    }
  }

  boolean failing() {
    return failures > 0;
  }

  boolean givenUp() {
    return failures > RETRY_MS.length;
  }
}
