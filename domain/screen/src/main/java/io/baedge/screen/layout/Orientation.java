package io.baedge.screen.layout;

/// How a badge is worn.
public enum Orientation {
  /// The long side is horizontal.
  LANDSCAPE,
  /// The long side is vertical.
  PORTRAIT
}
