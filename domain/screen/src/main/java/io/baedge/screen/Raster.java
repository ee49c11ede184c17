package io.baedge.screen;

/// A decoded picture of many tones: a photograph or a drawing. Immutable.
public final class Raster implements Picture {
  /// Longest side, in pixels.
  public static final int MAX_SIDE = 1024;

  private final int width;
  private final int height;
  private final int columns;
  private final int rows;
  private final int[] argb;
  private final boolean drawing;

  private Raster(int width, int height, int columns, int[] argb, boolean drawing) {
    if (columns < 1 || argb.length % columns != 0) {
      throw new IllegalArgumentException(
          argb.length + " pixels are no picture of " + columns + " columns");
    }
    this.width = width;
    this.height = height;
    this.columns = columns;
    this.rows = argb.length / columns;
    this.argb = argb;
    this.drawing = drawing;
    int longest = Math.max(Math.max(width, height), Math.max(columns, rows));
    if (width < 1 || height < 1 || rows < 1 || longest > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a picture of " + width + "x" + height + " is outside 1x1 to 1024x1024");
    }
  }

  /// A photograph: its tones are dithered unless a layout wants otherwise.
  ///
  /// @param argb a pixel each, not premultiplied, row by row
  public static Raster photograph(int width, int[] argb) {
    return new Raster(width, argb.length / width, width, argb.clone(), false);
  }

  /// A drawing of flat colours: not dithered unless a layout wants it.
  ///
  /// @param width its natural width
  /// @param height its natural height
  /// @param columns of the pixels, which may be finer than the natural size
  public static Raster drawing(int width, int height, int columns, int[] argb) {
    return new Raster(width, height, columns, argb.clone(), true);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /// Pixels in a row.
  public int columns() {
    return columns;
  }

  /// Rows of pixels.
  public int rows() {
    return rows;
  }

  /// A pixel: alpha, red, green and blue, a byte each.
  public int argb(int column, int row) {
    return argb[row * columns + column];
  }

  /// Whether it is a drawing of flat colours.
  public boolean isDrawing() {
    return drawing;
  }
}
