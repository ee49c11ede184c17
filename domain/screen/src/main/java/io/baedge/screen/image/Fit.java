package io.baedge.screen.image;

/// How a picture fills its space.
public enum Fit {
  /// All of it is seen.
  CONTAIN,
  /// It covers the whole space; what stands out is cut.
  COVER
}
