package io.baedge.screen.glyph;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.screen.Bitmap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts are cut into clusters and ordered where a source draws everything. */
class ShapedScriptsTest {
  private static final Charset CHARSET = BakedFonts.shared().charset();
  private static final Glyph DOT = new Glyph(Bitmap.ofRows(List.of("#")), 0, 1, 2);
  private static final Shaper SHAPER =
      new Shaper(CHARSET, (cluster, weight, size) -> Optional.of(DOT));

  /** Joiners made visible. */
  private static String seen(String text) {
    return text.replace('\u200D', '~');
  }

  private static String atom(Shaped shaped, int at) {
    int atom = shaped.atom(at);
    return Shaped.isCluster(atom)
        ? "[" + seen(shaped.cluster(atom)) + "]" + (shaped.lineMayEndAfter(atom) ? "|" : "")
        : Character.toString(CHARSET.codePoints().get(atom));
  }

  private static String read(Shaped shaped) {
    var out = new StringBuilder();
    for (int at = 0; at < shaped.length(); at++) {
      out.append(atom(shaped, at));
    }
    return out.toString();
  }

  private static List<String> fromTheLeft(String text) {
    Shaped shaped = SHAPER.shape(text);
    List<String> out = new ArrayList<>();
    for (int at : shaped.visual(0, shaped.length())) {
      out.add(atom(shaped, at));
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({
    "محمد علي, [محمد] [علي]",
    "प्रिया शर्मा, [प्रिया] [शर्मा]",
    "မောင်း, [မောင်း]",
    "山田太郎, [山]|[田]|[太]|[郎]|",
    "「山」、田, [「][山][」][、]|[田]|",
    "シャーロット・ブロンテ, [シャーロット][・]|[ブロンテ]",
    "김민준, [김민준]",
    "ABẹ́c, AB[ẹ́]c",
    "สวัสดีชาวโลก, [สวัสดี]|[ชาว]|[โลก]",
    "Ada 👩🏽‍💻🇩🇪, Ada [👩🏽~💻]|[🇩🇪]|",
    "1️⃣ a, [1️⃣] a"
  })
  void texts_are_cut_where_they_may_be(String text, String expected) {
    assertThat(read(SHAPER.shape(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "محمد, [م~][~ح~][~م~][~د]",
    "دار, [د][ا][ر]",
    "بلال, [ب~][~لا][ل]",
    "क्षत्रिय, [क्ष][त्रि][य]",
    "ស្រីមុំ, [ស្រី][មុំ]",
    "เมืองน้ำ, [เมื][อ][ง]|[น้ำ]",
    "မောင်း, [မော][င်း]",
    "김민, [김][민]"
  })
  void words_that_are_too_long_are_broken_into_syllables(String text, String expected) {
    assertThat(read(SHAPER.shape(text).inSyllables())).isEqualTo(expected);
  }

  @Test
  void a_text_without_such_words_is_its_own_syllables() {
    Shaped shaped = SHAPER.shape("Ada 山");
    assertThat(shaped.inSyllables()).isSameAs(shaped);
  }

  @Test
  void what_is_read_from_the_right_is_turned_with_its_brackets_and_without_its_numbers() {
    assertThat(fromTheLeft("שלום (12) דוד"))
        .containsExactly("[דוד]", " ", "(", "1", "2", ")", " ", "[שלום]");
    assertThat(fromTheLeft("Ada שלום דוד (x)"))
        .containsExactly("A", "d", "a", " ", "[דוד]", " ", "[שלום]", " ", "(", "x", ")");
    assertThat(fromTheLeft("محمد٣٤")).containsExactly("[٣]", "[٤]", "[محمد]");
    assertThat(fromTheLeft("שלום דוד!")).startsWith("!");
  }

  @Test
  void a_paragraph_begins_where_its_first_letter_says() {
    Shaped shaped = SHAPER.shape("Ada\nשלום\n12");
    assertThat(shaped.beginsRight(0)).isFalse();
    assertThat(shaped.beginsRight(4)).isTrue();
    assertThat(shaped.beginsRight(6)).isFalse();
    assertThat(SHAPER.shape("Ada").runsBothWays()).isFalse();
    assertThat(SHAPER.shape("\u200Fשלום").beginsRight(0)).isTrue();
  }

  @Test
  void hebrew_without_a_source_is_latin_and_read_from_the_left() {
    Shaped shaped = new Shaper(CHARSET, GlyphSource.NONE).shape("דוד לוי");
    assertThat(shaped.runsBothWays()).isFalse();
  }
}
