package io.baedge.screen.layout;

import io.baedge.screen.glyph.Weight;

/// How a text is set.
///
/// @param lines most lines
/// @param upper whether all letters are capitals
/// @param hero whether this is the text that matters: alternatives are judged by its size
public record TextStyle(
    Sizes sizes, Weight weight, int lines, boolean upper, boolean hero, Placement placement) {
  /// Smallest size that is allowed anywhere.
  public static final int LEAST_PX = 12;

  /// Largest size that is allowed anywhere.
  public static final int MOST_PX = 72;

  /// Sizes in pixels: the smallest and largest that are allowed, and the one below which optional
  /// neighbours give way before this text gets smaller.
  public record Sizes(int minPx, int comfortPx, int maxPx) {}

  /// Where the lines lie in their space.
  public record Placement(Align align, Align valign) {}
}
