package io.baedge.badge;

import java.util.Locale;

/**
 * The wall clock that a badge believes.
 *
 * @param wallMs what it shows, milliseconds since 1970 in UTC
 * @param errorMs how wrong it may be; {@link #UNKNOWN} when nobody can tell
 * @param systemAheadMs how far the system's own clock is ahead of it
 */
public record ClockView(Source source, long wallMs, long errorMs, long systemAheadMs) {
  /** Nobody can tell. */
  public static final long UNKNOWN = -1;

  /** Where the time comes from. */
  public enum Source {
    /** The system's clock, which is synchronised. */
    SYSTEM,
    /** The hub told it. */
    HUB,
    /** The system's clock before it jumped or lost its source. */
    CARRIED,
    /** Nowhere: the system's clock may show anything. */
    NONE;

    /** The word in interfaces. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
