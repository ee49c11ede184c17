package io.baedge.screen.layout;

/// What an element lies on.
public enum Ground {
  /// On what its parent lies on.
  NONE,
  /// White.
  WHITE,
  /// Black.
  BLACK,
  /// The accent colour; black on panels without one.
  ACCENT,
  /// The band that the theme gives to the wearer's role; without a theme as [#ACCENT].
  ROLE
}
