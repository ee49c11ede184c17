package io.baedge.sim.device;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.random.RandomGenerator;

/** A battery that drains evenly at its own rate and charges on a dock. Time is handed in. */
public final class Battery {
  private static final double MOST = 100;
  private static final double CHARGE_PER_HOUR = 90;
  private static final double HOUR_MS = 3_600_000;
  private static final int EMPTY_MV = 3_300;
  private static final int FULL_MV = 4_180;

  private double drainPerHour;
  private double percent;
  private double load = 1;
  private boolean docked;
  private long asOfMs;

  /** A battery with so much in it. */
  public Battery(double percent, double drainPerHour, long nowMs) {
    this.percent = Math.clamp(percent, 0, MOST);
    this.drainPerHour = Math.max(0, drainPerHour);
    this.asOfMs = nowMs;
  }

  /**
   * Batteries as they are handed out: about three quarters full, a few nearly empty; nine hours of
   * life on average with a fifth of spread.
   */
  public static Battery handedOut(RandomGenerator random, long nowMs) {
    boolean weak = random.nextInt(25) == 0;
    double percent = weak ? 4 + random.nextDouble() * 10 : 76 + random.nextGaussian() * 13;
    double drain = MOST / 9 * Math.max(0.3, 1 + random.nextGaussian() * 0.2);
    return new Battery(Math.max(12 * (weak ? 0 : 1), percent), drain, nowMs);
  }

  /** Puts it on a dock or takes it off. */
  public void dock(boolean on, long nowMs) {
    advance(nowMs, true);
    docked = on;
  }

  /** The same for a board that may be off. */
  public void dock(boolean on, boolean boardOn, long nowMs) {
    advance(nowMs, boardOn);
    docked = on;
  }

  /** From now on it loses so much in an hour while the board is on. */
  public void drain(double percentPerHour, boolean on, long nowMs) {
    advance(nowMs, on);
    drainPerHour = Math.max(0, percentPerHour);
  }

  /** Takes out whatever is above so much. */
  public void runDown(double toPercent, boolean on, long nowMs) {
    advance(nowMs, on);
    percent = Math.min(percent, toPercent);
  }

  /** How long until it is empty or full, as things are; {@link Long#MAX_VALUE} for never. */
  public long msUntil(double goalPercent, boolean on, long nowMs) {
    advance(nowMs, on);
    double perHour = docked ? CHARGE_PER_HOUR : on ? -drainPerHour * load : 0;
    double hours = perHour == 0 ? -1 : (goalPercent - percent) / perHour;
    return hours < 0 ? Long.MAX_VALUE : (long) StrictMath.ceil(hours * HOUR_MS);
  }

  /** From now on the board draws this part of what it draws at its full. */
  public void load(double part, long nowMs) {
    if (part != load) {
      advance(nowMs, true);
      load = part;
    }
  }

  /** Whether it charges. */
  public boolean docked() {
    return docked;
  }

  /** How full it is. */
  public double percent(long nowMs, boolean on) {
    advance(nowMs, on);
    return percent;
  }

  /** What a gauge reads. */
  public Reading.Power reading(long nowMs) {
    advance(nowMs, true);
    double curve = StrictMath.pow(percent / MOST, 0.7);
    return new Reading.Power(
        (int) Math.round(percent),
        EMPTY_MV + (int) ((FULL_MV - EMPTY_MV) * curve),
        docked ? PowerSource.EXTERNAL : PowerSource.BATTERY);
  }

  private void advance(long nowMs, boolean on) {
    double hours = (nowMs - asOfMs) / HOUR_MS;
    double perHour = docked ? CHARGE_PER_HOUR : on ? -drainPerHour * load : 0;
    percent = Math.clamp(percent + perHour * hours, 0, MOST);
    asOfMs = nowMs;
  }
}
