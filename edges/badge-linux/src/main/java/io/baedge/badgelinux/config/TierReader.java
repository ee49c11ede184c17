package io.baedge.badgelinux.config;

import io.baedge.badge.tier.TierSettings;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.TierTable;
import io.baedge.model.tier.UplinkTier;
import io.baedge.screen.library.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the tier table: what is not said is as in the default table. */
final class TierReader {
  private static final int TEXT_CHARS = 512;
  private static final int DAY_S = 86_400;
  private static final int HOUR_S = 3_600;
  private static final int MOST_SCREENS = 64;
  private static final Pattern SCREEN = Pattern.compile("[a-z0-9-]{1,32}");
  private static final int MOST_FACTOR = 1_000;

  private TierReader() {}

  static TierSettings read(DocReader root) {
    DocReader doc = root.object(TierKeys.SECTION);
    TierTable table = TierTable.DEFAULT;
    boolean own = root.object("screens").raw("folder").isPresent();
    var limits = new TreeMap<PowerTier, TierTable.Band>();
    var power = new TreeMap<PowerTier, TierRules>();
    table
        .power()
        .forEach(
            (tier, rules) -> {
              DocReader section = doc.object(TierKeys.name(tier));
              if (table.limits().containsKey(tier)) {
                limits.put(tier, band(section, TierKeys.ENTER, TierKeys.LEAVE, table.limit(tier)));
              }
              power.put(tier, rules(section, rules, own));
            });
    var uplink = new TreeMap<UplinkTier, TierRules>();
    table
        .uplink()
        .forEach(
            (tier, rules) -> uplink.put(tier, rules(doc.object(TierKeys.name(tier)), rules, own)));
    TierTable.Band guard =
        band(doc, TierKeys.GUARD.leaf(), TierKeys.GUARD_LEAVE.leaf(), table.guard());
    long dwellMs = 1_000 * doc.integer(TierKeys.DWELL.leaf(), 0, HOUR_S, table.dwellMs() / 1_000);
    boolean naps = alarm(doc) != Alarm.NONE;
    doc.rejectUnknown();
    try {
      return new TierSettings(new TierTable(limits, power, uplink, guard, dwellMs), naps);
    } catch (IllegalArgumentException e) {
      root.problem(TierKeys.SECTION, "do not fit together: " + e.getMessage());
      return TierSettings.DEFAULT;
    }
  }

  /** The clock that wakes the board. */
  enum Alarm {
    NONE,
    GAUGE,
    EMULATED
  }

  /** Which one. */
  static Alarm alarm(DocReader doc) {
    return word(doc, TierKeys.ALARM.leaf(), Alarm.NONE);
  }

  private static TierTable.Band band(
      DocReader doc, String enter, String leave, TierTable.Band otherwise) {
    int enters = (int) doc.integer(enter, 0, 99, otherwise.enterPercent());
    int leaves = (int) doc.integer(leave, 1, 100, otherwise.leavePercent());
    if (leaves <= enters) {
      doc.problem(leave, "is " + leaves + "; it must be above " + enter + ", which is " + enters);
      return otherwise;
    }
    return new TierTable.Band(enters, leaves);
  }

  /**
   * The rules of a tier.
   *
   * @param own whether there is a folder of own screens, which may have any name
   */
  private static TierRules rules(DocReader doc, TierRules otherwise, boolean own) {
    var rules =
        new TierRules(
            (int) doc.integer(TierKeys.SAMPLE_FACTOR, 1, MOST_FACTOR, otherwise.sampleFactor()),
            1_000 * doc.integer(TierKeys.CONTACT, 0, DAY_S, otherwise.contactAtLeastMs() / 1_000),
            word(doc, TierKeys.RADIO, otherwise.radio()),
            screens(doc, otherwise.screens(), own),
            refreshes(doc, otherwise.refreshes()),
            word(doc, TierKeys.LOCAL_API, otherwise.localApi()),
            word(doc, TierKeys.WORKLOADS, otherwise.workloads()));
    doc.rejectUnknown();
    return rules;
  }

  private static TierRules.Refreshes refreshes(DocReader doc, TierRules.Refreshes otherwise) {
    return new TierRules.Refreshes(
        1_000 * doc.integer(TierKeys.AUTOMATIC, 0, DAY_S, otherwise.automaticEveryMs() / 1_000),
        (int)
            doc.integer(
                TierKeys.ACTIONS,
                1,
                TierRules.Refreshes.MOST_PER_HOUR,
                otherwise.actionsPerHour()));
  }

  private static List<String> screens(DocReader doc, List<String> otherwise, boolean own) {
    if (!doc.has(TierKeys.SCREENS)) {
      return otherwise;
    }
    List<String> given = new ArrayList<>();
    if (doc.raw(TierKeys.SCREENS).orElse(Doc.Null.NULL) instanceof Doc.Items) {
      given.addAll(doc.texts(TierKeys.SCREENS, MOST_SCREENS, TEXT_CHARS));
    } else {
      for (String part : doc.text(TierKeys.SCREENS, TEXT_CHARS, "").split(",", -1)) {
        given.add(part.strip());
      }
    }
    if (given.equals(List.of(TierKeys.ALL_SCREENS))) {
      return List.of();
    }
    for (String name : given) {
      if (own && !SCREEN.matcher(name).matches()) {
        doc.problem(
            TierKeys.SCREENS,
            "has '" + name + "'; a screen is 1 to 32 small letters, digits and hyphens");
        return otherwise;
      }
      if (!own && !Screens.NAMES.contains(name)) {
        doc.problem(
            TierKeys.SCREENS,
            "has '"
                + name
                + "'; "
                + Suggestion.oneOf(name, Screens.NAMES)
                + " An own screen needs screens.folder");
        return otherwise;
      }
    }
    return given;
  }

  /** One of the words of an enum, written as the tiers' enums write theirs. */
  private static <E extends Enum<E>> E word(DocReader doc, String leaf, E otherwise) {
    if (!doc.has(leaf)) {
      return otherwise;
    }
    // YAML reads a plain on and off as truth values.
    String given =
        doc.raw(leaf).orElse(Doc.Null.NULL) instanceof Doc.Bool(boolean on)
            ? (on ? "on" : "off")
            : doc.text(leaf, TEXT_CHARS, "");
    List<String> words = new ArrayList<>();
    for (E candidate : otherwise.getDeclaringClass().getEnumConstants()) {
      String word = candidate.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(given)) {
        return candidate;
      }
      words.add(word);
    }
    doc.problem(leaf, "is '" + given + "'; use " + String.join(", ", words));
    return otherwise;
  }
}
