package io.baedge.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected values: SHA-256 of the buffers that the vendor drivers built for the same pattern.
class PanelPackingTest {
  /// The vendor recordings' pattern: black, else red, else yellow, else white.
  private static int ink(int x, int y, Palette palette) {
    if ((x * 7 + y * 13) % 5 == 0) {
      return Palette.BLACK;
    }
    if (palette.inks() > 2 && (x * 3 + y * 11) % 7 == 0) {
      return 2;
    }
    return palette.inks() > 3 && (x * 5 + y * 3) % 11 == 0 ? 3 : Palette.WHITE;
  }

  private static Frame pattern(int width, int height, Palette palette) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ink(i % width, i / width, palette);
    }
    return new Frame(width, height, palette, pixels);
  }

  private static String sha(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2in13,     ba735a3bbeeeefdeaef036fed718d051, bb8ecee1420dd1ca4d76db951263e7fd",
    "2in13_V2,  bb8ecee1420dd1ca4d76db951263e7fd, ",
    "2in13_V3,  bf20d9db098ba58e42abc7f12030f526, 63096ad0b1ba4d142feb6b63e0ad7ae8",
    "2in13_V4,  bf20d9db098ba58e42abc7f12030f526, 63096ad0b1ba4d142feb6b63e0ad7ae8",
    "2in13b_V3, 47b2655a5cb0e4587f90650f5f5aeb53, e02be96989261b82a9f8d3ec7be9ea23",
    "2in13b_V4, bf20d9db098ba58e42abc7f12030f526, 63096ad0b1ba4d142feb6b63e0ad7ae8",
    "2in13bc,   47b2655a5cb0e4587f90650f5f5aeb53, e02be96989261b82a9f8d3ec7be9ea23",
    "2in13d,    47b2655a5cb0e4587f90650f5f5aeb53, e02be96989261b82a9f8d3ec7be9ea23",
    "2in13g,    7ce23a0adf6ad6ce0c8640356e6db593, 3e4f1ed82058872d40f9635c879ec351",
    "2in7,      2bd53cade365e2d442853ceb12d37a8d, d234d0901b76cbfac19461931e8d926f",
    "2in7_V2,   2bd53cade365e2d442853ceb12d37a8d, d234d0901b76cbfac19461931e8d926f",
    "2in7b,     2bd53cade365e2d442853ceb12d37a8d, d234d0901b76cbfac19461931e8d926f",
    "2in7b_V2,  2bd53cade365e2d442853ceb12d37a8d, d234d0901b76cbfac19461931e8d926f",
    "2in9,      1be2aef8e3ddea96ce36b3896ea3980a, c21b30be1d2df901fb6f8d401b600994",
    "2in9_V2,   1be2aef8e3ddea96ce36b3896ea3980a, c21b30be1d2df901fb6f8d401b600994",
    "2in9b_V3,  1be2aef8e3ddea96ce36b3896ea3980a, c21b30be1d2df901fb6f8d401b600994",
    "2in9b_V4,  1be2aef8e3ddea96ce36b3896ea3980a, c21b30be1d2df901fb6f8d401b600994",
    "2in9bc,    1be2aef8e3ddea96ce36b3896ea3980a, c21b30be1d2df901fb6f8d401b600994",
    "2in9d,     1be2aef8e3ddea96ce36b3896ea3980a, c21b30be1d2df901fb6f8d401b600994"
  })
  void the_first_plane_is_that_of_the_vendor_driver(
      String name, String landscape, String portrait) {
    PanelModel panel = PanelModel.find(name).orElseThrow();
    Palette palette = Palette.of(panel);
    Frame wide = pattern(panel.heightPx(), panel.widthPx(), palette);
    assertThat(sha(PanelPacking.pack(wide, panel).first())).isEqualTo(landscape);
    if (portrait != null) {
      Frame tall = pattern(panel.widthPx(), panel.heightPx(), palette);
      assertThat(sha(PanelPacking.pack(tall, panel).first())).isEqualTo(portrait);
    }
  }

  @Test
  void every_panel_of_the_model_is_checked_above() {
    assertThat(PanelModel.ALL).hasSize(19);
  }

  @Test
  void the_second_plane_is_zero_exactly_where_the_accent_is() {
    for (PanelModel panel : PanelModel.ALL) {
      Frame frame = pattern(panel.heightPx(), panel.widthPx(), Palette.of(panel));
      byte[] second = PanelPacking.pack(frame, panel).second();
      if (panel.inks() != Inks.BLACK_AND_ACCENT) {
        assertThat(second).isEmpty();
        continue;
      }
      int stride = (panel.widthPx() + 7) / 8;
      for (int y = 0; y < frame.height(); y++) {
        for (int x = 0; x < frame.width(); x++) {
          int row = frame.width() - 1 - x;
          int bit = second[row * stride + y / 8] >> (7 - y % 8) & 1;
          assertThat(bit)
              .as(panel.name() + " " + x + "," + y)
              .isEqualTo(frame.pixel(x, y) == 2 ? 0 : 1);
        }
      }
    }
  }

  @Test
  void a_frame_of_another_size_or_with_more_inks_is_refused() {
    PanelModel panel = PanelModel.find("2in9_V2").orElseThrow();
    assertThatThrownBy(() -> PanelPacking.pack(Frame.blank(250, 122, Palette.BW), panel))
        .hasMessageContaining("250x122 does not fit the panel 2in9_V2")
        .hasMessageContaining("296x128");
    assertThatThrownBy(() -> PanelPacking.pack(Frame.blank(296, 128, Palette.BWR), panel))
        .hasMessageContaining("BWR cannot be shown");
  }

  @Test
  void a_portrait_frame_packs_like_the_same_picture_drawn_wide() {
    for (PanelModel panel : PanelModel.ALL) {
      Frame wide = pattern(panel.heightPx(), panel.widthPx(), Palette.of(panel));
      byte[] turned = new byte[panel.widthPx() * panel.heightPx()];
      for (int y = 0; y < wide.height(); y++) {
        for (int x = 0; x < wide.width(); x++) {
          turned[(wide.width() - 1 - x) * panel.widthPx() + y] = (byte) wide.pixel(x, y);
        }
      }
      Frame tall = new Frame(panel.widthPx(), panel.heightPx(), wide.palette(), turned);
      assertThat(PanelPacking.pack(tall, panel).first())
          .as(panel.name())
          .isEqualTo(PanelPacking.pack(wide, panel).first());
    }
  }

  @Test
  void a_filled_frame_packs_to_equal_bits() {
    PanelModel panel = PanelModel.find("2in9b_V4").orElseThrow();
    PackedFrame packed = PanelPacking.pack(PanelPacking.filled(panel, 2), panel);
    assertThat(packed.first()).containsOnly(0xFF);
    assertThat(packed.second()).containsOnly(0x00);
  }
}
