package io.baedge.screen.image;

import io.baedge.screen.Palette;

/// Chooses inks for colours. Greys become black and white only, so that a dark grey does not turn
/// red; a colour is only taken where the picture itself has about that hue.
final class Inks {
  private static final int COLOURED = 40;
  private static final int YELLOW_GREEN = 0x80;

  private final Palette palette;

  Inks(Palette palette) {
    this.palette = palette;
  }

  /// The nearest ink of a colour.
  ///
  /// @param original what the picture has there; it says which colours may be taken
  /// @param red with the errors of other pixels, as `green` and `blue`
  int nearest(int original, int red, int green, int blue) {
    int best = Palette.WHITE;
    int least = Integer.MAX_VALUE;
    for (int ink = 0; ink < palette.inks(); ink++) {
      if (allowed(ink, original)) {
        int rgb = palette.rgb(ink);
        int apart =
            allowsColour(original)
                ? distance(rgb, red, green, blue)
                : Math.abs(luma(red, green, blue) - (ink == Palette.WHITE ? 255 : 0));
        if (apart < least) {
          least = apart;
          best = ink;
        }
      }
    }
    return best;
  }

  private boolean allowsColour(int original) {
    for (int ink = 2; ink < palette.inks(); ink++) {
      if (allowed(ink, original)) {
        return true;
      }
    }
    return false;
  }

  private boolean allowed(int ink, int original) {
    if (ink <= Palette.BLACK) {
      return true;
    }
    int red = original >> 16 & 0xFF;
    int green = original >> 8 & 0xFF;
    int blue = original & 0xFF;
    boolean yellow = (palette.rgb(ink) >> 8 & 0xFF) >= YELLOW_GREEN;
    return yellow
        ? Math.min(red, green) - blue >= COLOURED
        : red - Math.max(green, blue) >= COLOURED;
  }

  private static int distance(int rgb, int red, int green, int blue) {
    int r = red - (rgb >> 16 & 0xFF);
    int g = green - (rgb >> 8 & 0xFF);
    int b = blue - (rgb & 0xFF);
    return 2 * r * r + 4 * g * g + 3 * b * b;
  }

  private static int luma(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue) / 1000;
  }
}
