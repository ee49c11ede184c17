package io.baedge.screen.java2d;

import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.Weight;

/// What can draw text with outline fonts. Not for two threads at once.
interface GlyphEngine {
  /// Starts an engine; loads what it needs.
  interface Start {
    /// @throws Exception if the machine lacks what the engine needs; an Error where a library is
    ///   missing
    GlyphEngine start() throws Exception;
  }

  /// Whether a face has all characters of a cluster.
  ///
  /// @throws Exception if the font cannot be read
  boolean has(Face face, String cluster) throws Exception;

  /// Draws a cluster.
  ///
  /// @throws Exception if the font cannot be read
  Glyph draw(Face face, String cluster, Weight weight, int sizePx) throws Exception;

  /// How many font files are open.
  int fonts();
}
