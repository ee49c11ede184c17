package io.baedge.screen.glyph;

import io.baedge.screen.Bitmap;
import org.jspecify.annotations.Nullable;

/// One bitmap font: a weight at a size. Measures are there at once; the pictures are unpacked page
/// by page when a text needs them. Safe for many threads: two that unpack the same page or glyph do
/// it twice with equal results.
public final class BakedFont {
  private final int sizePx;
  private final FontMeasures measures;
  private final byte[][] packedPages;
  private final byte[] @Nullable [] pages;
  private final @Nullable Bitmap[] bitmaps;

  BakedFont(int sizePx, FontMeasures measures, byte[][] packedPages) {
    this.sizePx = sizePx;
    this.measures = measures;
    this.packedPages = packedPages;
    this.pages = new byte[packedPages.length][];
    this.bitmaps = new Bitmap[measures.glyphs()];
  }

  /// Size of the em square in pixels.
  public int sizePx() {
    return sizePx;
  }

  /// How many glyphs the font has.
  public int glyphs() {
    return measures.glyphs();
  }

  /// Height of capital letters above the baseline.
  public int capHeight() {
    return measures.capHeight();
  }

  /// Height of small letters such as x above the baseline.
  public int xHeight() {
    return measures.xHeight();
  }

  /// How far letters such as g reach below the baseline.
  public int descent() {
    return measures.descent();
  }

  /// Pixels by which the pen moves after the glyph.
  public int advance(int index) {
    return measures.advance(index);
  }

  /// Pixels from the baseline up to the glyph's ink; negative if all ink lies below.
  public int inkTop(int index) {
    return measures.top(index);
  }

  /// Pixels from the baseline down to the end of the glyph's ink; negative if all ink lies above.
  public int inkBottom(int index) {
    return measures.height(index) - measures.top(index);
  }

  /// Pixels from the pen to the first column of ink.
  public int inkLeft(int index) {
    return measures.left(index);
  }

  /// Width of the ink.
  public int inkWidth(int index) {
    return measures.width(index);
  }

  /// The glyph at an index of the charset.
  public Glyph glyph(int index) {
    return new Glyph(
        bitmap(index), measures.left(index), measures.top(index), measures.advance(index));
  }

  /// The ink of the glyph at an index.
  public Bitmap bitmap(int index) {
    Bitmap known = bitmaps[index];
    if (known == null) {
      known = unpack(index);
      bitmaps[index] = known;
    }
    return known;
  }

  private Bitmap unpack(int index) {
    int same = measures.sameAs(index);
    if (same >= 0) {
      return bitmap(same);
    }
    int page = index / FontFile.GLYPHS_PER_PAGE;
    byte[] bytes = pages[page];
    if (bytes == null) {
      bytes = FontFile.inflate(packedPages[page], measures.pageBytes(page));
      pages[page] = bytes;
    }
    int base = measures.base(index);
    return FontFile.unpredict(
        bytes, measures.offset(index), measures, index, base < 0 ? null : bitmap(base));
  }
}
