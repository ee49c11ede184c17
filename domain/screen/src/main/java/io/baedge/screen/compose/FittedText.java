package io.baedge.screen.compose;

import io.baedge.screen.glyph.BakedFont;
import io.baedge.screen.glyph.Shaped;
import java.util.List;

/// A text at the size and with the lines that were chosen for it.
///
/// @param atoms what lines are parts of
/// @param lines first to last
/// @param width of the widest line
/// @param height from the top of the first line to the bottom of the last
/// @param shrunk whether the largest allowed size did not fit
/// @param cut whether the end of the text is missing
record FittedText(
    BakedFont font,
    Shaped atoms,
    List<Line> lines,
    int width,
    int height,
    boolean shrunk,
    boolean cut) {
  /// A line: its first atom, the atom after its last, the ink's distance from the pen at the left,
  /// its width, the baseline's distance from the top of the text, and whether three dots follow.
  record Line(int start, int end, int inkLeft, int width, int baseline, boolean dots) {}

  /// Rows from the top of the text to the top of its first line's capitals.
  int capTop() {
    return lines.isEmpty() ? 0 : lines.getFirst().baseline() - font.capHeight();
  }

  /// Rows from the last baseline to the bottom of the text.
  int tail() {
    return lines.isEmpty() ? 0 : height - lines.getLast().baseline();
  }
}
