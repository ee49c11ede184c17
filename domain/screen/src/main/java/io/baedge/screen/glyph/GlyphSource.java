package io.baedge.screen.glyph;

import java.util.Optional;

/// Where glyphs come from that the baked fonts lack. A cluster is the smallest piece of text that
/// must be drawn as one: a letter with its marks, or a whole word of a script whose letters join.
/// It has one direction, that of its letters.
public interface GlyphSource {
  /// Knows no glyph.
  GlyphSource NONE =
      new GlyphSource() {
        @Override
        public Optional<Glyph> glyph(String cluster, Weight weight, int sizePx) {
          return Optional.empty();
        }

        @Override
        public boolean draws(String cluster) {
          return false;
        }
      };

  /// The size at which a source is asked whether it knows a cluster.
  int PROBE_PX = 16;

  /// The glyph of a cluster, or empty if this source cannot draw it. The same question always has
  /// the same answer.
  Optional<Glyph> glyph(String cluster, Weight weight, int sizePx);

  /// Whether this source can draw a cluster, in every weight and size.
  default boolean draws(String cluster) {
    return glyph(cluster, Weight.BOLD, PROBE_PX).isPresent();
  }
}
