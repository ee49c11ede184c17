package io.baedge.screen.glyph;

import java.util.Locale;

/// How heavy letters are.
public enum Weight {
  /// For text that is read from close by.
  REGULAR,
  /// For names, headings, and everything read from a distance.
  BOLD;

  /// The word in layouts and file names.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
