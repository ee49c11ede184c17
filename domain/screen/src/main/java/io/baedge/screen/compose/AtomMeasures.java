package io.baedge.screen.compose;

import io.baedge.screen.glyph.BakedFont;
import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.GlyphSource;
import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.glyph.StandIns;
import io.baedge.screen.glyph.Weight;

/// The measures and pictures of a text's atoms in one font.
final class AtomMeasures {
  private final Shaped shaped;
  private final BakedFont font;
  private final Weight weight;
  private final GlyphSource source;

  AtomMeasures(Shaped shaped, BakedFont font, Weight weight, GlyphSource source) {
    this.shaped = shaped;
    this.font = font;
    this.weight = weight;
    this.source = source;
  }

  BakedFont font() {
    return font;
  }

  int advance(int at) {
    int atom = shaped.atom(at);
    return Shaped.isCluster(atom) ? cluster(atom).advance() : font.advance(atom);
  }

  int inkLeft(int at) {
    int atom = shaped.atom(at);
    return Shaped.isCluster(atom) ? cluster(atom).left() : font.inkLeft(atom);
  }

  int inkRight(int at) {
    int atom = shaped.atom(at);
    if (Shaped.isCluster(atom)) {
      Glyph glyph = cluster(atom);
      return glyph.left() + glyph.bitmap().width();
    }
    return font.inkLeft(atom) + font.inkWidth(atom);
  }

  int inkTop(int at) {
    int atom = shaped.atom(at);
    return Shaped.isCluster(atom) ? cluster(atom).top() : font.inkTop(atom);
  }

  int inkBottom(int at) {
    int atom = shaped.atom(at);
    if (Shaped.isCluster(atom)) {
      Glyph glyph = cluster(atom);
      return glyph.bitmap().height() - glyph.top();
    }
    return font.inkBottom(atom);
  }

  Glyph glyph(int at) {
    int atom = shaped.atom(at);
    return Shaped.isCluster(atom) ? cluster(atom) : font.glyph(atom);
  }

  private Glyph cluster(int atom) {
    return StandIns.glyph(shaped.cluster(atom), font, weight, source);
  }
}
