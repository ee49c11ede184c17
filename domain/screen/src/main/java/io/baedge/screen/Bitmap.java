package io.baedge.screen;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture of one bit per pixel: a glyph, a mark, a QR code. Rows of whole bytes, most
/// significant bit first, 1 = ink; bits after the last column are 0. Immutable.
public final class Bitmap implements Picture {
  private final int width;
  private final int height;
  private final byte[] bits;

  /// A bitmap of these packed rows.
  ///
  /// @throws IllegalArgumentException if the number of bytes is not that of the size, or a bit
  ///   after the last column is set
  public Bitmap(int width, int height, byte[] bits) {
    this(bits.clone(), width, height);
  }

  private Bitmap(byte[] bits, int width, int height) {
    int stride = (width + 7) / 8;
    if (width < 0 || height < 0 || bits.length != stride * height) {
      throw new IllegalArgumentException(
          "a bitmap of " + width + "x" + height + " cannot have " + bits.length + " bytes");
    }
    int padding = width % 8 == 0 ? 0 : 0xFF >> (width % 8);
    for (int last = stride - 1; padding != 0 && last < bits.length; last += stride) {
      if ((bits[last] & padding) != 0) {
        throw new IllegalArgumentException("a bit after column " + width + " is set");
      }
    }
    this.width = width;
    this.height = height;
    this.bits = bits;
  }

  /// Reads rows of text: `.` and space are empty, anything else is ink. All rows have the same
  /// length.
  public static Bitmap ofRows(List<String> rows) {
    int width = rows.isEmpty() ? 0 : rows.getFirst().length();
    int stride = (width + 7) / 8;
    byte[] bits = new byte[stride * rows.size()];
    for (int y = 0; y < rows.size(); y++) {
      String row = rows.get(y);
      if (row.length() != width) {
        throw new IllegalArgumentException(
            "row " + (y + 1) + " has " + row.length() + " columns; the first has " + width);
      }
      for (int x = 0; x < width; x++) {
        if (row.charAt(x) != '.' && row.charAt(x) != ' ') {
          bits[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return new Bitmap(bits, width, rows.size());
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /// Bytes per row.
  public int stride() {
    return (width + 7) / 8;
  }

  /// Eight pixels of a row, the leftmost in the highest bit.
  public int octet(int index, int row) {
    return bits[row * stride() + index] & 0xFF;
  }

  /// Whether there is ink at a point.
  public boolean isSet(int x, int y) {
    return (bits[y * stride() + (x >> 3)] >> (7 - (x & 7)) & 1) != 0;
  }

  /// A copy of the packed rows.
  public byte[] bits() {
    return bits.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bitmap that
        && width == that.width
        && height == that.height
        && Arrays.equals(bits, that.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits) * 31 + width;
  }
}
