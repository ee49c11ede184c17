package io.baedge.screen.glyph;

/// What is drawn for clusters that the baked fonts lack.
public final class StandIns {
  private StandIns() {}

  /// The source's glyph, or a box with the code point.
  public static Glyph glyph(String cluster, BakedFont font, Weight weight, GlyphSource source) {
    return source
        .glyph(cluster, weight, font.sizePx())
        .orElseGet(() -> BoxGlyphs.glyph(cluster, font.capHeight()));
  }
}
