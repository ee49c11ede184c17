package io.baedge.screen.compose;

import io.baedge.screen.glyph.BakedFont;
import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.GlyphSource;
import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.glyph.StandIns;
import io.baedge.screen.glyph.Weight;
import org.jspecify.annotations.Nullable;

/// The measures and pictures of a text's atoms in one font.
final class AtomMeasures {
  private final Shaped shaped;
  private final BakedFont font;
  private final Weight weight;
  private final GlyphSource source;
  private final int[] advance;
  private final int[] left;
  private final int[] right;
  private final @Nullable Glyph[] clusters;
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
    this.clusters = new Glyph[length];
    int visible = 0;
    for (int at = 0; at < length; at++) {
      int atom = shaped.atom(at);
      if (Shaped.isCluster(atom)) {
        Glyph glyph = cluster(at);
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
    if (shaped.runsBothWays()) {
      makeRoomForAnyOrder();
    }
  }

  /// Where letters change places, the ink of any of them may be the first or the last of a line, so
  /// each is given the room of the one that reaches farthest.
  private void makeRoomForAnyOrder() {
    int before = 0;
    int beyond = 0;
    for (int at = 0; at < advance.length; at++) {
      before = Math.min(before, left[at]);
      beyond = Math.max(beyond, right[at] - advance[at]);
    }
    for (int at = 0; at < advance.length; at++) {
      if (shaped.atom(at) != Shaped.NEW_LINE) {
        left[at] = before;
        right[at] = advance[at] + beyond;
      }
    }
  }

  BakedFont font() {
    return font;
  }

  Shaped shaped() {
    return shaped;
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
    return Shaped.isCluster(atom) ? cluster(at).top() : font.inkTop(atom);
  }

  int inkBottom(int at) {
    int atom = shaped.atom(at);
    if (Shaped.isCluster(atom)) {
      Glyph glyph = cluster(at);
      return glyph.bitmap().height() - glyph.top();
    }
    return font.inkBottom(atom);
  }

  Glyph glyph(int at) {
    int atom = shaped.atom(at);
    return Shaped.isCluster(atom) ? cluster(at) : font.glyph(atom);
  }

  private Glyph cluster(int at) {
    Glyph known = clusters[at];
    if (known == null) {
      known = StandIns.glyph(shaped.cluster(shaped.atom(at)), font, weight, source);
      clusters[at] = known;
    }
    return known;
  }
}
