package io.baedge.screen.glyph;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Texts to glyphs. A character that the baked fonts lack becomes, in this order: what the glyph
/// source draws, its plain form (full-width A is A), its Latin letters (Hebrew, Arabic, kana …), a
/// box with its code point. Nothing is ever left blank or shown as a question mark.
public final class Shaper {
  private static final int PROBE_PX = 16;

  private final Charset charset;
  private final GlyphSource source;

  /// Shapes with the baked charset and one more source of glyphs.
  public Shaper(Charset charset, GlyphSource source) {
    this.charset = charset;
    this.source = source;
  }

  /// The glyphs of a text.
  public Shaped shape(String text) {
    return new Run(text).shape();
  }

  private final class Run {
    private final String text;
    private final int[] codePoints;
    private final List<String> clusters = new ArrayList<>();
    private final Set<String> fallbacks = new LinkedHashSet<>();
    private int count;
    private int[] out;

    Run(String text) {
      this.text = text;
      this.codePoints = Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
      this.out = new int[codePoints.length + 8];
    }

    Shaped shape() {
      int at = 0;
      while (at < codePoints.length) {
        at += one(at);
      }
      return new Shaped(text, Arrays.copyOf(out, count), clusters, List.copyOf(fallbacks));
    }

    /// Shapes what begins at a place and tells how many code points that was.
    private int one(int at) {
      int codePoint = codePoints[at];
      int index = charset.indexOf(codePoint);
      if (index >= 0) {
        emit(index);
        return 1;
      }
      if (codePoint == '\n') {
        emit(Shaped.NEW_LINE);
        return 1;
      }
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        emit(charset.indexOf(' '));
        return 1;
      }
      if (isInvisible(codePoint)) {
        return 1;
      }
      return standIn(at);
    }

    private int standIn(int at) {
      int word = wordLength(at);
      String cluster = new String(codePoints, at, word);
      if (source.glyph(cluster, Weight.BOLD, PROBE_PX).isPresent()) {
        emitCluster(cluster);
        return word;
      }
      int codePoint = codePoints[at];
      String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
      Optional<String> latin = latin(at);
      if (drawable(plain)) {
        note(codePoint, "“" + plain + "”");
        plain.codePoints().forEach(c -> emit(charset.indexOf(c)));
      } else if (latin.isPresent()) {
        note(codePoint, "“" + latin.get() + "”");
        emitLatin(latin.get());
      } else if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
        note(codePoint, "nothing (an accent without a letter)");
      } else {
        note(codePoint, "a box with its code point");
        emitCluster(Character.toString(codePoint));
      }
      return 1;
    }

    private Optional<String> latin(int at) {
      int previous = at > 0 ? codePoints[at - 1] : 0;
      int next = at + 1 < codePoints.length ? codePoints[at + 1] : 0;
      return Transliteration.of(previous, codePoints[at], next).filter(this::drawable);
    }

    /// How far a run of characters without a glyph goes.
    private int wordLength(int at) {
      int end = at + 1;
      while (end < codePoints.length
          && charset.indexOf(codePoints[end]) < 0
          && !Character.isWhitespace(codePoints[end])) {
        end++;
      }
      return end - at;
    }

    private void note(int codePoint, String standIn) {
      fallbacks.add(
          Character.toString(codePoint)
              + " ("
              + BoxGlyphs.name(codePoint)
              + ") drawn as "
              + standIn);
    }

    private boolean drawable(String latin) {
      return latin.codePoints().allMatch(c -> charset.indexOf(c) >= 0);
    }

    /// The first letter of a word is made a capital, because names written with capitals are read
    /// more easily.
    private void emitLatin(String latin) {
      boolean wordStart =
          count == 0 || out[count - 1] == Shaped.NEW_LINE || out[count - 1] == charset.indexOf(' ');
      String cased =
          wordStart && !latin.isEmpty()
              ? latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1)
              : latin;
      cased.codePoints().forEach(c -> emit(charset.indexOf(c)));
    }

    private void emitCluster(String cluster) {
      emit(Shaped.clusterAtom(clusters.size()));
      clusters.add(cluster);
    }

    private void emit(int atom) {
      if (count == out.length) {
        out = Arrays.copyOf(out, count * 2);
      }
      out[count++] = atom;
    }
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
