package io.baedge.model.panel;

import java.util.Optional;

/**
 * How a picture is turned on its glass, clockwise, against a badge worn with the long side
 * horizontal.
 */
public enum Rotation {
  /** Landscape, as the panel is mounted on its board. */
  NONE(0),
  /** Portrait. */
  QUARTER(90),
  /** Landscape, upside down. */
  HALF(180),
  /** Portrait, the other way up. */
  THREE_QUARTERS(270);

  private final int degrees;

  Rotation(int degrees) {
    this.degrees = degrees;
  }

  /** The turn in degrees, clockwise: 0, 90, 180 or 270. */
  public int degrees() {
    return degrees;
  }

  /** Whether the long side of the picture is vertical. */
  public boolean portrait() {
    return this == QUARTER || this == THREE_QUARTERS;
  }

  /** Whether the picture stands on its head compared with the other of its orientation. */
  public boolean reversed() {
    return this == HALF || this == THREE_QUARTERS;
  }

  /** The rotation of these degrees. */
  public static Optional<Rotation> of(long degrees) {
    for (Rotation rotation : values()) {
      if (rotation.degrees == degrees) {
        return Optional.of(rotation);
      }
    }
    return Optional.empty();
  }

  /** Reads degrees, or {@code landscape} (0) or {@code portrait} (90). */
  public static Optional<Rotation> parse(String text) {
    return switch (text.strip()) {
      case "0", "landscape" -> Optional.of(NONE);
      case "90", "portrait" -> Optional.of(QUARTER);
      case "180" -> Optional.of(HALF);
      case "270" -> Optional.of(THREE_QUARTERS);
      default -> Optional.empty();
    };
  }
}
