package io.baedge.hub.presence;

/**
 * Times of the presence states (methods.md 2.1).
 *
 * @param lostAfterMs silence after which a badge counts as lost
 * @param failOverMs how long after a hub start a badge that was not heard stays unconfirmed; at
 *     least 300 s
 * @param alarmPercent share of the fleet that raises the uplink alarm when it goes within a minute
 */
public record PresenceSettings(long lostAfterMs, long failOverMs, int alarmPercent) {
  /** Lost after 6 hours, fail-over 300 s, alarm above 30 %. */
  public static final PresenceSettings DEFAULT = new PresenceSettings(6 * 3_600_000L, 300_000, 30);

  public PresenceSettings {
    if (lostAfterMs < 60_000) {
      throw new IllegalArgumentException(
          "lost after is " + lostAfterMs + " ms; at least 60000 ms are needed");
    }
    if (failOverMs < 0) {
      throw new IllegalArgumentException("the fail-over time is not negative: " + failOverMs);
    }
    if (alarmPercent < 1 || alarmPercent > 100) {
      throw new IllegalArgumentException("the alarm share is 1 to 100 %, not " + alarmPercent);
    }
  }
}
