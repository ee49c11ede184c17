package io.baedge.screen.java2d;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.ViewBox;
import io.baedge.screen.mark.Icons;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Draws our vector icons into the bitmaps of the screen module. Run it after a change of a
/// drawing, and commit what it writes.
public final class IconBaker {
  private static final int FINE = 8;
  private static final double INKED = 0.45;
  private static final String STROKE = "stroke-width=\"2\"";

  private IconBaker() {}

  /// Writes all icons.
  ///
  /// @param args folder of the drawings, folder of the bitmaps
  public static void main(String[] args) throws IOException {
    for (String name : Icons.names()) {
      Files.writeString(
          Path.of(args[1], name + ".txt"), bake(Files.readString(Path.of(args[0], name + ".svg"))));
    }
  }

  /// The bitmaps of a drawing, from the smallest to the largest with an empty line between.
  static String bake(String svg) throws IOException {
    Java2dSettings.once();
    StringBuilder text = new StringBuilder();
    for (int size : Icons.SIZES) {
      text.append(text.isEmpty() ? "" : "\n");
      rows(image(svg.replaceFirst(STROKE, "stroke-width=\"" + stroke(size) + "\""), size), text);
    }
    return text.toString();
  }

  /// Lines are whole pixels wide where they lie on whole pixels, and never a broken one.
  private static double stroke(int size) {
    return switch (size) {
      case 16 -> 1.8;
      case 32 -> 2.25;
      default -> 2;
    };
  }

  private static BufferedImage image(String svg, int size) throws IOException {
    SVGDocument drawing = SvgFiles.load(svg.getBytes(StandardCharsets.UTF_8));
    if (drawing == null) {
      throw new IOException("is no SVG");
    }
    int side = size * FINE;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = image.createGraphics();
    to.setColor(Color.WHITE);
    to.fillRect(0, 0, side, side);
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing.render((java.awt.Component) null, to, new ViewBox(side, side));
    to.dispose();
    return image;
  }

  private static void rows(BufferedImage image, StringBuilder text) {
    int size = image.getWidth() / FINE;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int light = 0;
        for (int i = 0; i < FINE * FINE; i++) {
          light += image.getRGB(x * FINE + i % FINE, y * FINE + i / FINE) & 0xFF;
        }
        boolean ink = light <= (1 - INKED) * 255 * FINE * FINE;
        text.append(ink ? '#' : '.');
      }
      text.append('\n');
    }
  }
}
