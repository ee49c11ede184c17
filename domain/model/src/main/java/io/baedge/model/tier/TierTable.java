package io.baedge.model.tier;

import io.baedge.model.tier.TierRules.Refreshes;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each tier means on a badge: from which battery level on it holds and what it switches off.
 *
 * @param limits of the tiers below full, in percent of the battery
 * @param power what each power tier does; unknown does what full does
 * @param uplink what each uplink tier does
 * @param guard battery level at the start below which the radio stays off
 * @param dwellMs least time between two changes of the power tier, unless energy comes or runs out
 */
public record TierTable(
    SortedMap<PowerTier, Band> limits,
    SortedMap<PowerTier, TierRules> power,
    SortedMap<UplinkTier, TierRules> uplink,
    Band guard,
    long dwellMs) {
  private static final List<PowerTier> LIMITED =
      List.of(PowerTier.SAVER, PowerTier.ESSENTIAL, PowerTier.LAST_GASP, PowerTier.NAP);
  private static final List<PowerTier> RULED =
      List.of(
          PowerTier.FULL, PowerTier.SAVER, PowerTier.ESSENTIAL, PowerTier.LAST_GASP, PowerTier.NAP);
  private static final long MOST_DWELL_MS = 3_600_000;
  private static final List<String> NAMELESS = List.of("claim", "replaced");
  private static final List<String> URGENT = List.of("announcement", "identify");
  private static final String NAME = "wearer";
  private static final String LAST_PICTURE = "last-gasp";

  /** What a badge has unless told otherwise. */
  public static final TierTable DEFAULT = defaults();

  /**
   * A level with hysteresis, in percent.
   *
   * @param enterPercent at or below it the state begins
   * @param leavePercent at or above it the state ends
   */
  public record Band(int enterPercent, int leavePercent) {
    public Band {
      if (enterPercent < 0 || leavePercent > 100 || enterPercent >= leavePercent) {
        throw new IllegalArgumentException(
            "enter and leave are percent with enter below leave, not "
                + enterPercent
                + " and "
                + leavePercent);
      }
    }
  }

  public TierTable {
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    power = Collections.unmodifiableSortedMap(new TreeMap<>(power));
    uplink = Collections.unmodifiableSortedMap(new TreeMap<>(uplink));
    if (!List.copyOf(limits.keySet()).equals(LIMITED)) {
      throw new IllegalArgumentException("limits are for " + LIMITED + ", not " + limits.keySet());
    }
    if (!List.copyOf(power.keySet()).equals(RULED)
        || !List.copyOf(uplink.keySet()).equals(List.of(UplinkTier.values()))) {
      throw new IllegalArgumentException(
          "rules are for all tiers, not " + power.keySet() + " and " + uplink.keySet());
    }
    Band above = new Band(99, 100);
    for (Band band : limits.values()) {
      if (band.enterPercent() >= above.enterPercent()
          || band.leavePercent() > above.leavePercent()) {
        throw new IllegalArgumentException(
            "limits must fall from tier to tier: " + above + " is followed by " + band);
      }
      above = band;
    }
    if (dwellMs < 0 || dwellMs > MOST_DWELL_MS) {
      throw new IllegalArgumentException("dwell is 0 ms to an hour, not " + dwellMs + " ms");
    }
  }

  /** The level of a tier below full. */
  public Band limit(PowerTier tier) {
    Band band = limits.get(tier);
    if (band == null) {
      throw new IllegalArgumentException(tier + " has no limit");
    }
    return band;
  }

  /**
   * The screen on the glass in a power tier where this one is wanted. Screens that must be seen
   * pass in every tier but the last, and what is shown where there is no name always passes.
   */
  public String shown(PowerTier tier, String wanted) {
    if (NAMELESS.contains(wanted)) {
      return wanted;
    }
    if (tier == PowerTier.LAST_GASP || tier == PowerTier.NAP) {
      return LAST_PICTURE;
    }
    return URGENT.contains(wanted) || rules(tier).allows(wanted) ? wanted : NAME;
  }

  /** What a badge does in both tiers together. */
  public TierRules rules(PowerTier powerTier, UplinkTier uplinkTier) {
    return rules(powerTier).and(rules(uplinkTier));
  }

  /** What a badge does in a power tier. */
  public TierRules rules(PowerTier tier) {
    TierRules rules = power.get(tier == PowerTier.UNKNOWN ? PowerTier.FULL : tier);
    return rules == null ? TierRules.NOTHING_OFF : rules;
  }

  /** What a badge does in an uplink tier. */
  public TierRules rules(UplinkTier tier) {
    TierRules rules = uplink.get(tier);
    return rules == null ? TierRules.NOTHING_OFF : rules;
  }

  /** The same with a radio that is on in every tier. */
  public TierTable withRadioOn() {
    SortedMap<PowerTier, TierRules> on = new TreeMap<>();
    power.forEach((tier, rules) -> on.put(tier, rules.withRadio(RadioUse.ON)));
    return new TierTable(limits, on, uplink, guard, dwellMs);
  }

  private static TierTable defaults() {
    Map<PowerTier, Band> limits = new EnumMap<>(PowerTier.class);
    limits.put(PowerTier.SAVER, new Band(40, 45));
    limits.put(PowerTier.ESSENTIAL, new Band(20, 25));
    limits.put(PowerTier.LAST_GASP, new Band(8, 12));
    limits.put(PowerTier.NAP, new Band(4, 8));
    return new TierTable(
        new TreeMap<>(limits),
        new TreeMap<>(defaultPower()),
        new TreeMap<>(defaultUplink()),
        new Band(3, 6),
        300_000);
  }

  private static Map<PowerTier, TierRules> defaultPower() {
    List<String> all = List.of();
    List<String> name = List.of("wearer");
    Map<PowerTier, TierRules> power = new EnumMap<>(PowerTier.class);
    power.put(PowerTier.FULL, TierRules.NOTHING_OFF);
    power.put(
        PowerTier.SAVER,
        new TierRules(
            4,
            60_000,
            RadioUse.ON,
            all,
            new Refreshes(600_000, 6),
            LocalApiUse.ON,
            WorkloadUse.RUN));
    power.put(
        PowerTier.ESSENTIAL,
        new TierRules(
            12,
            300_000,
            RadioUse.DUTY,
            name,
            new Refreshes(1_800_000, 3),
            LocalApiUse.ON,
            WorkloadUse.STOP));
    power.put(
        PowerTier.LAST_GASP,
        new TierRules(
            12,
            600_000,
            RadioUse.DUTY,
            name,
            new Refreshes(1_800_000, 2),
            LocalApiUse.READ_ONLY,
            WorkloadUse.STOP));
    power.put(
        PowerTier.NAP,
        new TierRules(
            12,
            1_800_000,
            RadioUse.OFF,
            name,
            new Refreshes(1_800_000, 1),
            LocalApiUse.OFF,
            WorkloadUse.STOP));
    return power;
  }

  private static Map<UplinkTier, TierRules> defaultUplink() {
    Map<UplinkTier, TierRules> uplink = new EnumMap<>(UplinkTier.class);
    uplink.put(UplinkTier.ONLINE, TierRules.NOTHING_OFF);
    uplink.put(UplinkTier.DEGRADED, slower(2));
    // The outbox has its own bound and thins; a long outage is covered with what is desired.
    uplink.put(UplinkTier.OFFLINE, TierRules.NOTHING_OFF);
    return uplink;
  }

  /** Fewer samples, so that an uplink that lags behind can catch up. */
  private static TierRules slower(int sampleFactor) {
    TierRules rules = TierRules.NOTHING_OFF;
    return new TierRules(
        sampleFactor,
        rules.contactAtLeastMs(),
        rules.radio(),
        rules.screens(),
        rules.refreshes(),
        rules.localApi(),
        rules.workloads());
  }
}
