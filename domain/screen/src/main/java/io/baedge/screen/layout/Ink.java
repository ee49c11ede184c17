package io.baedge.screen.layout;

/// What an element is drawn with.
public enum Ink {
  /// Black or white, whichever can be read on the ground.
  AUTO,
  /// The accent colour where it can be read on the ground, else as [#AUTO].
  ACCENT
}
