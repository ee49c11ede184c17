package io.baedge.sim.scenario;

/**
 * The batteries of a fleet. Drain differs from board to board by a fifth.
 *
 * @param capacityMwh energy of a full one; 0 = it never runs out
 * @param drainMw power that a badge draws in its full tier
 * @param fullestPercent how full they are handed out, at most
 * @param emptiestPercent how full they are handed out, at least
 * @param chargeBelowPercent the wearer puts the badge on a charger below this; 0 = never
 */
public record BatteryPlan(
    double capacityMwh,
    double drainMw,
    int emptiestPercent,
    int fullestPercent,
    int chargeBelowPercent) {
  /** Batteries that are measured but never run out. */
  public static final BatteryPlan ENDLESS = new BatteryPlan(0, 0, 0, 100, 0);

  /** Whether a badge goes off when its battery is empty. */
  public boolean runsOut() {
    return capacityMwh > 0;
  }

  /** What a badge in its full tier loses in an hour. */
  public double percentPerHour() {
    return 100 * drainMw / capacityMwh;
  }
}
