package io.baedge.sim.conference;

import io.baedge.badge.screen.ScreenSettings;
import io.baedge.model.tier.PowerTier;
import io.baedge.sim.device.Device;
import java.util.Arrays;

/** Admissions within the hub's budget, refreshes within the panel's. */
final class RateInvariants {
  private static final double HOUR_MS = 3_600_000;
  private static final double ROUNDING = 1e-6;

  /** What {@link io.baedge.kit.rate.Admission} promises for any time. */
  private static final double BURST_S = 3.3;

  private final double admissionsPerSecond;
  private double admissions;
  private long admissionsAsOfMs;
  private final double[] refreshes;
  private final long[] refreshesAsOfMs;

  RateInvariants(double admissionsPerSecond, int deviceCount) {
    this.admissionsPerSecond = admissionsPerSecond;
    this.refreshes = new double[deviceCount];
    this.refreshesAsOfMs = new long[deviceCount];
    Arrays.fill(refreshesAsOfMs, -1);
  }

  /** A hub starts with a full budget. */
  void hubStarted(long nowMs) {
    admissions = burst();
    admissionsAsOfMs = nowMs;
  }

  /** The hub let a connection in. */
  void admitted(int device, long nowMs) {
    double refilled = (nowMs - admissionsAsOfMs) * admissionsPerSecond / 1_000;
    admissions = Math.min(burst(), admissions + refilled) - 1;
    admissionsAsOfMs = nowMs;
    if (admissions < -ROUNDING) {
      throw new InvariantBroken(
          Invariant.ADMISSION_WITHIN_BUDGET,
          device,
          "the hub let in more than " + admissionsPerSecond + " connections a second");
    }
  }

  private double burst() {
    return Math.max(1, BURST_S * admissionsPerSecond);
  }

  /** A badge starts; it does not know how often it refreshed before. */
  void started(Device device) {
    refreshesAsOfMs[device.number()] = -1;
  }

  /**
   * A badge refreshes its glass: the first time is free, then once in the panel's interval, beside
   * the actions of people. No budget holds back the last picture before the battery is empty.
   */
  void refreshed(Device device, long nowMs) {
    if (device
        .view()
        .filter(view -> view.tiers().power().tier().below(PowerTier.ESSENTIAL))
        .isPresent()) {
      return;
    }
    int number = device.number();
    ScreenSettings screen = device.settings().bounds().screen();
    int actionsPerHour = screen.actionsPerHour() + screen.partialActionsPerHour();
    double most = 2 + actionsPerHour;
    double level = most;
    if (refreshesAsOfMs[number] >= 0) {
      double perMs = 1.0 / screen.automaticEveryMs() + actionsPerHour / HOUR_MS;
      level = Math.min(most, refreshes[number] + (nowMs - refreshesAsOfMs[number]) * perMs);
    }
    refreshes[number] = level - 1;
    refreshesAsOfMs[number] = nowMs;
    if (refreshes[number] < -ROUNDING) {
      throw new InvariantBroken(
          Invariant.REFRESHES_WITHIN_BUDGET,
          number,
          "device " + device.id() + " refreshes its glass more often than its budget allows");
    }
  }
}
