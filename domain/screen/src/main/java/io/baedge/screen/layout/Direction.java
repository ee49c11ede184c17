package io.baedge.screen.layout;

/// In which direction elements stand beside each other, and at which side their content begins.
public enum Direction {
  /// As the text that matters is read (`hero`), else as the group around it, else as the first text
  /// of a row.
  AUTO,
  /// From the left.
  LTR,
  /// From the right.
  RTL
}
