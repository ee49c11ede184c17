package io.baedge.screen;

import io.baedge.model.panel.PanelModel;
import java.util.Arrays;

/// Frames to the native planes of each panel. A landscape canvas is turned 90 degrees
/// counter-clockwise into the portrait memory: point (x, y) lands at column y, row (width - 1 - x).
/// Rows are packed most significant bit first. Source: recordings of the vendor drivers; the bits
/// after the last of 122 columns are as recorded there.
public final class PanelPacking {
  private static final byte[] NO_PLANE = new byte[0];
  private static final byte[] TWO_BITS = {0b01, 0b00, 0b11, 0b10};

  private PanelPacking() {}

  /// Packs a landscape frame (panel height x panel width) or a portrait frame of the panel's native
  /// size.
  ///
  /// @throws IllegalArgumentException if the frame has another size or inks that the panel lacks
  public static PackedFrame pack(Frame frame, PanelModel panel) {
    boolean landscape = frame.width() == panel.heightPx() && frame.height() == panel.widthPx();
    boolean portrait = frame.width() == panel.widthPx() && frame.height() == panel.heightPx();
    if (!landscape && !portrait) {
      throw new IllegalArgumentException(
          "a frame of "
              + frame.width()
              + "x"
              + frame.height()
              + " does not fit the panel "
              + panel.name()
              + "; draw it with "
              + panel.heightPx()
              + "x"
              + panel.widthPx()
              + " or "
              + panel.widthPx()
              + "x"
              + panel.heightPx()
              + " pixels");
    }
    if (frame.palette().inks() > Palette.of(panel).inks()) {
      throw new IllegalArgumentException(
          "a frame with the inks "
              + frame.palette()
              + " cannot be shown by the panel "
              + panel.name());
    }
    byte[] pixels = landscape ? turned(frame, rowsRunUpwards(panel)) : upright(frame, panel);
    return switch (panel.inks()) {
      case BLACK -> new PackedFrame(plane(pixels, panel, 1), NO_PLANE);
      case BLACK_AND_ACCENT -> new PackedFrame(plane(pixels, panel, 1), plane(pixels, panel, 2));
      case BLACK_YELLOW_RED -> new PackedFrame(twoBits(pixels, panel), NO_PLANE);
    };
  }

  /// The 2in13_V2 is driven with data entry mode 01: its rows run upwards, so column x stays row x,
  /// and the rows of a portrait frame are sent from the last to the first.
  public static boolean rowsRunUpwards(PanelModel panel) {
    return panel.name().equals("2in13_V2");
  }

  private static byte[] upright(Frame frame, PanelModel panel) {
    if (!rowsRunUpwards(panel)) {
      return frame.raw();
    }
    int width = frame.width();
    byte[] from = frame.raw();
    byte[] to = new byte[from.length];
    for (int row = 0; row < from.length; row += width) {
      System.arraycopy(from, row, to, from.length - width - row, width);
    }
    return to;
  }

  private static boolean padsWithOnes(PanelModel panel) {
    return panel.name().equals("2in13") || panel.name().equals("2in13_V2");
  }

  private static byte[] turned(Frame frame, boolean rowsRunUpwards) {
    int width = frame.width();
    int height = frame.height();
    byte[] from = frame.raw();
    byte[] to = new byte[from.length];
    for (int y = 0; y < height; y++) {
      int source = y * width;
      int target = rowsRunUpwards ? y : (width - 1) * height + y;
      int step = rowsRunUpwards ? height : -height;
      for (int x = 0; x < width; x++) {
        to[target] = from[source + x];
        target += step;
      }
    }
    return to;
  }

  /// One bit per pixel: 0 where the pixel has this ink, else 1.
  private static byte[] plane(byte[] pixels, PanelModel panel, int ink) {
    int width = panel.widthPx();
    int stride = (width + 7) / 8;
    int wholeBytes = width / 8;
    byte[] plane = new byte[stride * panel.heightPx()];
    int at = 0;
    for (int row = 0; row < plane.length; row += stride) {
      for (int i = 0; i < wholeBytes; i++, at += 8) {
        plane[row + i] =
            (byte)
                ~(bit(pixels[at], ink) << 7
                    | bit(pixels[at + 1], ink) << 6
                    | bit(pixels[at + 2], ink) << 5
                    | bit(pixels[at + 3], ink) << 4
                    | bit(pixels[at + 4], ink) << 3
                    | bit(pixels[at + 5], ink) << 2
                    | bit(pixels[at + 6], ink) << 1
                    | bit(pixels[at + 7], ink));
      }
      if (wholeBytes != stride) {
        int last = padsWithOnes(panel) ? 0xFF >> (width & 7) : 0;
        for (int bit = 0; bit < (width & 7); bit++) {
          last |= (bit(pixels[at++], ink) ^ 1) << (7 - bit);
        }
        plane[row + wholeBytes] = (byte) last;
      }
    }
    return plane;
  }

  private static int bit(byte pixel, int ink) {
    return pixel == ink ? 1 : 0;
  }

  /// Four pixels a byte: 00 black, 01 white, 10 yellow, 11 red; what is left of the last byte stays
  /// 0.
  private static byte[] twoBits(byte[] pixels, PanelModel panel) {
    int width = panel.widthPx();
    int stride = (width + 3) / 4;
    byte[] packed = new byte[stride * panel.heightPx()];
    int at = 0;
    for (int row = 0; row < packed.length; row += stride) {
      for (int x = 0; x < width; x++) {
        packed[row + x / 4] |= (byte) (TWO_BITS[pixels[at++]] << (6 - x % 4 * 2));
      }
    }
    return packed;
  }

  /// A frame that shows the whole plane's worth of one ink: for clearing and for tests of a panel.
  public static Frame filled(PanelModel panel, int ink) {
    byte[] pixels = new byte[panel.widthPx() * panel.heightPx()];
    Arrays.fill(pixels, (byte) ink);
    return Frame.owning(panel.heightPx(), panel.widthPx(), Palette.of(panel), pixels);
  }
}
