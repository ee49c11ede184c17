package io.baedge.badgelinux.config;

import io.baedge.badge.local.ButtonPlan;
import io.baedge.badgelinux.gauge.GaugeKind;
import io.baedge.kit.settings.Key;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is soldered and plugged to the board. */
final class BoardReader {
  private static final int WORD_CHARS = 64;
  private static final int LIST_CHARS = 512;
  private static final int MOST_BUTTONS = 8;
  private static final int LAST_LINE = 27;
  private static final String WORD = "[a-z0-9][a-z0-9-]{0,63}";

  /** The keys of the 2.7" HAT; the other HATs have none. */
  private static final List<Integer> HAT_KEYS = List.of(5, 6, 13, 19);

  private static final String WITH_KEYS = "2in7";

  /** Lines of panel and buses. */
  private static final List<Integer> TAKEN = List.of(2, 3, 8, 9, 10, 11, 17, 18, 24, 25);

  private BoardReader() {}

  static BadgeConfig.Board read(DocReader root, BadgeConfig.Glass glass) {
    DocReader buttons = root.object("buttons");
    List<Integer> keys = keys(buttons, glass);
    var plan =
        new ButtonPlan(
            actions(buttons, BadgeKeys.BUTTON_PRESS),
            actions(buttons, BadgeKeys.BUTTON_HOLD),
            actions(buttons, BadgeKeys.BUTTON_ROTATION));
    buttons.rejectUnknown();
    return new BadgeConfig.Board(gauge(root), clock(root), keys, plan);
  }

  private static GaugeKind gauge(DocReader root) {
    String text = root.text(BadgeKeys.GAUGE.leaf(), WORD_CHARS, BadgeKeys.GAUGE.otherwise());
    Optional<GaugeKind> kind = GaugeKind.find(text);
    if (kind.isEmpty()) {
      root.problem("gauge", "is '" + text + "'; " + Suggestion.oneOf(text, GaugeKind.words()));
    }
    return kind.orElse(GaugeKind.AUTO);
  }

  /** What is wrong with the word is told where the tiers are read. */
  private static boolean clock(DocReader root) {
    Doc tiers = root.raw(TierKeys.SECTION).orElse(Doc.Fields.EMPTY);
    return TierReader.alarm(DocReader.of(tiers, new Problems())) == TierReader.Alarm.GAUGE;
  }

  private static List<Integer> keys(DocReader buttons, BadgeConfig.Glass glass) {
    List<String> words = words(buttons, BadgeKeys.BUTTON_KEYS);
    if (words.equals(List.of("auto"))) {
      boolean there = !glass.emulated() && glass.model().name().startsWith(WITH_KEYS);
      return there ? HAT_KEYS : List.of();
    }
    if (words.equals(List.of("none"))) {
      return List.of();
    }
    List<Integer> keys = new ArrayList<>();
    for (String word : words) {
      int line = word.matches("[0-9]{1,2}") ? Integer.parseInt(word) : -1;
      if (line < 0 || line > LAST_LINE || TAKEN.contains(line) || keys.contains(line)) {
        buttons.problem(
            "keys",
            "has '"
                + word
                + "'; it must be auto, none, or GPIO numbers from 0 to 27, each once and none of a"
                + " panel or bus");
        return List.of();
      }
      keys.add(line);
    }
    return keys;
  }

  private static List<String> actions(DocReader buttons, Key key) {
    List<String> words = words(buttons, key);
    for (String word : words) {
      if (!word.matches(WORD)) {
        buttons.problem(
            key.leaf(),
            "has '"
                + word
                + "'; each must be the name of a screen or one of "
                + String.join(", ", ButtonPlan.WORDS));
        return List.of();
      }
    }
    return words;
  }

  /** A list, or a text with commas as it comes from flags and variables. */
  private static List<String> words(DocReader doc, Key key) {
    List<String> words = new ArrayList<>();
    Doc raw = doc.raw(key.leaf()).orElse(Doc.Null.NULL);
    if (raw instanceof Doc.Items(List<Doc> items)) {
      for (Doc item : items) {
        words.add(item instanceof Doc.Int(long number) ? Long.toString(number) : text(item));
      }
    } else if (raw instanceof Doc.Int(long number)) {
      words.add(Long.toString(number));
    } else {
      for (String part : doc.text(key.leaf(), LIST_CHARS, key.otherwise()).split(",", -1)) {
        words.add(part.strip());
      }
    }
    if (words.size() > MOST_BUTTONS) {
      doc.problem(key.leaf(), "has " + words.size() + " entries; give at most " + MOST_BUTTONS);
      return List.of();
    }
    return words;
  }

  private static String text(Doc item) {
    return item instanceof Doc.Text(String text) ? text : "";
  }
}
