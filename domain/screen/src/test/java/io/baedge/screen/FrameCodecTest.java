package io.baedge.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  private static final int ROUNDS = 400;

  /// Frames of every kind: noise, stripes, few spots, blank.
  private static Frame random(SplittableRandom random) {
    Palette palette = Palette.values()[random.nextInt(Palette.values().length)];
    int width = 1 + random.nextInt(random.nextInt(8) == 0 ? 1200 : 300);
    int height = 1 + random.nextInt(180);
    byte[] pixels = new byte[width * height];
    int kind = random.nextInt(4);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          switch (kind) {
            case 0 -> (byte) random.nextInt(palette.inks());
            case 1 -> (byte) (i / (1 + width / 3) % palette.inks());
            case 2 -> (byte) (random.nextInt(200) == 0 ? 1 : 0);
            default -> 0;
          };
    }
    return new Frame(width, height, palette, pixels);
  }

  @Test
  void every_frame_comes_back_exactly_and_has_one_encoding() {
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Frame frame = random(new SplittableRandom(seed));
      byte[] bytes = FrameCodec.encode(frame);
      assertThat(FrameCodec.decode(bytes)).as("seed " + seed).isEqualTo(frame);
      assertThat(FrameCodec.encode(FrameCodec.decode(bytes))).as("seed " + seed).isEqualTo(bytes);
    }
  }

  @Test
  void the_bytes_of_format_1_never_change() {
    byte[] pixels = new byte[9 * 3];
    Arrays.fill(pixels, 9, 18, (byte) 1);
    pixels[26] = 2;
    Frame frame = new Frame(9, 3, Palette.BWR, pixels);
    assertThat(HexFormat.of().formatHex(FrameCodec.encode(frame)))
        .isEqualTo("b101000900038103ff80ff80840080");
  }

  @Test
  void a_blank_picture_takes_a_few_bytes() {
    assertThat(FrameCodec.encode(Frame.blank(296, 128, Palette.BWR))).hasSizeLessThan(16);
  }

  @Test
  void bytes_cut_off_anywhere_are_refused() {
    byte[] bytes = FrameCodec.encode(random(new SplittableRandom(7)));
    for (int length = 0; length < bytes.length; length++) {
      byte[] shorter = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> FrameCodec.decode(shorter)).isInstanceOf(FrameFormatException.class);
    }
    assertThatThrownBy(() -> FrameCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(FrameFormatException.class)
        .hasMessageContaining("ends after");
  }

  @Test
  void damaged_bytes_are_refused_or_are_another_frame_but_nothing_else_happens() {
    for (long seed = 1; seed <= ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = FrameCodec.encode(random(random));
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        Frame frame = FrameCodec.decode(bytes);
        assertThat(frame.width() * frame.height()).isPositive();
      } catch (FrameFormatException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException e) {
        fail("seed " + seed, e);
      }
    }
  }

  @Test
  void what_is_wrong_is_said() {
    assertThatThrownBy(() -> FrameCodec.decode(new byte[3])).hasMessageContaining("got 3");
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b2000008000100")))
        .hasMessageContaining("format 178");
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b1090008000100")))
        .hasMessageContaining("palette id 9");
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b1000000000100")))
        .hasMessageContaining("0x1");
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b10008000800bfffff")))
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b1000007000100ff")))
        .hasMessageContaining("after the last pixel");
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b1010008000100ff")))
        .isInstanceOf(FrameFormatException.class);
  }

  @Test
  void an_index_outside_the_palette_is_refused() {
    assertThatThrownBy(() -> FrameCodec.decode(HexFormat.of().parseHex("b1010008000100ff00ff")))
        .hasMessageContaining("is not an ink of BWR");
  }
}
