package io.baedge.screen.layout;

import java.util.Optional;

/// A wanted width or height: pixels, or hundredths of what the parent has, or none.
public record Extent(int value, Unit unit) {
  /// As the content needs.
  public static final Extent NONE = new Extent(0, Unit.NONE);

  /// What the value counts.
  public enum Unit {
    /// Nothing is wanted.
    NONE,
    /// Pixels.
    PIXELS,
    /// Hundredths of the parent's inner size.
    PERCENT
  }

  /// Reads `40` or `40%`.
  public static Optional<Extent> parse(String text) {
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1) : text;
    if (digits.isEmpty()
        || digits.length() > 4
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int value = Integer.parseInt(digits);
    return percent && value > 100
        ? Optional.empty()
        : Optional.of(new Extent(value, percent ? Unit.PERCENT : Unit.PIXELS));
  }

  /// The pixels, or the other number where nothing is wanted.
  public int pixels(int parentPx, int otherwisePx) {
    return switch (unit) {
      case NONE -> otherwisePx;
      case PIXELS -> value;
      case PERCENT -> parentPx * value / 100;
    };
  }
}
