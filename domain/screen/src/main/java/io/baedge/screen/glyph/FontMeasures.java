package io.baedge.screen.glyph;

/// The numbers of a font's glyphs in plain arrays, because a badge holds them for every size it
/// uses.
final class FontMeasures {
  private static final int NONE = 0xFFFF;

  private final byte[] advance;
  private final byte[] left;
  private final byte[] top;
  private final byte[] width;
  private final byte[] height;
  private final char[] base;
  private final char[] same;
  private final int[] line;
  private final int[] offset;

  /// Reads the block that [FontFile] writes: three line measures, then per glyph advance, left,
  /// top, width, height, then base and same as 16 bits each, `FFFF` = none.
  FontMeasures(byte[] block, int glyphs) {
    this.line = new int[] {block[0] & 0xFF, block[1] & 0xFF, block[2] & 0xFF};
    this.advance = new byte[glyphs];
    this.left = new byte[glyphs];
    this.top = new byte[glyphs];
    this.width = new byte[glyphs];
    this.height = new byte[glyphs];
    this.base = new char[glyphs];
    this.same = new char[glyphs];
    this.offset = new int[glyphs];
    int at = 3;
    for (byte[] column : new byte[][] {advance, left, top, width, height}) {
      System.arraycopy(block, at, column, 0, glyphs);
      at += glyphs;
    }
    for (int i = 0; i < glyphs; i++) {
      base[i] = (char) ((block[at + i] & 0xFF) << 8 | (block[at + glyphs + i] & 0xFF));
      same[i] =
          (char) ((block[at + 2 * glyphs + i] & 0xFF) << 8 | (block[at + 3 * glyphs + i] & 0xFF));
    }
    int inPage = 0;
    for (int i = 0; i < glyphs; i++) {
      inPage = i % FontFile.GLYPHS_PER_PAGE == 0 ? 0 : inPage;
      offset[i] = inPage;
      inPage += packedBytes(i);
    }
  }

  /// Length of the block for so many glyphs.
  static int blockBytes(int glyphs) {
    return 3 + 9 * glyphs;
  }

  private int packedBytes(int index) {
    return same[index] == NONE ? (width(index) + 7) / 8 * height(index) : 0;
  }

  int glyphs() {
    return advance.length;
  }

  int capHeight() {
    return line[0];
  }

  int xHeight() {
    return line[1];
  }

  int descent() {
    return line[2];
  }

  int advance(int index) {
    return advance[index] & 0xFF;
  }

  int left(int index) {
    return left[index];
  }

  int top(int index) {
    return top[index];
  }

  int width(int index) {
    return width[index] & 0xFF;
  }

  int height(int index) {
    return height[index] & 0xFF;
  }

  int offset(int index) {
    return offset[index];
  }

  /// The glyph this one is written as a difference to, or -1.
  int base(int index) {
    return base[index] == NONE ? -1 : base[index];
  }

  /// The earlier glyph with the same picture, or -1.
  int sameAs(int index) {
    return same[index] == NONE ? -1 : same[index];
  }

  int pageBytes(int page) {
    int last = Math.min(glyphs(), (page + 1) * FontFile.GLYPHS_PER_PAGE) - 1;
    return offset[last] + packedBytes(last);
  }
}
