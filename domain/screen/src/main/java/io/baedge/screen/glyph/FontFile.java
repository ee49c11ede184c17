package io.baedge.screen.glyph;

import io.baedge.screen.Bitmap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Bitmap fonts as bytes. A file is `BF`, format 1, size in pixels, number of glyphs (16 bits),
/// then blocks, each with its length (32 bits) and deflated: the measures, then one per 128 glyphs
/// with their pictures. A picture is written as the difference to that of the letter it is made
/// from (é to e), each row as the difference to the row above; a picture that occurred before is
/// not written again (Cyrillic А is Latin A).
public final class FontFile {
  static final int GLYPHS_PER_PAGE = 128;

  private static final int HEADER_BYTES = 5;
  private static final int FORMAT = 1;

  private FontFile() {}

  /// What a file is written from.
  ///
  /// @param sizePx size of the em square in pixels
  /// @param capHeight height of capital letters
  /// @param xHeight height of the letter x
  /// @param descent depth of letters such as g
  /// @param glyphs all glyphs in the order of the charset
  /// @param bases per glyph the index of the letter it is made from, or -1
  public record Source(
      int sizePx,
      int capHeight,
      int xHeight,
      int descent,
      List<Glyph> glyphs,
      List<Integer> bases) {
    /// Copies the lists.
    public Source {
      glyphs = List.copyOf(glyphs);
      bases = List.copyOf(bases);
    }
  }

  /// The bytes of a font.
  public static byte[] write(Source font) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('B');
    out.write('F');
    out.write(FORMAT << 7 | font.sizePx());
    out.write(font.glyphs().size() >> 8);
    out.write(font.glyphs().size());
    for (byte[] block : blocks(font)) {
      byte[] packed = deflate(block);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(packed.length >> shift);
      }
      out.writeBytes(packed);
    }
    return out.toByteArray();
  }

  /// The blocks of a font before they are deflated: the same on every machine, whatever its
  /// deflater.
  public static List<byte[]> blocks(Source font) {
    int count = font.glyphs().size();
    int[] same = repeats(font.glyphs());
    List<byte[]> blocks = new ArrayList<>();
    blocks.add(measures(font, same));
    for (int start = 0; start < count; start += GLYPHS_PER_PAGE) {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      for (int i = start; i < Math.min(count, start + GLYPHS_PER_PAGE); i++) {
        if (same[i] < 0) {
          int base = font.bases().get(i);
          page.writeBytes(predict(font.glyphs().get(i), base < 0 ? null : font.glyphs().get(base)));
        }
      }
      blocks.add(page.toByteArray());
    }
    return blocks;
  }

  private static int[] repeats(List<Glyph> glyphs) {
    Map<Bitmap, Integer> seen = new LinkedHashMap<>();
    int[] same = new int[glyphs.size()];
    for (int i = 0; i < same.length; i++) {
      Integer earlier = seen.putIfAbsent(glyphs.get(i).bitmap(), i);
      same[i] = earlier == null ? -1 : earlier;
    }
    return same;
  }

  private static byte[] measures(Source font, int[] same) {
    int count = font.glyphs().size();
    byte[] block = new byte[FontMeasures.blockBytes(count)];
    block[0] = (byte) font.capHeight();
    block[1] = (byte) font.xHeight();
    block[2] = (byte) font.descent();
    for (int i = 0; i < count; i++) {
      Glyph glyph = font.glyphs().get(i);
      int[] columns = {
        glyph.advance(),
        glyph.left(),
        glyph.top(),
        glyph.bitmap().width(),
        glyph.bitmap().height(),
        font.bases().get(i) >> 8,
        font.bases().get(i),
        same[i] >> 8,
        same[i]
      };
      for (int column = 0; column < columns.length; column++) {
        block[3 + column * count + i] = (byte) columns[column];
      }
    }
    return block;
  }

  private static byte[] predict(Glyph glyph, @Nullable Glyph base) {
    Bitmap bitmap = glyph.bitmap();
    byte[] rows = bitmap.bits();
    if (base != null) {
      toggle(
          rows,
          bitmap.width(),
          bitmap.height(),
          base.bitmap(),
          base.left() - glyph.left(),
          glyph.top() - base.top());
    }
    for (int i = rows.length - 1; i >= bitmap.stride(); i--) {
      rows[i] ^= rows[i - bitmap.stride()];
    }
    return rows;
  }

  static Bitmap unpredict(
      byte[] page, int offset, FontMeasures measures, int index, @Nullable Bitmap base) {
    int width = measures.width(index);
    int height = measures.height(index);
    int stride = (width + 7) / 8;
    byte[] rows = Arrays.copyOfRange(page, offset, offset + stride * height);
    for (int i = stride; i < rows.length; i++) {
      rows[i] ^= rows[i - stride];
    }
    if (base != null) {
      int baseIndex = measures.base(index);
      toggle(
          rows,
          width,
          height,
          base,
          measures.left(baseIndex) - measures.left(index),
          measures.top(index) - measures.top(baseIndex));
    }
    return new Bitmap(width, height, rows);
  }

  /// Inverts the pixels of `rows` that are set in `base` when its corner lies at (dx, dy).
  private static void toggle(byte[] rows, int width, int height, Bitmap base, int dx, int dy) {
    int stride = (width + 7) / 8;
    for (int y = Math.max(0, -dy); y < base.height() && y + dy < height; y++) {
      for (int x = Math.max(0, -dx); x < base.width() && x + dx < width; x++) {
        if (base.isSet(x, y)) {
          int column = x + dx;
          rows[(y + dy) * stride + column / 8] ^= (byte) (0x80 >> (column % 8));
        }
      }
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if the bytes are not a font of this charset
  public static BakedFont read(byte[] file, Charset charset) {
    if (file.length < HEADER_BYTES
        || file[0] != 'B'
        || file[1] != 'F'
        || (file[2] & 0xFF) >> 7 != FORMAT) {
      throw new IllegalArgumentException("this is not a baked font of format " + FORMAT);
    }
    int glyphs = (file[3] & 0xFF) << 8 | (file[4] & 0xFF);
    if (glyphs != charset.size()) {
      throw new IllegalArgumentException(
          "the font has "
              + glyphs
              + " glyphs, the charset "
              + charset.size()
              + "; bake them together");
    }
    List<byte[]> blocks = split(file);
    FontMeasures measures =
        new FontMeasures(inflate(blocks.getFirst(), FontMeasures.blockBytes(glyphs)), glyphs);
    byte[][] pages = blocks.subList(1, blocks.size()).toArray(new byte[0][]);
    return new BakedFont(file[2] & 0x7F, measures, pages);
  }

  /// The deflated blocks of a file.
  private static List<byte[]> split(byte[] file) {
    List<byte[]> blocks = new ArrayList<>();
    int at = HEADER_BYTES;
    while (at + 4 <= file.length) {
      int length = 0;
      for (int i = 0; i < 4; i++) {
        length = length << 8 | (file[at++] & 0xFF);
      }
      if (length < 0 || length > file.length - at) {
        throw new IllegalArgumentException("a block of the font is longer than the file");
      }
      blocks.add(Arrays.copyOfRange(file, at, at + length));
      at += length;
    }
    return blocks;
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static byte[] inflate(byte[] packed, int length) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] out = new byte[length];
      int filled = 0;
      while (filled < length) {
        int got = inflater.inflate(out, filled, length - filled);
        if (got == 0) {
          throw new IllegalArgumentException("a block of the font ends after " + filled + " bytes");
        }
        filled += got;
      }
      return out;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a block of the font is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
