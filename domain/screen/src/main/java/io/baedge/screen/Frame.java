package io.baedge.screen;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// One finished picture: a palette index per pixel, row by row from the top left. Landscape frames
/// are as wide as the panel is high. Immutable.
public final class Frame {
  /// Longest side a frame may have, in pixels.
  public static final int MAX_SIDE = 2048;

  private static final int HASH_BYTES = 16;

  private final int width;
  private final int height;
  private final Palette palette;
  private final byte[] pixels;
  private @Nullable String hash;

  /// A frame of a copy of these pixels.
  ///
  /// @throws FrameFormatException if the sizes do not agree or an index is outside the palette
  public Frame(int width, int height, Palette palette, byte[] pixels) {
    this(palette, width, height, checked(width, height, palette, pixels.clone()));
  }

  private Frame(Palette palette, int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.palette = palette;
    this.pixels = pixels;
  }

  /// Takes the array as it is: for this package, whose callers never write to it again.
  static Frame owning(int width, int height, Palette palette, byte[] pixels) {
    return new Frame(palette, width, height, checked(width, height, palette, pixels));
  }

  private static byte[] checked(int width, int height, Palette palette, byte[] pixels) {
    checkSize(width, height);
    if (pixels.length != width * height) {
      throw new FrameFormatException(
          "a frame of "
              + width
              + "x"
              + height
              + " needs "
              + width * height
              + " pixels, got "
              + pixels.length);
    }
    int inks = palette.inks();
    for (byte pixel : pixels) {
      if (pixel < 0 || pixel >= inks) {
        throw new FrameFormatException("pixel value " + pixel + " is not an ink of " + palette);
      }
    }
    return pixels;
  }

  static void checkSize(int width, int height) {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new FrameFormatException(
          "a frame of " + width + "x" + height + " is outside 1x1 to " + MAX_SIDE + "x" + MAX_SIDE);
    }
  }

  /// An empty white picture.
  public static Frame blank(int width, int height, Palette palette) {
    checkSize(width, height);
    return owning(width, height, palette, new byte[width * height]);
  }

  /// Width in pixels.
  public int width() {
    return width;
  }

  /// Height in pixels.
  public int height() {
    return height;
  }

  /// The inks of this picture.
  public Palette palette() {
    return palette;
  }

  /// The palette index at a point.
  public int pixel(int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      throw new IndexOutOfBoundsException(
          "(" + x + "," + y + ") is outside " + width + "x" + height);
    }
    return pixels[y * width + x];
  }

  /// A copy of all indexes, row by row.
  public byte[] pixels() {
    return pixels.clone();
  }

  /// The same picture upside down.
  public Frame halfTurned() {
    byte[] turned = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      turned[pixels.length - 1 - i] = pixels[i];
    }
    return new Frame(palette, width, height, turned);
  }

  /// The pixels themselves: for readers in this package that do not write.
  byte[] raw() {
    return pixels;
  }

  /// Name of the picture by its content: the first 16 bytes of SHA-256 over size, palette and
  /// pixels, in hex. Equal hashes mean that the glass need not be refreshed.
  public String hash() {
    String known = hash;
    if (known == null) {
      known = computeHash();
      hash = known;
    }
    return known;
  }

  private String computeHash() {
    MessageDigest sha = sha256();
    byte[] head = {
      (byte) (width >> 8), (byte) width, (byte) (height >> 8), (byte) height, (byte) palette.id()
    };
    sha.update(head);
    sha.update(pixels);
    return HexFormat.of().formatHex(sha.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Frame that
        && width == that.width
        && height == that.height
        && palette == that.palette
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels) * 31 + width;
  }

  @Override
  public String toString() {
    return "Frame[" + width + "x" + height + " " + palette + " " + hash() + "]";
  }
}
