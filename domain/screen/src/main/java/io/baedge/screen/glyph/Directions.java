package io.baedge.screen.glyph;

import java.text.Bidi;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// In which direction the atoms of a text run, by the Unicode bidirectional algorithm.
final class Directions {
  private final byte[] levels;
  private final byte[] bases;

  private Directions(byte[] levels, byte[] bases) {
    this.levels = levels;
    this.bases = bases;
  }

  /// Directions of a text whose atoms come from these places of it; the direction of each paragraph
  /// is that of its first letter. A place must have no line break but where a paragraph ends.
  static Directions of(String text, int[] places) {
    byte[] levelAt = new byte[text.length()];
    byte[] baseAt = new byte[text.length()];
    int from = 0;
    while (from < text.length()) {
      int newLine = text.indexOf('\n', from);
      int to = newLine < 0 ? text.length() : newLine;
      if (to > from) {
        Bidi bidi = new Bidi(text.substring(from, to), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        for (int i = from; i < to; i++) {
          levelAt[i] = (byte) bidi.getLevelAt(i - from);
        }
        Arrays.fill(baseAt, from, to, (byte) bidi.getBaseLevel());
      }
      from = to + 1;
    }
    byte[] levels = new byte[places.length];
    byte[] bases = new byte[places.length];
    for (int i = 0; i < places.length; i++) {
      levels[i] = levelAt[places[i]];
      bases[i] = baseAt[places[i]];
    }
    return new Directions(levels, bases);
  }

  /// Whether the atom at a place runs to the left.
  boolean leftwards(int at) {
    return (levels[at] & 1) != 0;
  }

  /// Whether the paragraph of the atom at a place begins at the right.
  boolean beginsRight(int at) {
    return (bases[at] & 1) != 0;
  }

  /// The atoms of a line from the left to the right.
  int[] visual(int start, int end) {
    Integer[] order = new Integer[end - start];
    Arrays.setAll(order, i -> start + i);
    Bidi.reorderVisually(levels, start, order, 0, order.length);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /// The directions of a text in which the atom at each place became so many.
  static @Nullable Directions spread(@Nullable Directions of, int[] counts, int length) {
    if (of == null) {
      return null;
    }
    byte[] levels = new byte[length];
    byte[] bases = new byte[length];
    int out = 0;
    for (int i = 0; i < counts.length; i++) {
      Arrays.fill(levels, out, out + counts[i], of.levels[i]);
      Arrays.fill(bases, out, out + counts[i], of.bases[i]);
      out += counts[i];
    }
    return new Directions(levels, bases);
  }
}
