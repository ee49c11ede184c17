package io.baedge.badge.screen;

import io.baedge.kit.rate.TokenBucket;
import io.baedge.model.tier.TierRules;
import org.jspecify.annotations.Nullable;

/**
 * When the panel may be refreshed: what people asked for at once within budgets that refill, one
 * for the whole glass and one for small parts, the rest at the panel's advised interval; after a
 * failure later and later, and not for ever.
 */
final class RefreshBudget {
  private static final double HOUR_S = 3_600;
  private static final long[] RETRY_MS = {5_000, 30_000, 120_000, 600_000};

  private final long panelEveryMs;
  private final int panelActionsPerHour;
  private long automaticEveryMs;
  private final TokenBucket actions;
  private final TokenBucket partialActions;

  /** What a tier leaves of the actions; its own budget, so that saving costs nothing later. */
  private @Nullable TokenBucket tierActions;

  private int tierActionsPerHour;
  private boolean refreshedBefore;
  private long lastMonoMs;
  private int failures;
  private long retryMonoMs;

  RefreshBudget(ScreenSettings settings, long monoMs) {
    this.panelEveryMs = settings.automaticEveryMs();
    this.panelActionsPerHour = settings.actionsPerHour();
    this.automaticEveryMs = panelEveryMs;
    this.tierActionsPerHour = panelActionsPerHour;
    this.actions = new TokenBucket(panelActionsPerHour / HOUR_S, panelActionsPerHour, monoMs);
    int partialPerHour = settings.partialActionsPerHour();
    this.partialActions = new TokenBucket(partialPerHour / HOUR_S, partialPerHour, monoMs);
  }

  /** A tier allows so many; the panel's own bounds hold beside it. */
  void limit(TierRules.Refreshes refreshes, long monoMs) {
    automaticEveryMs = Math.max(panelEveryMs, refreshes.automaticEveryMs());
    int perHour = Math.min(panelActionsPerHour, refreshes.actionsPerHour());
    if (perHour != tierActionsPerHour) {
      tierActionsPerHour = perHour;
      tierActions =
          perHour == panelActionsPerHour
              ? null
              : new TokenBucket(perHour / HOUR_S, perHour, monoMs);
    }
  }

  private boolean takeAction(RefreshKind kind, Asked asked, long monoMs) {
    if (msUntilAction(kind, asked, monoMs) > 0) {
      return false;
    }
    TokenBucket ofTier = tierActions;
    // A new wearer's name passes a tier's empty budget too, and uses up what is there.
    boolean allowed = ofTier == null || ofTier.tryTake(monoMs) || asked == Asked.NEW_WEARER;
    return allowed && panelActions(kind).tryTake(monoMs);
  }

  private TokenBucket panelActions(RefreshKind kind) {
    return kind == RefreshKind.PARTIAL ? partialActions : actions;
  }

  private long msUntilAction(RefreshKind kind, Asked asked, long monoMs) {
    TokenBucket ofTier = asked == Asked.NEW_WEARER ? null : tierActions;
    long panelMs = panelActions(kind).msUntilNext(monoMs);
    return ofTier == null ? panelMs : Math.max(panelMs, ofTier.msUntilNext(monoMs));
  }

  /** Whether the panel works, so that the last picture may pass at any time. */
  boolean ready(long monoMs) {
    return failures == 0 || (monoMs >= retryMonoMs && failures <= RETRY_MS.length);
  }

  /** Takes from the budget if the refresh may begin now. */
  boolean take(RefreshKind kind, Asked asked, long monoMs) {
    if (failures > 0) {
      return monoMs >= retryMonoMs && failures <= RETRY_MS.length;
    }
    return !refreshedBefore
        || monoMs - lastMonoMs >= everyMs(asked)
        || (asked != Asked.NOBODY && takeAction(kind, asked, monoMs));
  }

  private long everyMs(Asked asked) {
    return asked == Asked.NEW_WEARER ? panelEveryMs : automaticEveryMs;
  }

  /** When {@link #take} will say yes; {@link Long#MAX_VALUE} when only a new picture helps. */
  long nextMonoMs(RefreshKind kind, Asked asked, long monoMs) {
    if (failures > 0) {
      return failures <= RETRY_MS.length ? retryMonoMs : Long.MAX_VALUE;
    }
    if (!refreshedBefore) {
      return monoMs;
    }
    long automatic = lastMonoMs + everyMs(asked);
    return asked == Asked.NOBODY
        ? automatic
        : Math.min(automatic, monoMs + msUntilAction(kind, asked, monoMs));
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
