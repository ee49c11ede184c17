package io.baedge.screen.layout;

/// Free space around content, in pixels.
public record Insets(int top, int right, int bottom, int left) {
  /// None.
  public static final Insets NONE = new Insets(0, 0, 0, 0);

  /// Left and right together.
  public int horizontal() {
    return left + right;
  }

  /// Above and below together.
  public int vertical() {
    return top + bottom;
  }
}
