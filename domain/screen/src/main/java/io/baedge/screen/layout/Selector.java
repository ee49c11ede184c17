package io.baedge.screen.layout;

import java.util.Optional;

/// For which canvases a variant is meant; sides in pixels of the canvas, as it is held.
public record Selector(
    Range width,
    Range height,
    Optional<Orientation> orientation,
    Optional<String> tier,
    Optional<String> panel) {
  /// Bounds of a side, both included.
  public record Range(int min, int max) {
    /// Any length.
    public static final Range ANY = new Range(0, Integer.MAX_VALUE);

    boolean holds(int value) {
      return value >= min && value <= max;
    }
  }

  /// Whether a canvas is meant.
  public boolean selects(int widthPx, int heightPx, String tierName, String panelName) {
    Orientation held = widthPx >= heightPx ? Orientation.LANDSCAPE : Orientation.PORTRAIT;
    return width.holds(widthPx)
        && height.holds(heightPx)
        && orientation.map(o -> o == held).orElse(true)
        && tier.map(t -> t.equals(tierName)).orElse(true)
        && panel.map(p -> p.equals(panelName)).orElse(true);
  }
}
