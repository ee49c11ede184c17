package io.baedge.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void half_a_turn_puts_the_first_pixel_last_and_two_are_none() {
    Frame frame = new Frame(3, 2, Palette.BWR, new byte[] {0, 1, 2, 1, 0, 0});
    assertThat(frame.halfTurned())
        .isEqualTo(new Frame(3, 2, Palette.BWR, new byte[] {0, 0, 1, 2, 1, 0}));
    assertThat(frame.halfTurned().halfTurned()).isEqualTo(frame);
  }

  @Test
  void the_hash_names_size_palette_and_pixels() {
    Frame blank = Frame.blank(8, 4, Palette.BW);
    assertThat(blank.hash())
        .matches("[0-9a-f]{32}")
        .isEqualTo(Frame.blank(8, 4, Palette.BW).hash());
    assertThat(blank.hash()).isNotEqualTo(Frame.blank(4, 8, Palette.BW).hash());
    assertThat(blank.hash()).isNotEqualTo(Frame.blank(8, 4, Palette.BWR).hash());
    byte[] pixels = blank.pixels();
    pixels[31] = 1;
    assertThat(new Frame(8, 4, Palette.BW, pixels).hash()).isNotEqualTo(blank.hash());
  }

  @Test
  void the_hash_of_a_blank_frame_never_changes_between_versions() {
    assertThat(Frame.blank(296, 128, Palette.BW).hash())
        .isEqualTo("caf4cc17d399ca08b8334cd867abef1d");
  }

  @Test
  void a_frame_keeps_its_pixels_when_the_callers_array_changes() {
    byte[] pixels = new byte[4];
    Frame frame = new Frame(2, 2, Palette.BW, pixels);
    pixels[0] = 1;
    frame.pixels()[1] = 1;
    assertThat(frame.pixel(0, 0)).isZero();
    assertThat(frame.pixel(1, 0)).isZero();
  }

  @Test
  void wrong_sizes_and_inks_are_refused_with_the_value() {
    assertThatThrownBy(() -> new Frame(3, 2, Palette.BW, new byte[5]))
        .isInstanceOf(FrameFormatException.class)
        .hasMessageContaining("3x2 needs 6 pixels, got 5");
    assertThatThrownBy(() -> new Frame(1, 1, Palette.BW, new byte[] {2}))
        .hasMessageContaining("2 is not an ink of BW");
    assertThatThrownBy(() -> Frame.blank(0, 5, Palette.BW)).hasMessageContaining("0x5");
    assertThatThrownBy(() -> Frame.blank(5, 5, Palette.BW).pixel(5, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void black_can_be_read_on_white_and_yellow_and_white_on_the_rest() {
    assertThat(Palette.BW.readableOn(Palette.BW.accent())).isEqualTo(Palette.WHITE);
    assertThat(Palette.BWR.readableOn(Palette.BWR.accent())).isEqualTo(Palette.WHITE);
    assertThat(Palette.BWY.readableOn(Palette.BWY.accent())).isEqualTo(Palette.BLACK);
    assertThat(Palette.BWYR.readableOn(Palette.WHITE)).isEqualTo(Palette.BLACK);
  }
}
