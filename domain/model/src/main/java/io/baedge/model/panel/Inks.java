package io.baedge.model.panel;

/** Which colours a panel can show beside white. */
public enum Inks {
  /** Black. */
  BLACK,
  /** Black and red, or black and yellow. */
  BLACK_AND_ACCENT,
  /** Black, red and yellow. */
  BLACK_YELLOW_RED
}
