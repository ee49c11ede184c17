package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.PackedFrame;
import io.baedge.screen.PanelPacking;

/**
 * A picture in a panel's order of bits.
 *
 * @param first the black plane (1 = white), the low bit of greys, or two bits a pixel
 * @param second the colour plane (0 = coloured) or the high bit of greys; else empty
 * @param strideBytes bytes of a row
 */
public record Planes(byte[] first, byte[] second, int strideBytes) {
  /** Where a plane's bytes come from. */
  public enum Source {
    FIRST,
    FIRST_INVERTED,
    SECOND,
    SECOND_INVERTED
  }

  /** No picture, for sequences that need none. */
  public static final Planes NONE = new Planes(new byte[0], new byte[0], 0);

  /** A frame, landscape or portrait, in the inks of the panel. */
  public static Planes of(Frame frame, PanelModel model) {
    PackedFrame packed = PanelPacking.pack(frame, model);
    return new Planes(packed.first(), packed.second(), packed.first().length / model.heightPx());
  }

  /**
   * Four greys, native portrait.
   *
   * @param levels a level per pixel, row by row: 0 white, 1 light, 2 dark, 3 black
   */
  public static Planes ofGreys(byte[] levels, PanelModel model) {
    int stride = (model.widthPx() + 7) / 8;
    byte[] low = new byte[stride * model.heightPx()];
    byte[] high = new byte[low.length];
    for (int y = 0, at = 0; y < model.heightPx(); y++) {
      for (int x = 0; x < model.widthPx(); x++, at++) {
        low[y * stride + x / 8] |= (byte) ((levels[at] & 1) << (7 - x % 8));
        high[y * stride + x / 8] |= (byte) ((levels[at] >> 1 & 1) << (7 - x % 8));
      }
    }
    return new Planes(low, high, stride);
  }

  /** This picture with a part of another one in it. */
  public Planes with(Planes other, Window part, PanelModel model) {
    byte[] merged = first.clone();
    boolean upwards = PanelPacking.rowsRunUpwards(model);
    int bytes = part.lastByte() - part.firstByte() + 1;
    for (int y = part.y0(); y < part.y1(); y++) {
      int row = upwards ? model.heightPx() - 1 - y : y;
      int at = row * strideBytes + part.firstByte();
      System.arraycopy(other.first, at, merged, at, bytes);
    }
    return new Planes(merged, second, strideBytes);
  }

  /** Whether any pixel of the colour plane is coloured. */
  public boolean hasColour() {
    for (byte bits : second) {
      if (bits != -1) {
        return true;
      }
    }
    return false;
  }

  /** The bytes of a window, each row followed by zeros. */
  byte[] rows(Source source, int fromRow, int rows, int fromByte, int bytes, int tailBytes) {
    byte[] plane =
        switch (source) {
          case FIRST, FIRST_INVERTED -> first;
          case SECOND, SECOND_INVERTED -> second;
        };
    int flip = source == Source.FIRST_INVERTED || source == Source.SECOND_INVERTED ? 0xFF : 0;
    byte[] out = new byte[rows * (bytes + tailBytes)];
    for (int row = 0, at = 0; row < rows; row++, at += tailBytes) {
      int from = (fromRow + row) * strideBytes + fromByte;
      for (int i = 0; i < bytes; i++) {
        out[at++] = (byte) (plane[from + i] ^ flip);
      }
    }
    return out;
  }
}
