package io.baedge.sim.storm;

/**
 * What became of a storm, counted from the moment the hub was back.
 *
 * @param t99Ms until 99 % of the badges were in; {@link Long#MAX_VALUE} when that never came
 * @param peakPerS most attempts in one second that reached the hub
 * @param peakLaterPerS the same after the first second
 * @param attempts of all badges that reached the hub
 * @param mostOfOne most attempts of one badge
 * @param turnedAway attempts closed without an answer
 */
public record StormResult(
    StormPlan plan,
    long t99Ms,
    int peakPerS,
    int peakLaterPerS,
    long attempts,
    int mostOfOne,
    long turnedAway) {
  /** t99 as a multiple of 0.99 N/C; infinite when 99 % never came. */
  public double ratio() {
    return t99Ms == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : t99Ms / plan.leastMs();
  }

  /** The busiest second as a multiple of C. */
  public double peak() {
    return (double) peakPerS / plan.connectsPerS();
  }

  /** Attempts that a badge needed on average. */
  public double attemptsPerBadge() {
    return (double) attempts / plan.badges();
  }
}
