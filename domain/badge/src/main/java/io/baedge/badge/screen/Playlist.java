package io.baedge.badge.screen;

import io.baedge.model.Now;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.PlaylistEntry;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/** Screens by time. Nothing is played while the wall clock may be wrong. */
final class Playlist {
  private static final long MINUTE_MS = 60_000;

  /** Looked at again after it at the latest, because venues change their clocks. */
  private static final int LONGEST_MINUTES = 60;

  private Playlist() {}

  /** The screen of the first entry whose time it is and that may be shown. */
  static Optional<String> screen(DesiredState state, Predicate<String> may, Now now) {
    if (state.shown().playlist().isEmpty() || !now.wallSynced()) {
      return Optional.empty();
    }
    int minute = minuteOfDay(state, now);
    for (PlaylistEntry entry : state.shown().playlist()) {
      if (may.test(entry.screen()) && entry.active(now.wallMs(), minute)) {
        return Optional.of(entry.screen());
      }
    }
    return Optional.empty();
  }

  /** When the answer may change, on the monotonic clock. */
  static long nextChangeMonoMs(DesiredState state, Now now) {
    if (state.shown().playlist().isEmpty() || !now.wallSynced()) {
      return Long.MAX_VALUE;
    }
    int minute = minuteOfDay(state, now);
    int minutes = LONGEST_MINUTES;
    long next = Long.MAX_VALUE;
    for (PlaylistEntry entry : state.shown().playlist()) {
      minutes = Math.min(minutes, entry.minutesToChange(minute));
      next = earlier(next, entry.fromMs(), now);
      next = earlier(next, entry.toMs(), now);
    }
    long minuteBegan = now.wallMs() - Math.floorMod(now.wallMs(), MINUTE_MS);
    next = Math.min(next, minuteBegan + minutes * MINUTE_MS);
    return now.monoMs() + (next - now.wallMs());
  }

  private static long earlier(long next, long wallMs, Now now) {
    return wallMs > now.wallMs() ? Math.min(next, wallMs) : next;
  }

  private static int minuteOfDay(DesiredState state, Now now) {
    ZoneId zone = ZoneId.of(state.conference().zone());
    LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(now.wallMs()), zone);
    return time.getHour() * 60 + time.getMinute();
  }
}
