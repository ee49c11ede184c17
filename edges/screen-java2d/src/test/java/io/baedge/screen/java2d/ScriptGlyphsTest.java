package io.baedge.screen.java2d;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.screen.Bitmap;
import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.Weight;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptGlyphsTest {
  private static final ScriptGlyphs GLYPHS =
      new ScriptGlyphs(
          problem -> {
            throw new AssertionError(problem);
          });

  private static Glyph glyph(String cluster) {
    return GLYPHS.glyph(cluster, Weight.BOLD, 32).orElseThrow();
  }

  private static int ink(Bitmap bitmap) {
    int ink = 0;
    for (int y = 0; y < bitmap.height(); y++) {
      for (int x = 0; x < bitmap.width(); x++) {
        ink += bitmap.isSet(x, y) ? 1 : 0;
      }
    }
    return ink;
  }

  private static boolean endsWith(Bitmap whole, Bitmap part) {
    int shift = whole.width() - part.width();
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        if (part.isSet(x, y) != whole.isSet(x + shift, y)) {
          return false;
        }
      }
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({
    "Arabic, محمد",
    "Persian, گوگوش",
    "Hebrew, שָׁלוֹם",
    "Thaana, މުޙައްމަދު",
    "Devanagari, श्रीमती",
    "Bengali, শ্রাবন্তী",
    "Gurmukhi, ਸਿੰਘ",
    "Gujarati, ક્ષિતિજ",
    "Oriya, ଜଗନ୍ନାଥ",
    "Tamil, ஸ்ரீனிவாசன்",
    "Telugu, లక్ష్మి",
    "Kannada, ಲಕ್ಷ್ಮೀ",
    "Malayalam, ലക്ഷ്മി",
    "Sinhala, ශ්‍රී",
    "Thai, น้ำใจ",
    "Lao, ສົມພອນ",
    "Khmer, ស្រីមុំ",
    "Myanmar, အောင်ဆန်း",
    "Georgian, გიორგი",
    "Armenian, Արամ",
    "Ethiopic, አበበ",
    "Han, 邊",
    "Hiragana, さ",
    "Katakana, ヴ",
    "Hangul, 뷁",
    "Yoruba, ẹ́",
    "Cherokee, ᏣᎳᎩ",
    "Canadian, ᐃᓄᒃᑎᑐᑦ",
    "emoji, 😀",
    "a flag, 🇩🇪",
    "a family, 👨‍👩‍👧‍👦",
    "a skin tone, 👩🏽‍💻",
    "a key, 1️⃣",
    "a heart, ❤️"
  })
  void every_script_has_ink_in_both_weights(String script, String cluster) {
    assertThat(GLYPHS.draws(cluster)).as(script).isTrue();
    for (Weight weight : Weight.values()) {
      for (int size : new int[] {12, 13, 18, 48, 72}) {
        Glyph glyph = GLYPHS.glyph(cluster, weight, size).orElseThrow();
        assertThat(ink(glyph.bitmap())).as(script).isGreaterThan(size);
        assertThat(glyph.advance()).as(script).isPositive();
      }
    }
  }

  @Test
  void arabic_letters_take_the_form_their_place_asks_for() {
    assertThat(glyph("بب").advance()).isLessThan(2 * glyph("ب").advance());
    String joiner = "\u200D";
    List<Bitmap> forms =
        List.of(
            glyph("ه").bitmap(),
            glyph("ه" + joiner).bitmap(),
            glyph(joiner + "ه").bitmap(),
            glyph(joiner + "ه" + joiner).bitmap());
    assertThat(forms).doesNotHaveDuplicates();
    assertThat(glyph("لا").advance()).isLessThan(glyph("ل").advance() + glyph("ا").advance());
  }

  @Test
  void consonants_melt_together_and_vowels_go_before_them() {
    assertThat(glyph("क्ष").advance()).isLessThan(glyph("क्").advance() + glyph("ष").advance());
    // The sign for i stands before its consonant, so the word ends with the consonant.
    assertThat(
            endsWith(glyph("कि").bitmap(), glyph("क").bitmap())
                || glyph("कि").advance() > glyph("क").advance())
        .isTrue();
    assertThat(glyph("कि").bitmap()).isNotEqualTo(glyph("की").bitmap());
  }

  @Test
  void hebrew_is_read_from_the_right() {
    Bitmap word = glyph("אב").bitmap();
    assertThat(endsWith(word, glyph("א").bitmap())).isTrue();
    assertThat(endsWith(word, glyph("ב").bitmap())).isFalse();
  }

  @Test
  void people_joined_by_joiners_are_one_picture() {
    int one = glyph("👨").advance();
    assertThat(glyph("👨‍👩‍👧‍👦").advance()).isLessThan(2 * one);
    assertThat(glyph("👩🏽‍💻").advance()).isLessThan(2 * one);
    assertThat(glyph("🇩🇪").advance()).isLessThan(2 * one);
    assertThat(glyph("👍🏿").advance()).isLessThan(2 * one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB2312", "EUC-JP"})
  void all_characters_of_the_east_asian_standards_are_there(String name) {
    Charset charset = Charset.forName(name);
    List<String> missing = new ArrayList<>();
    for (int high = 0xB0; high <= 0xF7; high++) {
      for (int low = 0xA1; low <= 0xFE; low++) {
        String text = new String(new byte[] {(byte) high, (byte) low}, charset);
        if (text.codePointCount(0, text.length()) == 1
            && Character.isIdeographic(text.codePointAt(0))
            && !GLYPHS.draws(text)) {
          missing.add(text);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void all_hangul_syllables_are_there() {
    for (int c = 0xAC00; c <= 0xD7A3; c++) {
      assertThat(GLYPHS.draws(Character.toString(c))).as(Integer.toHexString(c)).isTrue();
    }
  }

  @Test
  void what_no_font_has_is_not_drawn_and_lone_surrogates_do_no_harm() {
    for (String odd : List.of("\uD800", "\uDC00", "\u0000", "𐌰", "\uFFFF", "")) {
      assertThat(GLYPHS.draws(odd)).isFalse();
    }
  }

  @Test
  void memory_is_bounded_and_what_was_forgotten_is_drawn_the_same_again() {
    var glyphs = new ScriptGlyphs(problem -> {});
    Glyph before = glyphs.glyph("뷁", Weight.BOLD, 48).orElseThrow();
    for (int c = 0xAC00; c < 0xAC00 + 2_500; c++) {
      glyphs.glyph(Character.toString(c), Weight.BOLD, 48);
    }
    assertThat(glyphs.counts().drawn()).isEqualTo(2_501);
    assertThat(glyphs.counts().dropped()).isPositive();
    assertThat(glyphs.counts().kept()).isLessThan(2_500);
    assertThat(glyphs.glyph("뷁", Weight.BOLD, 48)).contains(before);
    assertThat(glyphs.counts().drawn()).isEqualTo(2_502);
    glyphs.glyph("뷁", Weight.BOLD, 48);
    assertThat(glyphs.counts().found()).isEqualTo(1);
  }

  @Test
  void a_machine_without_java2d_is_told_once_and_not_asked_again() {
    for (Throwable missing :
        List.of(
            new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file"),
            new NoClassDefFoundError("java/awt/Font"),
            new InternalError("Fontconfig head is null"),
            new java.io.IOException("No space left on device"))) {
      var starts = new AtomicInteger();
      List<String> log = new ArrayList<>();
      var glyphs =
          new ScriptGlyphs(
              () -> {
                starts.incrementAndGet();
                sneak(missing);
                throw new IllegalStateException("not reached");
              },
              log::add);
      assertThat(glyphs.draws("محمد")).isFalse();
      assertThat(glyphs.glyph("山", Weight.BOLD, 16)).isEmpty();
      assertThat(glyphs.draws("山")).isFalse();
      assertThat(starts).hasValue(1);
      assertThat(log).hasSize(1);
      assertThat(log.getFirst()).contains(missing.getMessage());
      assertThat(glyphs.counts().failed()).isTrue();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void an_engine_that_breaks_later_ends_in_stand_ins_too() {
    List<String> log = new ArrayList<>();
    var engine =
        new GlyphEngine() {
          @Override
          public boolean has(Face face, String cluster) {
            return true;
          }

          @Override
          public Glyph draw(Face face, String cluster, Weight weight, int sizePx) {
            throw new UnsatisfiedLinkError("libfontmanager.so");
          }

          @Override
          public int fonts() {
            return 1;
          }
        };
    var glyphs = new ScriptGlyphs(() -> engine, log::add);
    assertThat(glyphs.draws("山")).isTrue();
    assertThat(glyphs.glyph("山", Weight.BOLD, 16)).isEmpty();
    assertThat(glyphs.draws("山")).isFalse();
    assertThat(log).hasSize(1);
  }
}
