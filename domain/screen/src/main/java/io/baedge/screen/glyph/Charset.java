package io.baedge.screen.glyph;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The characters that every baked font has, in ascending order; the place of a character in it is
/// its index in all fonts. Written as text: one range per line, `0041-005A` or `20AC`.
public final class Charset {
  private final int[] first;
  private final int[] last;
  private final int[] start;
  private final int size;

  private Charset(int[] first, int[] last) {
    this.first = first;
    this.last = last;
    this.start = new int[first.length];
    int count = 0;
    for (int i = 0; i < first.length; i++) {
      start[i] = count;
      count += last[i] - first[i] + 1;
    }
    this.size = count;
  }

  /// The charset of these ranges.
  ///
  /// @throws IllegalArgumentException if a line is not a range, or the ranges do not ascend
  public static Charset parse(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int[] first = new int[lines.size()];
    int[] last = new int[lines.size()];
    for (int i = 0; i < first.length; i++) {
      String[] ends = lines.get(i).strip().split("-", 2);
      first[i] = HexFormat.fromHexDigits(ends[0]);
      last[i] = HexFormat.fromHexDigits(ends[ends.length - 1]);
      if (last[i] < first[i] || (i > 0 && first[i] <= last[i - 1])) {
        throw new IllegalArgumentException("range " + lines.get(i) + " does not ascend");
      }
    }
    return new Charset(first, last);
  }

  /// The charset of these code points, which must ascend.
  public static Charset of(int[] codePoints) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < codePoints.length; i++) {
      int end = i;
      while (end + 1 < codePoints.length && codePoints[end + 1] == codePoints[end] + 1) {
        end++;
      }
      text.append(hex(codePoints[i]));
      if (end > i) {
        text.append('-').append(hex(codePoints[end]));
      }
      text.append('\n');
      i = end;
    }
    return parse(text.toString());
  }

  private static String hex(int codePoint) {
    return HexFormat.of().withUpperCase().toHexDigits(codePoint, codePoint > 0xFFFF ? 6 : 4);
  }

  /// How many characters there are.
  public int size() {
    return size;
  }

  /// The index of a character, or -1 if it is not in this charset.
  public int indexOf(int codePoint) {
    int low = 0;
    int high = first.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < first[middle]) {
        high = middle - 1;
      } else if (codePoint > last[middle]) {
        low = middle + 1;
      } else {
        return start[middle] + codePoint - first[middle];
      }
    }
    return -1;
  }

  /// All characters in ascending order.
  public List<Integer> codePoints() {
    List<Integer> all = new ArrayList<>(size);
    for (int i = 0; i < first.length; i++) {
      for (int codePoint = first[i]; codePoint <= last[i]; codePoint++) {
        all.add(codePoint);
      }
    }
    return all;
  }

  /// The ranges as text, as [#parse] reads them.
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < first.length; i++) {
      text.append(hex(first[i]));
      if (last[i] > first[i]) {
        text.append('-').append(hex(last[i]));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
