package io.baedge.screen.image;

import io.baedge.screen.Area;
import io.baedge.screen.Palette;
import io.baedge.screen.Raster;

/// Turns pictures of many tones into inks of a panel. Whole numbers only: the same picture always
/// gives the same pixels.
public final class Ditherer {
  private static final int OPAQUE = 255;
  private static final int LARGEST_ERROR = 255;

  /// The thresholds of Bayer's pattern, 0 to 63.
  private static final int[] BAYER = bayer();

  private final Palette palette;
  private final Inks inks;

  /// For these inks.
  public Ditherer(Palette palette) {
    this.palette = palette;
    this.inks = new Inks(palette);
  }

  private static int[] bayer() {
    int[] pattern = new int[64];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        int value = 0;
        for (int bit = 0; bit < 3; bit++) {
          int xor = (x ^ y) >> bit & 1;
          value |= (xor * 2 + (y >> bit & 1)) << (2 * (2 - bit));
        }
        pattern[y * 8 + x] = value;
      }
    }
    return pattern;
  }

  /// The inks of a cut-out of a picture, row by row.
  ///
  /// @param width of the whole picture
  /// @param height of the whole picture
  /// @param cut the part that is wanted
  /// @param ground the ink it lies on, seen through what is transparent
  public byte[] inks(Raster picture, int width, int height, Area cut, int ground, Dither dither) {
    int[] pixels = Scaling.scaled(picture, width, height, cut);
    return switch (dither) {
      case FLOYD_STEINBERG -> diffused(pixels, cut.width(), ground);
      case ORDERED -> ordered(pixels, cut.width(), ground);
      case NONE -> {
        byte[] out = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
          out[i] = (byte) nearest(over(pixels[i], ground), 0);
        }
        yield out;
      }
    };
  }

  private int nearest(int rgb, int more) {
    return inks.nearest(
        rgb, (rgb >> 16 & 0xFF) + more, (rgb >> 8 & 0xFF) + more, (rgb & 0xFF) + more);
  }

  private byte[] ordered(int[] pixels, int width, int ground) {
    byte[] out = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int threshold = BAYER[i / width % 8 * 8 + i % width % 8];
      boolean empty = pixels[i] >>> 24 == 0;
      // 64 levels from -126 to 126: full white and full black stay what they are.
      out[i] = (byte) (empty ? ground : nearest(over(pixels[i], ground), threshold * 4 - 126));
    }
    return out;
  }

  private byte[] diffused(int[] pixels, int width, int ground) {
    byte[] out = new byte[pixels.length];
    // Errors of this row and the next, three channels a pixel, one pixel of margin at both sides.
    int[] here = new int[(width + 2) * 3];
    int[] below = new int[(width + 2) * 3];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      if (x == 0 && i > 0) {
        int[] done = here;
        here = below;
        below = done;
        java.util.Arrays.fill(below, 0);
      }
      if (pixels[i] >>> 24 == 0) {
        out[i] = (byte) ground;
        continue;
      }
      int rgb = over(pixels[i], ground);
      int at = (x + 1) * 3;
      int red = (rgb >> 16 & 0xFF) + sixteenth(here[at]);
      int green = (rgb >> 8 & 0xFF) + sixteenth(here[at + 1]);
      int blue = (rgb & 0xFF) + sixteenth(here[at + 2]);
      int ink = inks.nearest(rgb, red, green, blue);
      out[i] = (byte) ink;
      int shown = palette.rgb(ink);
      share(red - (shown >> 16 & 0xFF), here, below, at);
      share(green - (shown >> 8 & 0xFF), here, below, at + 1);
      share(blue - (shown & 0xFF), here, below, at + 2);
    }
    return out;
  }

  private static int sixteenth(int error) {
    return Math.floorDiv(error + 8, 16);
  }

  /// An error that no ink can make good is bounded, or it would smear over the picture.
  private static void share(int whole, int[] here, int[] below, int at) {
    int error = Math.clamp(whole, -LARGEST_ERROR, LARGEST_ERROR);
    here[at + 3] += 7 * error;
    below[at - 3] += 3 * error;
    below[at] += 5 * error;
    below[at + 3] += error;
  }

  private int over(int argb, int ground) {
    int alpha = argb >>> 24;
    if (alpha == OPAQUE) {
      return argb & 0xFFFFFF;
    }
    int under = palette.rgb(ground);
    return mix(argb >> 16, under >> 16, alpha) << 16
        | mix(argb >> 8, under >> 8, alpha) << 8
        | mix(argb, under, alpha);
  }

  private static int mix(int over, int under, int alpha) {
    return ((over & 0xFF) * alpha + (under & 0xFF) * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE;
  }
}
