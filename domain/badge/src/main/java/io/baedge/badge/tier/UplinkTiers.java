package io.baedge.badge.tier;

import io.baedge.model.tier.UplinkTier;

/**
 * From sessions and backlog to the uplink tier. Offline after a while without a session; up again
 * only when a session holds; degraded while sessions break often, records gather, or a neighbour
 * carries for the badge.
 */
final class UplinkTiers {
  /** Within it a session comes back without anybody noticing. */
  static final long OFFLINE_AFTER_MS = 45_000;

  /** A session that holds for so long counts. */
  static final long SETTLED_MS = 30_000;

  /** How often the backlog is looked at, and how often in a row it must have grown. */
  static final long LOOK_EVERY_MS = 60_000;

  static final int GROWN_LOOKS = 3;

  /** Fewer records are no backlog. */
  static final int BACKLOG_RECORDS = 200;

  private final boolean hub;
  private UplinkTier tier;
  private long sinceMonoMs;
  private String why;
  private long changes;
  private boolean inSession;
  private long sessionSinceMonoMs;
  private boolean resting;
  private boolean reached;
  private long lookMonoMs;
  private int lastWaiting;
  private int grown;

  UplinkTiers(boolean hub) {
    this.hub = hub;
    this.tier = hub ? UplinkTier.ONLINE : UplinkTier.OFFLINE;
    this.why = hub ? "the badge has just started" : "no hub is configured";
  }

  void start(long monoMs) {
    sinceMonoMs = monoMs;
    sessionSinceMonoMs = monoMs;
    lookMonoMs = monoMs + LOOK_EVERY_MS;
  }

  /** The radio rests on purpose, or works again: silence that was planned is no outage. */
  void rest(boolean rests, long monoMs) {
    if (resting != rests) {
      resting = rests;
      reached = rests && inSession;
      sessionSinceMonoMs = monoMs;
    }
  }

  /** Looks again; returns whether the tier has changed. */
  boolean look(TierSigns signs, long monoMs) {
    if (!hub) {
      return false;
    }
    boolean session = signs.inSession();
    if (session != inSession) {
      inSession = session;
      sessionSinceMonoMs = monoMs;
    }
    if (monoMs >= lookMonoMs) {
      lookAtBacklog(signs.waiting(), monoMs);
    }
    if (resting) {
      // A contact is too short to settle, but it got through.
      boolean back = reached && tier == UplinkTier.OFFLINE;
      reached = false;
      return back && enter(UplinkTier.ONLINE, "the last contact reached a hub", monoMs);
    }
    long forMs = monoMs - sessionSinceMonoMs;
    if (!inSession) {
      return forMs >= OFFLINE_AFTER_MS
          && enter(UplinkTier.OFFLINE, "no session with a hub", monoMs);
    }
    if (forMs < SETTLED_MS) {
      return false;
    }
    if (signs.flapping(monoMs)) {
      return enter(UplinkTier.DEGRADED, "sessions break often", monoMs);
    }
    if (signs.asGuest()) {
      return enter(UplinkTier.DEGRADED, "a neighbour carries for this badge", monoMs);
    }
    if (grown >= GROWN_LOOKS) {
      return enter(UplinkTier.DEGRADED, "records gather faster than they leave", monoMs);
    }
    return enter(UplinkTier.ONLINE, "in session with a hub", monoMs);
  }

  private void lookAtBacklog(int waiting, long monoMs) {
    lookMonoMs = monoMs + LOOK_EVERY_MS;
    grown = waiting >= BACKLOG_RECORDS && waiting > lastWaiting ? grown + 1 : 0;
    lastWaiting = waiting;
  }

  private boolean enter(UplinkTier next, String because, long monoMs) {
    if (next == tier) {
      return false;
    }
    tier = next;
    sinceMonoMs = monoMs;
    why = because;
    changes++;
    return true;
  }

  /** When {@link #look} may come to another result although nothing happened. */
  long deadlineMonoMs(long monoMs) {
    if (!hub) {
      return Long.MAX_VALUE;
    }
    long due = inSession ? lookMonoMs : Long.MAX_VALUE;
    long settles = sessionSinceMonoMs + (inSession ? SETTLED_MS : OFFLINE_AFTER_MS);
    return settles > monoMs && !resting ? Math.min(due, settles) : due;
  }

  UplinkTier tier() {
    return tier;
  }

  TierView.Standing<UplinkTier> view() {
    return new TierView.Standing<>(tier, sinceMonoMs, why, changes);
  }
}
