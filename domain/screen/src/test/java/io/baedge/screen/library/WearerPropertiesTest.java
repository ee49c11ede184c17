package io.baedge.screen.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Area;
import io.baedge.screen.Frame;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport.QrNote;
import io.baedge.screen.compose.FrameReport.TextNote;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.qr.QrSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What must hold for whoever wears a badge, on every panel, whatever they wrote.
class WearerPropertiesTest {
  private static final int ROUNDS = 60;

  private static final String[] ALPHABETS = {
    "abcdefghijklmnopqrstuvwxyzäöüßéèñçøåłžčşğ",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉÑÇØÅŁŽČ",
    "ẠẢẤẦẨẪẬẮẰẲếềểễệỚờởỡợ",
    "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяЖШЩЮ",
    "WM@%",
    "iljt.'|",
    "אבגדהוזחט",
    "山田太郎",
    "محمدعلي",
    "김이박최정",
    "0123456789-/"
  };

  /// One panel of each size, and one of each kind of inks.
  private static final List<PanelModel> PANELS =
      Stream.of("2in13d", "2in13_V4", "2in13g", "2in7b", "2in9_V2")
          .map(name -> PanelModel.find(name).orElseThrow())
          .toList();

  private static final List<Case> CASES = cases();

  private record Case(Composition made, Values values, String what) {}

  private static String text(SplittableRandom random, int maxLength, boolean words) {
    int length = 1 + random.nextInt(maxLength);
    StringBuilder out = new StringBuilder();
    String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
    int[] letters = alphabet.codePoints().toArray();
    while (out.codePointCount(0, out.length()) < length) {
      if (words && random.nextInt(9) == 0 && !out.isEmpty()) {
        out.append(random.nextInt(6) == 0 ? '-' : ' ');
      } else {
        out.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
    }
    return out.toString().strip();
  }

  private static Values wearer(SplittableRandom random) {
    Map<String, String> values = new TreeMap<>();
    values.put("wearer.name", text(random, 60, random.nextInt(4) > 0));
    maybe(random, values, "wearer.title", 80);
    maybe(random, values, "wearer.company", 60);
    maybe(random, values, "wearer.social", 30);
    maybe(random, values, "wearer.role", 20);
    maybe(random, values, "conference.name", 40);
    if (random.nextInt(4) > 0) {
      values.put(
          "wearer.link",
          "https://example.org/" + "x".repeat(random.nextInt(random.nextInt(5) == 0 ? 300 : 60)));
    }
    return Values.of(values);
  }

  private static void maybe(
      SplittableRandom random, Map<String, String> values, String key, int maxLength) {
    if (random.nextInt(3) > 0) {
      values.put(key, text(random, maxLength, true));
    }
  }

  private interface Check {
    void of(Composition made, Values values, String what);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Values values = wearer(new SplittableRandom(seed));
      for (Orientation orientation : Orientation.values()) {
        ScreenRenderer renderer = new ScreenRenderer(ComposeOptions.DEFAULT.with(orientation));
        for (PanelModel panel : PANELS) {
          Composition made = renderer.render("wearer", panel, values).orElseThrow();
          String what = "seed " + seed + " " + panel.name() + " " + orientation + " " + values;
          cases.add(new Case(made, values, what + " " + made.report()));
        }
      }
    }
    return cases;
  }

  private static void everywhere(Check check) {
    CASES.forEach(one -> check.of(one.made(), one.values(), one.what()));
  }

  @Test
  void names_of_up_to_60_characters_are_never_cut_and_at_least_12_pixels() {
    everywhere(
        (made, values, what) -> {
          String name = values.get("wearer.name").orElseThrow();
          assertThat(made.report().texts()).as(what).anyMatch(note -> note.text().equals(name));
          for (TextNote note : made.report().texts()) {
            if (note.text().equals(name)) {
              assertThat(note.cut()).as(what).isFalse();
              assertThat(note.sizePx()).as(what).isGreaterThanOrEqualTo(12);
            }
          }
        });
  }

  @Test
  void nothing_overlaps_the_code_or_another_text_and_all_is_inside_the_canvas() {
    everywhere(
        (made, _, what) -> {
          Area canvas = new Area(0, 0, made.frame().width(), made.frame().height());
          var texts = made.report().texts();
          for (int i = 0; i < texts.size(); i++) {
            Area area = texts.get(i).area();
            assertThat(canvas.contains(area)).as(what).isTrue();
            for (QrNote qr : made.report().qrCodes()) {
              assertThat(qr.area().overlaps(area)).as(what).isFalse();
            }
            for (int j = 0; j < i; j++) {
              assertThat(texts.get(j).area().overlaps(area)).as(what).isFalse();
            }
          }
        });
  }

  @Test
  void codes_have_whole_modules_of_at_least_two_pixels_and_a_white_quiet_zone() {
    everywhere(
        (made, _, what) -> {
          for (QrNote qr : made.report().qrCodes()) {
            if (qr.drawn()) {
              assertThat(qr.modulePx()).as(what).isGreaterThanOrEqualTo(2);
              assertThat(qr.area().width())
                  .as(what)
                  .isEqualTo((17 + 4 * qr.version() + 8) * qr.modulePx());
              assertThat(
                      new Area(0, 0, made.frame().width(), made.frame().height())
                          .contains(qr.area()))
                  .as(what)
                  .isTrue();
              assertQuietZone(made.frame(), qr, what);
            }
          }
        });
  }

  private static void assertQuietZone(Frame frame, QrNote qr, String what) {
    int quiet = QrSymbol.QUIET_ZONE * qr.modulePx();
    boolean white = true;
    Area inner = qr.area().inset(quiet, quiet, quiet, quiet);
    for (int y = qr.area().y(); y < qr.area().bottom(); y++) {
      for (int x = qr.area().x(); x < qr.area().right(); x++) {
        if (!inner.contains(new Area(x, y, 1, 1))) {
          white &= frame.pixel(x, y) == 0;
        }
      }
    }
    assertThat(white).as(what).isTrue();
    assertThat(frame.pixel(inner.x(), inner.y())).as(what).isEqualTo(1);
  }

  @Test
  void a_link_that_is_drawn_is_the_link_and_one_that_is_too_long_is_told() {
    everywhere(
        (made, values, what) -> {
          assertThat(made.report().qrCodes())
              .as(what)
              .hasSize(values.get("wearer.link").isPresent() ? 1 : 0);
          for (QrNote qr : made.report().qrCodes()) {
            assertThat(qr.text()).isEqualTo(values.get("wearer.link").orElseThrow());
            if (qr.text().length() <= 40
                && values.get("wearer.name").orElseThrow().length() <= 30) {
              assertThat(qr.drawn()).as(what).isTrue();
            }
          }
        });
  }

  @Test
  void whatever_is_left_out_or_cut_is_in_the_report() {
    everywhere(
        (made, values, what) ->
            values
                .asMap()
                .forEach(
                    (key, text) -> {
                      if (key.equals("wearer.social") && values.get("wearer.company").isPresent()) {
                        return;
                      }
                      if (key.startsWith("wearer.") && !key.equals("wearer.link")) {
                        String shown =
                            key.equals("wearer.role")
                                ? text.toUpperCase(java.util.Locale.ROOT)
                                : text;
                        boolean onGlass =
                            made.report().texts().stream().anyMatch(n -> n.text().equals(shown));
                        boolean told =
                            made.report().dropped().stream().anyMatch(d -> d.equals(shown));
                        assertThat(onGlass || told).as(key + ": " + what).isTrue();
                      }
                    }));
  }
}
