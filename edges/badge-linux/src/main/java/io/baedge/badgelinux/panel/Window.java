package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;

/**
 * A part of the glass in native portrait pixels. Columns are widened to whole bytes, because a
 * panel's memory is addressed in bytes.
 *
 * @param x0 first column
 * @param y0 first row
 * @param x1 one past the last column
 * @param y1 one past the last row
 */
public record Window(int x0, int y0, int x1, int y1) {
  /**
   * @throws IllegalArgumentException if it is empty or begins before the glass
   */
  public Window {
    if (x0 < 0 || y0 < 0 || x1 <= x0 || y1 <= y0) {
      throw new IllegalArgumentException(
          "the window " + x0 + "," + y0 + "," + x1 + "," + y1 + " is empty; give x0,y0,x1,y1");
    }
  }

  /** The whole glass. */
  public static Window whole(PanelModel model) {
    return new Window(0, 0, model.widthPx(), model.heightPx());
  }

  /** Whether it lies on the glass of that model. */
  public boolean fits(PanelModel model) {
    return x1 <= model.widthPx() && y1 <= model.heightPx();
  }

  /** First byte of a row, at 8 pixels a byte. */
  int firstByte() {
    return x0 / 8;
  }

  /** Last byte of a row, at 8 pixels a byte. */
  int lastByte() {
    return (x1 - 1) / 8;
  }

  int lastRow() {
    return y1 - 1;
  }
}
