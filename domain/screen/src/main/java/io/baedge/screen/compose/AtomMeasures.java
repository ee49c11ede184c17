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
  private final int[] advance;
  private final int[] left;
  private final int[] right;
  private final int inkAdvance;

  AtomMeasures(Shaped shaped, BakedFont font, Weight weight, GlyphSource source) {
    this.shaped = shaped;
    this.font = font;
    this.weight = weight;
    this.source = source;
    int length = shaped.length();
    this.advance = new int[length];
    this.left = new int[length];
    this.right = new int[length];
    int visible = 0;
    for (int at = 0; at < length; at++) {
      int atom = shaped.atom(at);
      if (Shaped.isCluster(atom)) {
        Glyph glyph = cluster(atom);
        advance[at] = glyph.advance();
        left[at] = glyph.left();
        right[at] = glyph.left() + glyph.bitmap().width();
      } else if (atom != Shaped.NEW_LINE) {
        advance[at] = font.advance(atom);
        left[at] = font.inkLeft(atom);
        right[at] = left[at] + font.inkWidth(atom);
      }
      visible += right[at] > left[at] ? advance[at] : 0;
    }
    this.inkAdvance = visible;
  }

  BakedFont font() {
    return font;
  }

  int advance(int at) {
    return advance[at];
  }

  int inkLeft(int at) {
    return left[at];
  }

  int inkRight(int at) {
    return right[at];
  }

  /// Whether the letters alone are longer than so many lines, so that breaking need not be tried.
  boolean exceeds(int lines, int width) {
    return inkAdvance > (long) lines * (width + font.sizePx());
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
