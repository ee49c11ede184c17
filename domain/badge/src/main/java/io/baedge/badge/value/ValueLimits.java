package io.baedge.badge.value;

/**
 * What energy and uplink leave of asking.
 *
 * @param factor the interval of each source is multiplied by it
 * @param forbidden why nothing is asked at all; empty when it is
 * @param unreachable why nothing is asked over the network; empty when it is
 */
public record ValueLimits(int factor, String forbidden, String unreachable) {
  /** Everything may be asked as often as the settings say. */
  public static final ValueLimits NONE = new ValueLimits(1, "", "");

  /** Why a source of that reach is not asked. */
  String hold(ValueSource.Reach reach) {
    if (!forbidden.isEmpty()) {
      return forbidden;
    }
    return reach == ValueSource.Reach.URL ? unreachable : "";
  }
}
