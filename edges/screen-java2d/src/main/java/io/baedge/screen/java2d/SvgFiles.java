package io.baedge.screen.java2d;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import io.baedge.screen.Raster;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Draws SVG files, fine enough to be made smaller by a layout. Nothing that a file refers to
 * outside itself is loaded.
 */
final class SvgFiles {
  private static final int DRAWN_SIDE = 512;

  /** What it would say with a stack trace is one sentence of ours; held, so that it stays quiet. */
  private static final Logger LIBRARY = Logger.getLogger("com.github.weisj.jsvg");

  static {
    LIBRARY.setLevel(Level.OFF);
  }

  private SvgFiles() {}

  static Raster read(byte[] bytes) throws IOException {
    try {
      return drawn(load(bytes));
    } catch (RuntimeException e) {
      throw new IOException("is no SVG that can be drawn: " + e.getMessage(), e);
    }
  }

  static @Nullable SVGDocument load(byte[] bytes) {
    LoaderContext alone =
        LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build();
    return new SVGLoader().load(new ByteArrayInputStream(bytes), null, alone);
  }

  private static Raster drawn(@Nullable SVGDocument svg) throws IOException {
    if (svg == null) {
      throw new IOException("is no SVG");
    }
    double width = svg.size().getWidth();
    double height = svg.size().getHeight();
    double longest = Math.max(width, height);
    if (!(width > 0 && height > 0 && longest < 100_000)) {
      throw new IOException("has no size; give width and height or a viewBox");
    }
    int columns = (int) Math.max(1, Math.round(width * DRAWN_SIDE / longest));
    int rows = (int) Math.max(1, Math.round(height * DRAWN_SIDE / longest));
    var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    Graphics2D to = image.createGraphics();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    svg.render((java.awt.Component) null, to, new ViewBox(columns, rows));
    to.dispose();
    double shown = Math.min(1, DRAWN_SIDE / longest);
    return Raster.drawing(
        (int) Math.max(1, Math.round(width * shown)),
        (int) Math.max(1, Math.round(height * shown)),
        columns,
        image.getRGB(0, 0, columns, rows, null, 0, columns));
  }
}
