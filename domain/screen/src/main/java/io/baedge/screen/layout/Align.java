package io.baedge.screen.layout;

/// Where content lies in the space it does not fill, along one direction.
public enum Align {
  /// At the left or upper side; a text that is read from the right, at the right.
  START,
  /// In the middle.
  CENTER,
  /// At the right or lower side.
  END
}
