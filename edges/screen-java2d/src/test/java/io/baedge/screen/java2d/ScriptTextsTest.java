package io.baedge.screen.java2d;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Area;
import io.baedge.screen.Frame;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import io.baedge.screen.library.ScreenRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTextsTest {
  private static final int ROUNDS = 60;

  /** Letters of scripts that are drawn, each line a script; joiners and marks are in them. */
  private static final List<String> SCRIPTS =
      List.of(
          "محمدعبدالرحمنگچپیئؤًّ،؟٣",
          "דודלוישלוםָּ׳",
          "प्रियाशर्माक्षत्रियँ।",
          "শ্রাবন্তীক্ষ",
          "ਸਿੰਘੁ",
          "ક્ષિતિજ",
          "ଜଗନ୍ନାଥ",
          "ஸ்ரீனிவாசன்",
          "లక్ష్మి",
          "ಲಕ್ಷ್ಮೀ",
          "ലക്ഷ്മി",
          "ශ්‍රී",
          "สมชายน้ำใจเ",
          "ສົມພອນ",
          "ស្រីមុំ",
          "အောင်ဆန်း",
          "გიორგი",
          "Արամ",
          "አበበ",
          "山田太郎邊龙、。「」ー",
          "さくらヴァン",
          "김민준뷁",
          "Nguyễn Ẹ́yịọ́lá ",
          "Ελένη Юлія (Ada) 12.5% ",
          "😀👩🏽‍💻🇩🇪👍🏿❤️1️⃣👨‍👩‍👧‍👦",
          "\u200D\u200C\u200E\u200F\u202E\u0007\n\t ");

  private static final String WITHOUT_GLYPH = "𐌰\uD800\uDC00𓀀";

  private static final Layout ONE_TEXT = layout("left");

  private static Layout layout(String side) {
    String align = side.equals("left") ? "start" : "center";
    return switch (LayoutReader.read(
        """
        screen: one-text
        about: One text with room around it.
        layout:
          text: "{text}"
          size: 12..72
          lines: 20
          grow: 1
          align: %s
          weight: bold
          padding: [12, 12, 12, 12]
        """
            .formatted(align))) {
      case ReadLayout.Ok(Layout layout) -> layout;
      case ReadLayout.Refused refused -> throw new AssertionError(refused.sentences());
    };
  }

  private static ScreenRenderer renderer() {
    return new ScreenRenderer(
        ComposeOptions.DEFAULT.with(
            new ScriptGlyphs(
                problem -> {
                  throw new AssertionError(problem);
                })));
  }

  private static String text(SplittableRandom random, boolean odd) {
    int length = 1 + random.nextInt(random.nextInt(3) == 0 ? 200 : 30);
    var out = new StringBuilder();
    int[] letters = {};
    while (out.length() < length) {
      if (letters.length == 0 || random.nextInt(6) == 0) {
        letters = SCRIPTS.get(random.nextInt(SCRIPTS.size())).codePoints().toArray();
      }
      out.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    if (odd) {
      int[] without = WITHOUT_GLYPH.codePoints().toArray();
      out.insert(
          out.offsetByCodePoints(0, out.codePointCount(0, out.length()) / 2),
          Character.toString(without[random.nextInt(without.length)]));
    }
    return out.toString();
  }

  private static Composition draw(ScreenRenderer renderer, PanelModel panel, String text) {
    return renderer.render(ONE_TEXT, panel, Values.of(Map.of("text", text)));
  }

  private static Area ink(Frame frame) {
    int left = frame.width();
    int right = 0;
    int top = frame.height();
    int bottom = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        if (frame.pixel(x, y) != 0) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return right <= left ? new Area(0, 0, 0, 0) : new Area(left, top, right - left, bottom - top);
  }

  @Test
  void texts_of_all_scripts_stay_in_their_place_and_are_the_same_twice() {
    List<PanelModel> panels =
        List.of(
            PanelModel.find("2in13_V4").orElseThrow(),
            PanelModel.find("2in9b_V4").orElseThrow(),
            PanelModel.find("2in7_V2").orElseThrow());
    ScreenRenderer one = renderer();
    ScreenRenderer other = renderer();
    for (long seed = 1; seed <= ROUNDS; seed++) {
      var random = new SplittableRandom(seed);
      boolean odd = random.nextInt(4) == 0;
      String text = text(random, odd);
      PanelModel panel = panels.get(random.nextInt(panels.size()));
      Composition made = draw(one, panel, text);
      String what = "seed " + seed + " " + panel.name() + " “" + text + "” " + made.report();
      Area ink = ink(made.frame());
      if (!made.report().texts().isEmpty()) {
        Area place = made.report().texts().getFirst().area();
        assertThat(ink.isEmpty() || place.contains(ink)).as(what + " ink " + ink).isTrue();
        assertThat(new Area(12, 12, made.frame().width() - 24, made.frame().height() - 24))
            .as(what)
            .matches(room -> room.contains(place));
      }
      assertThat(draw(other, panel, text).frame().hash()).as(what).isEqualTo(made.frame().hash());
      assertThat(made.report().fallbacks().isEmpty()).as(what).isEqualTo(!odd);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"م", "山", "क", "😀", "김", "ส", "ש"})
  void names_of_one_character_are_drawn_as_large_as_the_panel_allows(String name) {
    Composition made = draw(renderer(), PanelModel.find("2in13_V4").orElseThrow(), name);
    assertThat(made.report().nothingCut()).isTrue();
    assertThat(made.report().texts().getFirst().sizePx()).isGreaterThanOrEqualTo(56);
  }

  @ParameterizedTest
  @ValueSource(strings = {"محمدعبدالرحمن", "प्रियाशर्मा", "สมชายน้ำใจ", "ស្រីមុំ", "דודלוי"})
  void names_of_200_characters_without_a_space_are_broken_and_whole(String piece) {
    String name = piece.repeat(200 / piece.length());
    Composition made = draw(renderer(), PanelModel.find("2in7_V2").orElseThrow(), name);
    assertThat(made.report().nothingCut()).as(made.report().toString()).isTrue();
    assertThat(made.report().texts().getFirst().lines()).isGreaterThan(1);
  }

  @Test
  void texts_that_begin_at_the_right_stand_there_and_their_dots_at_the_left() {
    PanelModel panel = PanelModel.find("2in13_V4").orElseThrow();
    int middle = 250 / 2;
    Area latin = ink(draw(renderer(), panel, "abc def ".repeat(2)).frame());
    Area hebrew = ink(draw(renderer(), panel, "א").frame());
    assertThat(latin.x()).isLessThan(middle);
    assertThat(hebrew.x()).isGreaterThan(middle);
    Composition cut = draw(renderer(), panel, "דוד לוי שלום ".repeat(60).strip());
    assertThat(cut.report().nothingCut()).isFalse();
    // In the last line the ink that is farthest to the left is dots: it lies on the baseline.
    Area place = cut.report().texts().getFirst().area();
    List<Integer> columns = new ArrayList<>();
    for (int x = place.x(); x < place.x() + 10; x++) {
      for (int y = place.bottom() - 12; y < place.bottom() - 5; y++) {
        if (cut.frame().pixel(x, y) != 0) {
          columns.add(x);
        }
      }
    }
    assertThat(columns).isEmpty();
  }

  @Test
  void brackets_and_numbers_in_hebrew_stand_as_they_are_read() {
    ScreenRenderer renderer = renderer();
    PanelModel panel = PanelModel.find("2in13_V4").orElseThrow();
    String fromRight = draw(renderer, panel, "א(12)").frame().hash();
    // Forced from the left to the right, the same picture is: bracket, number, bracket, alef.
    String fromLeft = draw(renderer, panel, "\u202D(12)א\u202C").frame().hash();
    String mirrored = draw(renderer, panel, "\u202D)12(א\u202C").frame().hash();
    assertThat(fromLeft).isNotEqualTo(mirrored);
    assertThat(ink(draw(renderer, panel, "א(12)").frame()).width())
        .isEqualTo(ink(draw(renderer, panel, "\u202D(12)א\u202C").frame()).width());
    assertThat(fromRight).isNotEqualTo(mirrored);
  }
}
