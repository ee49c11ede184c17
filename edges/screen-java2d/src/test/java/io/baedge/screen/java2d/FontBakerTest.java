package io.baedge.screen.java2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baedge.screen.glyph.BakedFont;
import io.baedge.screen.glyph.BakedFonts;
import io.baedge.screen.glyph.FontFile;
import io.baedge.screen.glyph.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The fonts in the screen module are what the baker makes of the source fonts. The font engine
/// decides single pixels; the committed fonts were drawn by the one that Eclipse Temurin carries.
class FontBakerTest {
  private static final Path FONTS = Path.of("src/main/fonts");

  @ParameterizedTest
  @EnumSource(Weight.class)
  void baking_again_gives_the_same_glyphs(Weight weight) throws IOException {
    assumeTrue(
        System.getProperty("java.vendor").contains("Adoptium"),
        "skipped: the JDK of "
            + System.getProperty("java.vendor")
            + " may draw with another font engine");
    FontBaker baker = FontBaker.open(FONTS);
    for (int size : BakedFonts.sizes(weight)) {
      FontFile.Source again = baker.bake(weight, size);
      BakedFont committed = BakedFonts.shared().font(weight, size);
      assertThat(committed.capHeight()).isEqualTo(again.capHeight());
      assertThat(committed.xHeight()).isEqualTo(again.xHeight());
      assertThat(committed.descent()).isEqualTo(again.descent());
      for (int i = 0; i < committed.glyphs(); i++) {
        if (!committed.glyph(i).equals(again.glyphs().get(i))) {
          assertThat(committed.glyph(i))
              .as(weight + " " + size + " glyph " + i)
              .isEqualTo(again.glyphs().get(i));
        }
      }
    }
  }

  @Test
  void the_committed_charset_is_the_bakers() throws IOException {
    assertThat(FontBaker.open(FONTS).charset().toText())
        .isEqualTo(BakedFonts.shared().charset().toText());
  }

  @Test
  void the_licence_lies_beside_the_fonts() throws IOException {
    assertThat(Files.readString(FONTS.resolve("OFL.txt"))).contains("SIL OPEN FONT LICENSE");
    assertThat(BakedFonts.class.getResource("OFL.txt")).isNotNull();
  }

  @Test
  void all_baked_fonts_together_stay_small() throws IOException {
    long bytes = 0;
    for (Weight weight : Weight.values()) {
      for (int size : BakedFonts.sizes(weight)) {
        try (var in = BakedFonts.class.getResourceAsStream(BakedFonts.fileName(weight, size))) {
          assertThat(in).isNotNull();
          bytes += in.readAllBytes().length;
        }
      }
    }
    assertThat(bytes).isLessThan(600_000);
  }
}
