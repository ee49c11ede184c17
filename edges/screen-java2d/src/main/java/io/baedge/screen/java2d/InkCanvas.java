package io.baedge.screen.java2d;

import io.baedge.screen.Bitmap;
import io.baedge.screen.glyph.Glyph;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// Where text is drawn in black and white before its ink is cut out.
final class InkCanvas {
  /// Larger than any bounds that the font engine tells too small, in pixels on every side.
  private static final int MARGIN = 4;

  private static final int FIRST_SIDE = 64;

  private BufferedImage image;
  private Graphics2D graphics;

  InkCanvas() {
    this.image = new BufferedImage(FIRST_SIDE, FIRST_SIDE, BufferedImage.TYPE_BYTE_GRAY);
    this.graphics = graphics(image);
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
    return graphics;
  }

  FontRenderContext context() {
    return graphics.getFontRenderContext();
  }

  /// Draws shaped text and cuts out what has ink.
  Glyph draw(GlyphVector glyphs, int sizePx, int advance) {
    Rectangle bounds = glyphs.getPixelBounds(context(), 0, 0);
    int margin = MARGIN + sizePx / 4;
    int originX = margin - Math.min(0, bounds.x);
    int originY = margin - Math.min(0, bounds.y);
    int width = originX + Math.max(advance, bounds.x + bounds.width) + margin;
    int height = originY + Math.max(0, bounds.y + bounds.height) + margin;
    makeRoom(width, height);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.WHITE);
    graphics.drawGlyphVector(glyphs, originX, originY);
    Rectangle ink = ink(width, height);
    if (ink.isEmpty()) {
      return new Glyph(new Bitmap(0, 0, new byte[0]), 0, 0, advance);
    }
    return new Glyph(cutOut(ink), ink.x - originX, originY - ink.y, advance);
  }

  private void makeRoom(int width, int height) {
    if (width > image.getWidth() || height > image.getHeight()) {
      graphics.dispose();
      image =
          new BufferedImage(
              Math.max(width, image.getWidth()),
              Math.max(height, image.getHeight()),
              BufferedImage.TYPE_BYTE_GRAY);
      graphics = graphics(image);
    }
  }

  private byte[] pixels() {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  private Rectangle ink(int width, int height) {
    byte[] pixels = pixels();
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (pixels[y * image.getWidth() + x] != 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0
        ? new Rectangle()
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  private Bitmap cutOut(Rectangle ink) {
    byte[] pixels = pixels();
    int stride = (ink.width + 7) / 8;
    byte[] bits = new byte[stride * ink.height];
    for (int y = 0; y < ink.height; y++) {
      for (int x = 0; x < ink.width; x++) {
        if (pixels[(ink.y + y) * image.getWidth() + ink.x + x] != 0) {
          bits[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return new Bitmap(ink.width, ink.height, bits);
  }
}
