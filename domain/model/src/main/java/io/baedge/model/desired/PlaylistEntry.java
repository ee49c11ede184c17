package io.baedge.model.desired;

/**
 * A screen and when it is shown. Of several entries the first one whose time it is decides.
 *
 * @param screen name of the screen
 * @param fromMs wall time from which on; 0 = always has been
 * @param toMs wall time until which; 0 = open
 * @param fromMinute minute of the day at the venue from which on, 0 to 1,440
 * @param toMinute until which; at or below fromMinute it goes over midnight
 * @param everyMinutes shown again after so many minutes within the day's window; 0 = all the time
 * @param forMinutes how long each time, where it is shown again and again
 */
public record PlaylistEntry(
    String screen,
    long fromMs,
    long toMs,
    int fromMinute,
    int toMinute,
    int everyMinutes,
    int forMinutes) {
  /** Minutes of a day. */
  public static final int DAY_MINUTES = 1_440;

  /** How long a screen that is shown again and again stays unless said otherwise. */
  public static final int FOR_MINUTES = 5;

  /** The shortest time that a panel should keep a picture. */
  public static final int LEAST_MINUTES = 3;

  /** A screen for all time. */
  public static PlaylistEntry always(String screen) {
    return new PlaylistEntry(screen, 0, 0, 0, DAY_MINUTES, 0, FOR_MINUTES);
  }

  /** Whether it is its time. */
  public boolean active(long wallMs, int minuteOfDay) {
    boolean inSpan = wallMs >= fromMs && (toMs == 0 || wallMs < toMs);
    int since = Math.floorMod(minuteOfDay - fromMinute, DAY_MINUTES);
    boolean inRhythm = everyMinutes == 0 || since % everyMinutes < forMinutes;
    return inSpan && since < windowMinutes() && inRhythm;
  }

  private int windowMinutes() {
    int length = toMinute - fromMinute;
    return length > 0 ? length : length + DAY_MINUTES;
  }

  /** Minutes until the time of day may change whether it is active; at least 1. */
  public int minutesToChange(int minuteOfDay) {
    int since = Math.floorMod(minuteOfDay - fromMinute, DAY_MINUTES);
    int window = windowMinutes();
    if (since >= window) {
      return DAY_MINUTES - since;
    }
    int rest = window - since;
    if (everyMinutes == 0) {
      return rest;
    }
    int into = since % everyMinutes;
    return Math.min(rest, into < forMinutes ? forMinutes - into : everyMinutes - into);
  }
}
