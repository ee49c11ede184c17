package io.baedge.screen.glyph;

import io.baedge.screen.Bitmap;
import java.util.HexFormat;

/// Boxes with the code point of a character in small figures, two rows of two or three, as Unifont
/// shows what it lacks. They stand in for characters that nothing else can draw.
final class BoxGlyphs {
  private static final int DIGIT_WIDTH = 3;
  private static final int DIGIT_HEIGHT = 5;

  /// Capital height in pixels for which the figures are drawn one to one.
  private static final int UNIT_CAP_HEIGHT = 15;

  /// The sixteen figures, three pixels wide and five high, a row in three bits from the top.
  private static final int[] DIGITS = {
    0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111,
    0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_010_010_010,
    0b111_101_111_101_111, 0b111_101_111_001_111, 0b111_101_111_101_101, 0b110_101_110_101_110,
    0b111_100_100_100_111, 0b110_101_101_101_110, 0b111_100_111_100_111, 0b111_100_111_100_100
  };

  private BoxGlyphs() {}

  /// The name of a code point, such as `U+5C71`.
  static String name(int codePoint) {
    return "U+" + digits(codePoint);
  }

  private static String digits(int codePoint) {
    return HexFormat.of().withUpperCase().toHexDigits(codePoint, codePoint > 0xFFFF ? 6 : 4);
  }

  /// The box for the first code point of a cluster, about as high as the capital letters of the
  /// font.
  static Glyph glyph(String cluster, int capHeight) {
    String digits = digits(cluster.codePointAt(0));
    int unit = Math.max(1, (capHeight + UNIT_CAP_HEIGHT / 2) / UNIT_CAP_HEIGHT);
    int columns = digits.length() / 2;
    int width = (2 + columns * DIGIT_WIDTH + columns + 1) * unit;
    int height = (2 + 2 * DIGIT_HEIGHT + 3) * unit;
    Pen pen = new Pen(width, height);
    pen.fill(0, 0, width, unit);
    pen.fill(0, height - unit, width, unit);
    pen.fill(0, 0, unit, height);
    pen.fill(width - unit, 0, unit, height);
    for (int i = 0; i < digits.length(); i++) {
      int x = (2 + i % columns * (DIGIT_WIDTH + 1)) * unit;
      int y = (2 + i / columns * (DIGIT_HEIGHT + 1)) * unit;
      pen.digit(HexFormat.fromHexDigit(digits.charAt(i)), x, y, unit);
    }
    int top = capHeight + (height - capHeight) / 2;
    return new Glyph(new Bitmap(width, height, pen.bits), unit, top, width + 2 * unit);
  }

  private static final class Pen {
    private final int stride;
    private final byte[] bits;

    Pen(int width, int height) {
      this.stride = (width + 7) / 8;
      this.bits = new byte[stride * height];
    }

    void fill(int left, int top, int width, int height) {
      for (int y = top; y < top + height; y++) {
        for (int x = left; x < left + width; x++) {
          bits[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }

    void digit(int value, int x, int y, int unit) {
      for (int i = 0; i < DIGIT_WIDTH * DIGIT_HEIGHT; i++) {
        if ((DIGITS[value] >> (DIGIT_WIDTH * DIGIT_HEIGHT - 1 - i) & 1) != 0) {
          fill(x + i % DIGIT_WIDTH * unit, y + i / DIGIT_WIDTH * unit, unit, unit);
        }
      }
    }
  }
}
