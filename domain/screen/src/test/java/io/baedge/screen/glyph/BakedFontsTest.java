package io.baedge.screen.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.screen.Bitmap;
import java.util.List;
import org.junit.jupiter.api.Test;

class BakedFontsTest {
  private static final BakedFonts FONTS = BakedFonts.shared();

  @Test
  void letters_of_latin_greek_and_cyrillic_languages_are_all_there() {
    String text =
        "ABCÄÖÜßæøåñçéèêëíîïóôõúûýþðđłŁŚśŹźŻżĄąĘęČčŠšŽžŘřŮůŐőŰűĞğİıŞşȘșȚțĀāĒēĪīŌōŪūĻļŅņĶķĠġĦħŊŋƏəƠơƯư"
            + "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
            + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώϊϋΐΰς"
            + "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяЂђЃѓЄєІіЇїЈјЉљЊњЋћЌќЎўЏџҐґӘәҒғҚқҢңӨөҮүҰұҺһ"
            + "0123456789 .,:;!?¡¿-–—‘’“”„«»‹›…·•@#&%€£$()[]{}/\\|*+=<>←↑→↓↗■□▲▶▼◀●○◆★☆✓✗♥─│┌┐└┘├┤┬┴┼№™";
    assertThat(
            text.codePoints()
                .filter(c -> FONTS.charset().indexOf(c) < 0)
                .mapToObj(Character::toString))
        .isEmpty();
  }

  @Test
  void every_glyph_of_every_size_can_be_unpacked_and_lies_near_its_line() {
    for (Weight weight : Weight.values()) {
      for (int size : BakedFonts.sizes(weight)) {
        BakedFont font = FONTS.font(weight, size);
        assertThat(font.glyphs()).isEqualTo(FONTS.charset().size());
        for (int i = 0; i < font.glyphs(); i++) {
          Glyph glyph = font.glyph(i);
          assertThat(glyph.top()).isLessThan(2 * size);
          assertThat(glyph.bitmap().height() - glyph.top()).isLessThan(size);
          assertThat(glyph.bitmap().width()).isEqualTo(font.inkWidth(i)).isLessThan(2 * size);
        }
      }
    }
  }

  @Test
  void visible_characters_have_ink_and_capitals_have_the_capital_height() {
    BakedFont font = FONTS.font(Weight.BOLD, 32);
    for (int c = '!'; c <= '~'; c++) {
      assertThat(font.bitmap(FONTS.charset().indexOf(c)).height()).as("" + (char) c).isPositive();
    }
    for (char c : "EHILTZ".toCharArray()) {
      assertThat(font.inkTop(FONTS.charset().indexOf(c))).isEqualTo(font.capHeight());
    }
    assertThat(font.capHeight()).isBetween(21, 25);
    assertThat(font.xHeight()).isLessThan(font.capHeight());
    assertThat(font.descent()).isBetween(6, 10);
  }

  @Test
  void larger_sizes_have_larger_letters() {
    for (Weight weight : Weight.values()) {
      int before = 0;
      for (int size : BakedFonts.sizes(weight)) {
        int advance = FONTS.font(weight, size).advance(FONTS.charset().indexOf('n'));
        assertThat(advance).isGreaterThanOrEqualTo(before);
        before = advance;
      }
    }
  }

  @Test
  void an_unknown_size_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> FONTS.font(Weight.REGULAR, 17))
        .hasMessageContaining("17")
        .hasMessageContaining("[12, 13");
  }

  @Test
  void a_font_comes_back_from_its_file_and_damage_is_refused() {
    Charset charset = Charset.of(new int[] {'A', 'e', 'é'});
    Glyph a = new Glyph(Bitmap.ofRows(List.of(".#.", "#.#", "###")), 0, 3, 4);
    Glyph e = new Glyph(Bitmap.ofRows(List.of("##", "#.", "##")), 1, 3, 4);
    Glyph accented = new Glyph(Bitmap.ofRows(List.of("..#", "...", "##.", "#..", "##.")), 1, 5, 4);
    byte[] file =
        FontFile.write(
            new FontFile.Source(12, 3, 2, 1, List.of(a, e, accented), List.of(-1, -1, 1)));
    BakedFont font = FontFile.read(file, charset);
    assertThat(List.of(font.glyph(2), font.glyph(1), font.glyph(0)))
        .containsExactly(accented, e, a);
    assertThat(font.inkBottom(2)).isZero();
    assertThatThrownBy(() -> FontFile.read(new byte[9], charset))
        .hasMessageContaining("not a baked font");
    assertThatThrownBy(() -> FontFile.read(file, Charset.parse("0041")))
        .hasMessageContaining("charset 1");
  }

  @Test
  void a_charset_is_written_as_it_is_read() {
    Charset charset = Charset.parse("0041-0043\n00E9\n010000-010001\n");
    assertThat(charset.toText()).isEqualTo("0041-0043\n00E9\n010000-010001\n");
    assertThat(charset.size()).isEqualTo(6);
    assertThat(charset.indexOf('C')).isEqualTo(2);
    assertThat(charset.indexOf(0x10001)).isEqualTo(5);
    assertThat(charset.indexOf('D')).isEqualTo(-1);
    assertThatThrownBy(() -> Charset.parse("0043\n0041")).hasMessageContaining("ascend");
  }
}
