package io.baedge.screen.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.baedge.screen.Bitmap;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShaperTest {
  private static final Charset CHARSET = BakedFonts.shared().charset();
  private static final Shaper SHAPER = new Shaper(CHARSET, GlyphSource.NONE);

  /// What a text looks like: its letters, and `[…]` for boxes.
  private static String drawn(String text) {
    List<Integer> codePoints = CHARSET.codePoints();
    Shaped shaped = SHAPER.shape(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < shaped.length(); i++) {
      int atom = shaped.atom(i);
      if (atom == Shaped.NEW_LINE) {
        out.append('\n');
      } else if (Shaped.isCluster(atom)) {
        out.append('[').append(shaped.cluster(atom)).append(']');
      } else {
        out.appendCodePoint(codePoints.get(atom));
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë Łukasz Ντίνα Žižek Юлія, Zoë Łukasz Ντίνα Žižek Юлія",
    "דוד לוי, Dvd Lvy",
    "محمد, Mhmd",
    "გიორგი, Giorgi",
    "Արամ, Aram",
    "さくら きょうこ, Sakura Kyouko",
    "シャーロット, Sharotto",
    "김민준, Gimminjun",
    "राम शर्मा, Ram Sharma",
    "Ａｄａ ﬁne, Ada fine",
    "山田 太郎, [山][田] [太][郎]",
    "Ada 😀, Ada [😀]",
    "สมชาย, [ส][ม][ช][า][ย]"
  })
  void other_scripts_become_letters_or_boxes(String text, String expected) {
    assertThat(drawn(text)).isEqualTo(expected);
  }

  @Test
  void what_stands_in_is_told_once_a_character() {
    assertThat(SHAPER.shape("山山ש").fallbacks())
        .containsExactly(
            "山 (U+5C71) drawn as a box with its code point", "ש (U+05E9) drawn as “sh”");
    assertThat(SHAPER.shape("Ada").fallbacks()).isEmpty();
  }

  @Test
  void invisible_and_control_characters_are_dropped_and_lines_kept() {
    assertThat(drawn("A\u200Bd\u200Ea\u0007\uFEFF\nB\tC\u2003D")).isEqualTo("Ada\nB C D");
  }

  @Test
  void accents_that_come_apart_are_put_together() {
    assertThat(drawn("Zoe\u0308")).isEqualTo("Zoë");
  }

  @Test
  void a_source_of_more_glyphs_is_asked_for_whole_words_first() {
    Glyph glyph = new Glyph(Bitmap.ofRows(List.of("#")), 0, 1, 2);
    GlyphSource source =
        (cluster, _, _) -> cluster.equals("محمد") ? Optional.of(glyph) : Optional.empty();
    Shaped shaped = new Shaper(CHARSET, source).shape("محمد Ali");
    assertThat(shaped.cluster(shaped.atom(0))).isEqualTo("محمد");
    assertThat(shaped.length()).isEqualTo(5);
    assertThat(shaped.fallbacks()).isEmpty();
  }

  @Test
  void no_character_at_all_is_blank_or_a_question_mark() {
    int question = CHARSET.indexOf('?');
    for (int c = 0x21; c < 0x20000; c++) {
      int type = Character.getType(c);
      if (type == Character.UNASSIGNED
          || type == Character.SURROGATE
          || type == Character.PRIVATE_USE) {
        continue;
      }
      Shaped shaped = SHAPER.shape("a" + Character.toString(c) + "a");
      for (int i = 1; i < shaped.length() - 1; i++) {
        if (shaped.atom(i) == question && !isQuestion(c)) {
          fail("U+" + Integer.toHexString(c) + " is shown as a question mark");
        }
      }
      if (Character.isLetterOrDigit(c) && shaped.length() < 3 && shaped.fallbacks().isEmpty()) {
        fail("U+" + Integer.toHexString(c) + " is blank");
      }
    }
  }

  /// Whether a character's plain form contains a question mark.
  private static boolean isQuestion(int c) {
    return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).contains("?");
  }

  @Test
  void a_box_holds_the_code_point_and_grows_with_the_letters() {
    Glyph small = BoxGlyphs.glyph("山", 10);
    Glyph large = BoxGlyphs.glyph("山", 46);
    assertThat(small.bitmap().width()).isEqualTo(11);
    assertThat(small.bitmap().height()).isEqualTo(15);
    assertThat(large.bitmap().height()).isEqualTo(45);
    assertThat(BoxGlyphs.glyph("😀", 10).bitmap().width()).isEqualTo(15);
    assertThat(BoxGlyphs.name(0x1F600)).isEqualTo("U+01F600");
  }
}
