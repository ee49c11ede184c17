package io.baedge.badgelinux.config;

import io.baedge.kit.settings.Key;
import io.baedge.kit.settings.Key.Kind;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.TierTable;
import io.baedge.model.tier.UplinkTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of the tiers; the defaults are those of {@link TierTable#DEFAULT}. */
final class TierKeys {
  static final String SECTION = "tiers";
  static final String ALL_SCREENS = "all";
  static final Key DWELL =
      key(Kind.INTEGER, "dwell_s", seconds(TierTable.DEFAULT.dwellMs()), "seconds in a power tier");
  static final Key GUARD =
      key(
          Kind.INTEGER,
          "guard_percent",
          Integer.toString(TierTable.DEFAULT.guard().enterPercent()),
          "at or below it at the start the radio stays off");
  static final Key GUARD_LEAVE =
      key(
          Kind.INTEGER,
          "guard_leave_percent",
          Integer.toString(TierTable.DEFAULT.guard().leavePercent()),
          "from it on the radio works again");
  static final Key ALARM =
      key(
          Kind.TEXT,
          "alarm",
          "none",
          "clock that wakes a board from its nap: none, gauge, emulated");

  /** The names of the settings of each tier. */
  static final String SAMPLE_FACTOR = "sample_factor";

  static final String CONTACT = "contact_s";
  static final String RADIO = "radio";
  static final String SCREENS = "screens";
  static final String AUTOMATIC = "automatic_s";
  static final String ACTIONS = "actions_per_hour";
  static final String LOCAL_API = "local_api";
  static final String WORKLOADS = "workloads";
  static final String ENTER = "enter_percent";
  static final String LEAVE = "leave_percent";

  private TierKeys() {}

  static List<Key> all() {
    List<Key> keys = new ArrayList<>(List.of(DWELL, GUARD, GUARD_LEAVE, ALARM));
    TierTable table = TierTable.DEFAULT;
    table
        .power()
        .forEach(
            (tier, rules) -> {
              if (table.limits().containsKey(tier)) {
                TierTable.Band band = table.limit(tier);
                keys.add(number(name(tier), ENTER, band.enterPercent(), "begins at or below it"));
                keys.add(number(name(tier), LEAVE, band.leavePercent(), "ends at or above it"));
              }
              rules(keys, name(tier), rules);
            });
    table.uplink().forEach((tier, rules) -> rules(keys, name(tier), rules));
    return keys;
  }

  private static void rules(List<Key> keys, String tier, TierRules rules) {
    keys.add(number(tier, SAMPLE_FACTOR, rules.sampleFactor(), "times the desired interval"));
    keys.add(
        number(
            tier,
            CONTACT,
            rules.contactAtLeastMs() / 1_000,
            "seconds of silence at least allowed"));
    keys.add(text(tier, RADIO, rules.radio().word(), "on, duty or off"));
    keys.add(text(tier, SCREENS, screens(rules), "that may be shown, or all"));
    keys.add(
        number(
            tier,
            AUTOMATIC,
            rules.refreshes().automaticEveryMs() / 1_000,
            "seconds between changes nobody asked for"));
    keys.add(
        number(tier, ACTIONS, rules.refreshes().actionsPerHour(), "changes people may ask for"));
    keys.add(text(tier, LOCAL_API, rules.localApi().word(), "on, read-only or off"));
    keys.add(text(tier, WORKLOADS, rules.workloads().word(), "run or stop"));
  }

  private static String screens(TierRules rules) {
    return rules.screens().isEmpty() ? ALL_SCREENS : String.join(", ", rules.screens());
  }

  /** The section of a tier in the file. */
  static String name(PowerTier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /** The section of a tier in the file. */
  static String name(UplinkTier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private static String seconds(long ms) {
    return Long.toString(ms / 1_000);
  }

  private static Key number(String tier, String leaf, long otherwise, String about) {
    return key(Kind.INTEGER, tier + "." + leaf, Long.toString(otherwise), about);
  }

  private static Key text(String tier, String leaf, String otherwise, String about) {
    return key(Kind.TEXT, tier + "." + leaf, otherwise, about);
  }

  private static Key key(Kind kind, String path, String otherwise, String about) {
    String whole = SECTION + "." + path;
    String variable = "BAEDGE_BADGE_" + whole.toUpperCase(Locale.ROOT).replace('.', '_');
    return new Key(whole, kind, otherwise, about, List.of(variable));
  }
}
