package io.baedge.screen;

import java.util.Arrays;

/// The surface a picture is painted on; becomes a [Frame]. Painting outside is cut at the edge.
/// Owned by the one who paints; not for two threads.
public final class Canvas {
  private final int width;
  private final int height;
  private final Palette palette;
  private byte[] pixels;

  /// A white canvas.
  public Canvas(int width, int height, Palette palette) {
    Frame.checkSize(width, height);
    this.width = width;
    this.height = height;
    this.palette = palette;
    this.pixels = new byte[width * height];
  }

  /// The whole canvas.
  public Area area() {
    return new Area(0, 0, width, height);
  }

  /// The inks to paint with.
  public Palette palette() {
    return palette;
  }

  /// Fills an area with one ink.
  public void fill(Area area, int ink) {
    int left = Math.max(0, area.x());
    int right = Math.min(width, area.right());
    int top = Math.max(0, area.y());
    int bottom = Math.min(height, area.bottom());
    if (left >= right) {
      return;
    }
    for (int y = top; y < bottom; y++) {
      Arrays.fill(pixels, y * width + left, y * width + right, (byte) ink);
    }
  }

  /// Stamps the set bits of a bitmap with one ink, each bit as a square of `scale` pixels.
  public void stamp(Bitmap bitmap, int x, int y, int scale, int ink) {
    if (scale == 1) {
      stamp(bitmap, x, y, ink);
      return;
    }
    for (int row = 0; row < bitmap.height(); row++) {
      int column = 0;
      while (column < bitmap.width()) {
        int run = column;
        while (run < bitmap.width() && bitmap.isSet(run, row)) {
          run++;
        }
        if (run > column) {
          fill(new Area(x + column * scale, y + row * scale, (run - column) * scale, scale), ink);
        }
        column = run + 1;
      }
    }
  }

  private void stamp(Bitmap bitmap, int x, int y, int ink) {
    int top = Math.max(0, -y);
    int bottom = Math.min(bitmap.height(), height - y);
    for (int row = top; row < bottom; row++) {
      int target = (y + row) * width + x;
      for (int octet = 0; octet < bitmap.stride(); octet++, target += 8) {
        int bits = bitmap.octet(octet, row);
        for (int i = 0; bits != 0; i++, bits = bits << 1 & 0xFF) {
          int column = x + octet * 8 + i;
          if ((bits & 0x80) != 0 && column >= 0 && column < width) {
            pixels[target + i] = (byte) ink;
          }
        }
      }
    }
  }

  /// Paints an area pixel by pixel.
  ///
  /// @param inks an ink for each pixel of the area, row by row
  public void tile(Area area, byte[] inks) {
    int left = Math.max(0, area.x());
    int right = Math.min(width, area.right());
    int bottom = Math.min(height, area.bottom());
    for (int y = Math.max(0, area.y()); y < bottom && left < right; y++) {
      int from = (y - area.y()) * area.width() + left - area.x();
      System.arraycopy(inks, from, pixels, y * width + left, right - left);
    }
  }

  /// The finished picture. The canvas is white and empty afterwards.
  public Frame toFrame() {
    Frame frame = Frame.owning(width, height, palette, pixels);
    pixels = new byte[width * height];
    return frame;
  }
}
