package io.baedge.screen.image;

import io.baedge.screen.Area;
import io.baedge.screen.Raster;

/// Pictures at another size: each new pixel is the mean of the old ones that it covers.
final class Scaling {
  private Scaling() {}

  /// The pixels of a cut-out of the picture at a whole size, row by row.
  ///
  /// @param width of the whole picture
  /// @param height of the whole picture
  /// @param cut the part that is wanted
  static int[] scaled(Raster picture, int width, int height, Area cut) {
    int[] out = new int[cut.width() * cut.height()];
    for (int y = 0; y < cut.height(); y++) {
      int row = cut.y() + y;
      int top = from(row, picture.rows(), height);
      int bottom = to(row, picture.rows(), height, top);
      for (int x = 0; x < cut.width(); x++) {
        int column = cut.x() + x;
        int left = from(column, picture.columns(), width);
        int right = to(column, picture.columns(), width, left);
        out[y * cut.width() + x] = mean(picture, left, top, right, bottom);
      }
    }
    return out;
  }

  private static int from(int at, int old, int now) {
    return (int) ((long) at * old / now);
  }

  private static int to(int at, int old, int now, int from) {
    return Math.max(from + 1, (int) (((long) (at + 1) * old + now - 1) / now));
  }

  /// Transparent pixels have no say in the colour.
  private static int mean(Raster picture, int left, int top, int right, int bottom) {
    long alpha = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = picture.argb(x, y);
        int a = pixel >>> 24;
        alpha += a;
        red += (long) a * (pixel >> 16 & 0xFF);
        green += (long) a * (pixel >> 8 & 0xFF);
        blue += (long) a * (pixel & 0xFF);
      }
    }
    if (alpha == 0) {
      return 0;
    }
    long half = alpha / 2;
    long count = (long) (right - left) * (bottom - top);
    int a = (int) ((alpha + count / 2) / count);
    return a << 24
        | (int) ((red + half) / alpha) << 16
        | (int) ((green + half) / alpha) << 8
        | (int) ((blue + half) / alpha);
  }
}
