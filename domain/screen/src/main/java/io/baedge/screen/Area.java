package io.baedge.screen;

/// A rectangle on the canvas in pixels; it may be empty but never negative.
public record Area(int x, int y, int width, int height) {
  /// Checks that neither side is negative.
  public Area {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "an area of " + width + "x" + height + " has a negative side");
    }
  }

  /// The first column to the right of this area.
  public int right() {
    return x + width;
  }

  /// The first row below this area.
  public int bottom() {
    return y + height;
  }

  /// Whether nothing can be drawn here.
  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /// Whether at least one pixel lies in both areas.
  public boolean overlaps(Area other) {
    return x < other.right()
        && other.x < right()
        && y < other.bottom()
        && other.y < bottom()
        && !isEmpty()
        && !other.isEmpty();
  }

  /// Whether every pixel of the other area lies in this one.
  public boolean contains(Area other) {
    return other.isEmpty()
        || (other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom());
  }

  /// What is left inside after taking so much from the sides, never less than nothing.
  public Area inset(int left, int top, int right, int bottom) {
    int w = Math.max(0, width - left - right);
    int h = Math.max(0, height - top - bottom);
    return new Area(x + Math.min(left, width), y + Math.min(top, height), w, h);
  }
}
