package io.baedge.screen.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.screen.Area;
import io.baedge.screen.Palette;
import io.baedge.screen.Raster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DithererTest {
  private static final int SIDE = 64;

  private static byte[] inks(Palette palette, int rgb, Dither dither) {
    int[] argb = new int[SIDE * SIDE];
    Arrays.fill(argb, 0xFF000000 | rgb);
    return new Ditherer(palette)
        .inks(
            Raster.photograph(SIDE, argb),
            SIDE,
            SIDE,
            new Area(0, 0, SIDE, SIDE),
            Palette.WHITE,
            dither);
  }

  private static int share(byte[] inks, int ink) {
    int count = 0;
    for (byte each : inks) {
      count += each == ink ? 1 : 0;
    }
    return count * 100 / inks.length;
  }

  @ParameterizedTest
  @CsvSource({
    "FLOYD_STEINBERG, 32", "FLOYD_STEINBERG, 128", "FLOYD_STEINBERG, 200",
    "ORDERED, 32", "ORDERED, 128", "ORDERED, 200"
  })
  void a_grey_becomes_as_much_black_as_it_is_dark_on_every_panel(Dither dither, int grey) {
    for (Palette palette : Palette.values()) {
      byte[] inks = inks(palette, grey << 16 | grey << 8 | grey, dither);
      int dark = 100 - grey * 100 / 255;
      assertThat(share(inks, Palette.BLACK)).as(palette.name()).isBetween(dark - 3, dark + 3);
      assertThat(share(inks, Palette.BLACK) + share(inks, Palette.WHITE)).isBetween(99, 100);
    }
  }

  @ParameterizedTest
  @EnumSource(Dither.class)
  void an_ink_s_own_colour_is_that_ink_everywhere(Dither dither) {
    for (Palette palette : Palette.values()) {
      for (int ink = 0; ink < palette.inks(); ink++) {
        byte[] inks = inks(palette, palette.rgb(ink), dither);
        // A pattern mixes what is not quite black or white; pure inks of a panel stay pure.
        assertThat(share(inks, ink))
            .as(palette + " " + ink)
            .isGreaterThanOrEqualTo(dither == Dither.ORDERED && ink > 1 ? 40 : 100);
      }
    }
  }

  @Test
  void without_dithering_each_pixel_is_black_or_white_for_itself() {
    assertThat(share(inks(Palette.BW, 0x707070, Dither.NONE), Palette.BLACK)).isEqualTo(100);
    assertThat(share(inks(Palette.BWR, 0x909090, Dither.NONE), Palette.WHITE)).isEqualTo(100);
  }

  @Test
  void orange_is_made_of_red_and_yellow_where_the_panel_has_both() {
    byte[] inks = inks(Palette.BWYR, 0xE06A18, Dither.FLOYD_STEINBERG);
    assertThat(share(inks, 2)).isGreaterThan(30);
    assertThat(share(inks, 3)).isGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(Dither.class)
  void the_ground_is_seen_through_what_is_transparent(Dither dither) {
    int[] argb = new int[SIDE * SIDE];
    for (int i = SIDE * SIDE / 2; i < argb.length; i++) {
      argb[i] = 0xFF808080;
    }
    byte[] inks =
        new Ditherer(Palette.BWR)
            .inks(
                Raster.photograph(SIDE, argb),
                SIDE,
                SIDE,
                new Area(0, 0, SIDE, SIDE),
                Palette.BLACK,
                dither);
    assertThat(share(Arrays.copyOf(inks, SIDE * SIDE / 2), Palette.BLACK)).isEqualTo(100);
  }

  @Test
  void a_smaller_picture_has_the_mean_of_what_it_covers() {
    int[] argb = new int[SIDE * SIDE];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (i % SIDE + i / SIDE) % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF;
    }
    Raster checks = Raster.photograph(SIDE, argb);
    assertThat(Scaling.scaled(checks, 8, 8, new Area(0, 0, 8, 8))).containsOnly(0xFF808080);
    assertThat(Scaling.scaled(checks, SIDE, SIDE, new Area(0, 0, SIDE, SIDE))).isEqualTo(argb);
    assertThat(Scaling.scaled(checks, SIDE * 2, SIDE * 2, new Area(0, 0, 2, 2)))
        .containsOnly(0xFF000000);
  }
}
