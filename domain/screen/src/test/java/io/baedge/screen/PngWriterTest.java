package io.baedge.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
  @Test
  void another_reader_sees_every_pixel_at_every_scale() throws IOException {
    for (Palette palette : Palette.values()) {
      SplittableRandom random = new SplittableRandom(palette.id());
      byte[] pixels = new byte[13 * 7];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) random.nextInt(palette.inks());
      }
      Frame frame = new Frame(13, 7, palette, pixels);
      for (int scale = 1; scale <= 3; scale++) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(frame, scale)));
        assertThat(image.getWidth()).isEqualTo(13 * scale);
        assertThat(image.getHeight()).isEqualTo(7 * scale);
        for (int y = 0; y < image.getHeight(); y++) {
          for (int x = 0; x < image.getWidth(); x++) {
            assertThat(image.getRGB(x, y) & 0xFFFFFF)
                .isEqualTo(palette.rgb(frame.pixel(x / scale, y / scale)));
          }
        }
      }
    }
  }

  @Test
  void a_scale_outside_1_to_16_is_refused() {
    Frame frame = Frame.blank(1, 1, Palette.BW);
    assertThatThrownBy(() -> PngWriter.write(frame, 0)).hasMessageContaining("scale 0");
    assertThatThrownBy(() -> PngWriter.write(frame, 17)).hasMessageContaining("1 to 16");
  }
}
