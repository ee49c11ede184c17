package io.baedge.screen.compose;

import io.baedge.screen.glyph.BakedFont;
import io.baedge.screen.glyph.BakedFonts;
import io.baedge.screen.glyph.GlyphSource;
import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.glyph.Weight;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses size and lines of texts. Words are broken only if the smallest size leaves no other way,
/// and the end is cut only if even then there is too little room.
final class TextFitter {
  private static final int LARGE_PX = 28;
  private static final int LARGE_PITCH_PERCENT = 104;
  private static final int SMALL_PITCH_PERCENT = 118;

  /// One line less is worth this much of the size, so that short names do not break for a pixel.
  private static final int FEWER_LINES_PERCENT = 88;

  private static final int[] BOLD = array(Weight.BOLD);
  private static final int[] REGULAR = array(Weight.REGULAR);

  private final BakedFonts fonts;
  private final GlyphSource source;
  private final LineBreaker breaker;

  TextFitter(BakedFonts fonts, GlyphSource source) {
    this.fonts = fonts;
    this.source = source;
    this.breaker = new LineBreaker(fonts.charset());
  }

  private static int[] array(Weight weight) {
    return BakedFonts.sizes(weight).stream().mapToInt(Integer::intValue).toArray();
  }

  AtomMeasures measures(Bound.Text text, Shaped atoms, BakedFont font) {
    AtomMeasures known = text.memo().measures(atoms, font.sizePx());
    return known == null
        ? text.memo().keep(new AtomMeasures(atoms, font, text.text().weight(), source))
        : known;
  }

  /// As large as the space allows, on as many lines as are allowed.
  FittedText largest(Bound.Text text, int width, int height) {
    long key = TextMemo.key(1, width, height);
    FittedText known = text.memo().fit(key);
    return known == null ? text.memo().keep(key, findLargest(text, width, height)) : known;
  }

  private FittedText findLargest(Bound.Text text, int width, int height) {
    int lines = text.text().lines();
    FittedText best = descend(text, text.text().sizes().minPx(), width, height, lines, false);
    if (best == null) {
      best = descend(text, text.text().sizes().minPx(), width, height, lines, true);
    }
    if (best == null) {
      return cut(text, width, height);
    }
    while (best.lines().size() > 1) {
      int enough =
          Math.max(
              text.text().sizes().minPx(), (best.font().sizePx() * FEWER_LINES_PERCENT + 99) / 100);
      FittedText calmer = descend(text, enough, width, height, best.lines().size() - 1, false);
      if (calmer == null || calmer.font().sizePx() < enough) {
        break;
      }
      best = calmer;
    }
    return best;
  }

  /// As few lines as possible, then as large as possible.
  FittedText calmest(Bound.Text text, int width, int height) {
    long key = TextMemo.key(2, width, height);
    FittedText known = text.memo().fit(key);
    return known == null ? text.memo().keep(key, findCalmest(text, width, height)) : known;
  }

  private FittedText findCalmest(Bound.Text text, int width, int height) {
    int min = text.text().sizes().minPx();
    for (int lines = 1; lines <= text.text().lines(); lines++) {
      FittedText fitted = descend(text, min, width, height, lines, false);
      if (fitted != null) {
        return fitted;
      }
    }
    FittedText broken = descend(text, min, width, height, text.text().lines(), true);
    return broken == null ? cut(text, width, height) : broken;
  }

  /// With the smallest size that is allowed, but not below `leastPx`.
  FittedText smallest(Bound.Text text, int leastPx, int width, int height) {
    FittedText whole = smallestWhole(text, leastPx, width, height);
    return whole == null ? cut(text, width, height) : whole;
  }

  /// As [#smallest], but null where the text would be cut.
  @Nullable FittedText smallestWhole(Bound.Text text, int leastPx, int width, int height) {
    int size = smallestSize(text, leastPx);
    FittedText fitted = at(text, size, width, height, text.text().lines(), false);
    return fitted == null ? at(text, size, width, height, text.text().lines(), true) : fitted;
  }

  private static int smallestSize(Bound.Text text, int leastPx) {
    int[] sizes = sizes(text.text().weight());
    int wanted = Math.max(leastPx, text.text().sizes().minPx());
    for (int size : sizes) {
      if (size >= wanted && size <= text.text().sizes().maxPx()) {
        return size;
      }
    }
    return sizeBelow(sizes, wanted);
  }

  private static int[] sizes(Weight weight) {
    return weight == Weight.BOLD ? BOLD : REGULAR;
  }

  private static int sizeBelow(int[] sizes, int wanted) {
    int below = sizes[0];
    for (int size : sizes) {
      below = size <= wanted ? size : below;
    }
    return below;
  }

  private @Nullable FittedText descend(
      Bound.Text text, int minPx, int width, int height, int lines, boolean insideWords) {
    Weight weight = text.text().weight();
    int[] sizes = sizes(weight);
    int max = sizeBelow(sizes, text.text().sizes().maxPx());
    int min = Math.min(minPx, max);
    for (int i = sizes.length - 1; i >= 0; i--) {
      int size = sizes[i];
      if (size <= max && size >= min) {
        FittedText fitted = at(text, size, width, height, lines, insideWords);
        if (fitted != null) {
          return fitted;
        }
      }
    }
    return null;
  }

  private @Nullable FittedText at(
      Bound.Text text, int size, int width, int height, int lines, boolean insideWords) {
    BakedFont font = fonts.font(text.text().weight(), size);
    if (font.capHeight() > height) {
      return null;
    }
    AtomMeasures measures = measures(text, text.atoms(insideWords), font);
    if (measures.exceeds(lines, width)) {
      return null;
    }
    LineBreaker.Broken broken = breaker.lines(measures, width, lines, insideWords);
    if (!broken.complete()) {
      return null;
    }
    FittedText fitted = stack(text, measures, broken.spans(), false);
    return fitted.height() <= height ? fitted : null;
  }

  /// Puts lines below each other: capitals of the first at the top, unless accents need more.
  private static FittedText stack(
      Bound.Text text, AtomMeasures measures, List<LineBreaker.Span> spans, boolean cut) {
    BakedFont font = measures.font();
    int pitch =
        font.sizePx()
            * (font.sizePx() >= LARGE_PX ? LARGE_PITCH_PERCENT : SMALL_PITCH_PERCENT)
            / 100;
    List<FittedText.Line> lines = new ArrayList<>(spans.size());
    int baseline = 0;
    int width = 0;
    int down = 0;
    for (int i = 0; i < spans.size(); i++) {
      LineBreaker.Span span = spans.get(i);
      int up = font.capHeight();
      int below = font.descent();
      for (int at = span.start(); at < span.end(); at++) {
        up = Math.max(up, measures.inkTop(at));
        below = Math.max(below, measures.inkBottom(at));
      }
      baseline = i == 0 ? up : Math.max(baseline + pitch, baseline + down + up + 1);
      down = below;
      width = Math.max(width, span.width());
      boolean dots = cut && i == spans.size() - 1;
      lines.add(
          new FittedText.Line(
              span.start(), span.end(), span.inkLeft(), span.width(), baseline, dots));
    }
    boolean shrunk =
        font.sizePx() < sizeBelow(sizes(text.text().weight()), text.text().sizes().maxPx());
    return new FittedText(font, measures.shaped(), lines, width, baseline + down, shrunk, cut);
  }

  /// The beginning of the text at the smallest size, with three dots; nothing where not even one
  /// line fits.
  private FittedText cut(Bound.Text text, int width, int height) {
    BakedFont font = fonts.font(text.text().weight(), smallestSize(text, 0));
    AtomMeasures measures = measures(text, text.atoms(true), font);
    int dotsWidth = font.advance(fonts.charset().indexOf('…'));
    for (int lines = text.text().lines(); lines > 0; lines--) {
      LineBreaker.Broken broken = breaker.lines(measures, width, lines, true);
      List<LineBreaker.Span> spans = new ArrayList<>(broken.spans());
      if (spans.isEmpty()) {
        break;
      }
      if (!broken.complete()) {
        LineBreaker.Span last = shorten(measures, spans.removeLast(), width - dotsWidth);
        spans.add(
            new LineBreaker.Span(
                last.start(), last.end(), last.inkLeft(), last.width() + dotsWidth));
      }
      FittedText fitted = stack(text, measures, spans, !broken.complete());
      if (fitted.height() <= height && fitted.width() <= width) {
        return fitted;
      }
    }
    return new FittedText(font, measures.shaped(), List.of(), 0, 0, true, true);
  }

  private static LineBreaker.Span shorten(AtomMeasures measures, LineBreaker.Span line, int width) {
    Shaped text = measures.shaped();
    int pen = 0;
    int right = line.inkLeft();
    int end = line.start();
    for (int at = line.start(); at < line.end() && text.atom(at) != Shaped.NEW_LINE; at++) {
      int reach = Math.max(right, pen + measures.inkRight(at));
      if (reach - line.inkLeft() > width) {
        break;
      }
      right = reach;
      end = at + 1;
      pen += measures.advance(at);
    }
    return new LineBreaker.Span(line.start(), end, line.inkLeft(), pen - line.inkLeft());
  }
}
