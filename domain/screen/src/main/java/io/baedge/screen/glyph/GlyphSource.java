package io.baedge.screen.glyph;

import java.util.Optional;

/// Where glyphs come from that the baked fonts lack. A cluster is the smallest piece of text that
/// must be drawn as one: a letter with its marks, or a whole word of a script whose letters join.
public interface GlyphSource {
  /// Knows no glyph.
  GlyphSource NONE = (cluster, weight, sizePx) -> Optional.empty();

  /// The glyph of a cluster, or empty if this source cannot draw it. The same question always has
  /// the same answer.
  Optional<Glyph> glyph(String cluster, Weight weight, int sizePx);
}
