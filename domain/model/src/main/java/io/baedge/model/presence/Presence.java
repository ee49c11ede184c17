package io.baedge.model.presence;

import java.util.Locale;

/** Whether the hub hears a badge, counted from what the hub itself received. */
public enum Presence {
  /** Heard within 1.5 of its intervals. */
  CONNECTED,
  /** Silent for more than 1.5 intervals: no alarm, changes queue. */
  UNREACHABLE,
  /** Silent for more than max(3 intervals, 45 s). */
  DISCONNECTED,
  /** Silent for longer than the site's {@code lost_after}. */
  LOST,
  /** Said that it sleeps and until when. */
  ASLEEP,
  /** Not heard since the hub started, and the fail-over time is not over. */
  UNCONFIRMED;

  /** The word of the glossary. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
