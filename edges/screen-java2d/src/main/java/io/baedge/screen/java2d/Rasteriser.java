package io.baedge.screen.java2d;

import io.baedge.screen.Bitmap;
import io.baedge.screen.glyph.Glyph;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// Draws single glyphs of one font at one size as the hinted black-and-white pixels of the font
/// engine.
final class Rasteriser {
  private final Font font;
  private final int sizePx;
  private final int canvasSide;
  private final int originX;
  private final int originY;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final FontRenderContext context;

  Rasteriser(Font face, int sizePx) {
    this.font = face.deriveFont((float) sizePx);
    this.sizePx = sizePx;
    this.canvasSide = sizePx * 4;
    this.originX = sizePx;
    this.originY = sizePx * 2;
    this.image = new BufferedImage(canvasSide, canvasSide, BufferedImage.TYPE_BYTE_GRAY);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
    graphics.setRenderingHint(
        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
    graphics.setFont(font);
    this.context = graphics.getFontRenderContext();
  }

  Glyph glyph(int codePoint) {
    String text = Character.toString(codePoint);
    int advance =
        Math.round(font.createGlyphVector(context, text).getGlyphMetrics(0).getAdvanceX());
    clear();
    graphics.drawString(text, originX, originY);
    return cutOut(advance);
  }

  Glyph sign(DrawnSigns.Sign sign, double stroke) {
    double strokePx = Math.max(1, Math.round(stroke * sizePx));
    Shape unit = sign.shape(strokePx / sizePx);
    AffineTransform scale = new AffineTransform();
    scale.translate(originX, originY);
    scale.scale(sizePx, sizePx);
    clear();
    graphics.fill(scale.createTransformedShape(unit));
    return cutOut((int) Math.round(sign.advance() * sizePx));
  }

  private void clear() {
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, canvasSide, canvasSide);
    graphics.setColor(Color.WHITE);
  }

  /// The smallest bitmap that holds all ink.
  private Glyph cutOut(int advance) {
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int left = canvasSide;
    int right = -1;
    int top = canvasSide;
    int bottom = -1;
    for (int y = 0; y < canvasSide; y++) {
      for (int x = 0; x < canvasSide; x++) {
        if (pixels[y * canvasSide + x] != 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    if (right < 0) {
      return new Glyph(new Bitmap(0, 0, new byte[0]), 0, 0, advance);
    }
    int width = right - left + 1;
    int height = bottom - top + 1;
    int stride = (width + 7) / 8;
    byte[] bits = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (pixels[(top + y) * canvasSide + left + x] != 0) {
          bits[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return new Glyph(new Bitmap(width, height, bits), left - originX, originY - top, advance);
  }
}
