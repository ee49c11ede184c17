package io.baedge.screen.java2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.screen.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageFilesTest {
  @TempDir Path directory;

  private static byte[] bytes(String kind, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x < width / 2 ? 0xC8102E : 0xFFFFFF);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, kind, out);
    return out.toByteArray();
  }

  private static Raster svg(String inside) throws IOException {
    String text =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " width='40' height='20'>"
            + inside
            + "</svg>";
    return ImageFiles.read("logo.svg", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"a.png, png", "a.JPG, jpeg"})
  void a_photograph_is_decoded(String name, String kind) throws IOException {
    Raster picture = ImageFiles.read(name, bytes(kind, 60, 30));
    assertThat(picture.width()).isEqualTo(60);
    assertThat(picture.height()).isEqualTo(30);
    assertThat(picture.isDrawing()).isFalse();
    assertThat(picture.argb(5, 15) >>> 24).isEqualTo(255);
    assertThat(picture.argb(5, 15) >> 16 & 0xFF).isBetween(190, 210);
    assertThat(picture.argb(5, 15) >> 8 & 0xFF).isLessThan(40);
  }

  @Test
  void a_large_photograph_becomes_smaller_while_it_is_read() throws IOException {
    Raster picture = ImageFiles.read("a.png", bytes("png", 4_000, 1_000));
    assertThat(picture.width()).isEqualTo(800);
    assertThat(picture.height()).isEqualTo(200);
  }

  @Test
  void a_drawing_has_its_natural_size_and_finer_pixels() throws IOException {
    Raster logo = svg("<rect width='20' height='20' fill='#000000'/>");
    assertThat(logo.width()).isEqualTo(40);
    assertThat(logo.height()).isEqualTo(20);
    assertThat(logo.columns()).isEqualTo(512);
    assertThat(logo.isDrawing()).isTrue();
    assertThat(logo.argb(100, 128)).isEqualTo(0xFF000000);
    assertThat(logo.argb(400, 128) >>> 24).isZero();
  }

  @Test
  void a_drawing_loads_nothing_from_outside() throws IOException {
    Path other = directory.resolve("other.png");
    Files.write(other, bytes("png", 40, 20));
    Raster logo = svg("<image xlink:href='" + other.toUri() + "' width='40' height='20'/>");
    for (int x = 0; x < logo.columns(); x += 16) {
      assertThat(logo.argb(x, 100) & 0xFF0000).isNotEqualTo(0xC80000);
    }
  }

  @ParameterizedTest
  @CsvSource({"a.png, is no PNG or JPEG", "a.svg, is no SVG"})
  void what_is_no_picture_is_told(String name, String reason) {
    assertThatThrownBy(() -> ImageFiles.read(name, new byte[] {1, 2, 3}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(reason);
  }
}
