package io.baedge.screen.glyph;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Texts to glyphs. A character that the baked fonts lack becomes, in this order: what the glyph
/// source draws, its plain form (full-width A is A), its Latin letters (Hebrew, Arabic, kana …), a
/// box with its code point. Nothing is ever left blank or shown as a question mark.
public final class Shaper {
  private static final int LONGEST_WORD = 64;

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
    private final List<Shaped.Unit> units = new ArrayList<>();
    private final Set<String> fallbacks = new LinkedHashSet<>();

    /// The text as it is drawn, for its directions, and where in it each atom stands.
    private final StringBuilder logical = new StringBuilder();

    private int[] places;
    private @Nullable Syllables syllables;
    private boolean runsLeft;
    private int count;
    private int[] out;

    Run(String text) {
      this.text = text;
      this.codePoints = composed(text).codePoints().toArray();
      this.out = new int[codePoints.length + 8];
      this.places = new int[codePoints.length + 8];
    }

    /// Nothing before the first combining mark (U+0300) is composed by NFC, and the tables for it
    /// cost a start more than all names of western Europe need.
    private static String composed(String text) {
      return text.chars().allMatch(c -> c < 0x300)
          ? text
          : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    Shaped shape() {
      int at = 0;
      while (at < codePoints.length) {
        at += one(at);
      }
      int[] atoms = Arrays.copyOf(out, count);
      return new Shaped(text, atoms, units, List.copyOf(fallbacks), directions(atoms));
    }

    /// Brackets in what runs to the left are turned on the way.
    private @Nullable Directions directions(int[] atoms) {
      if (!runsLeft) {
        return null;
      }
      Directions directions = Directions.of(logical.toString(), Arrays.copyOf(places, count));
      for (int i = 0; i < atoms.length; i++) {
        int codePoint = logical.codePointAt(places[i]);
        int mirrored = directions.leftwards(i) ? Writing.mirrored(codePoint) : codePoint;
        if (mirrored != codePoint && atoms[i] == charset.indexOf(codePoint)) {
          int turned = charset.indexOf(mirrored);
          atoms[i] = turned < 0 ? atoms[i] : turned;
        }
      }
      return directions;
    }

    /// Shapes what begins at a place and tells how many code points that was.
    private int one(int at) {
      int codePoint = codePoints[at];
      int index = charset.indexOf(codePoint);
      if (index >= 0) {
        return at + 1 < codePoints.length && Writing.isMark(codePoints[at + 1])
            ? marked(at, index)
            : emit(index, codePoint);
      }
      if (codePoint == '\n') {
        return emit(Shaped.NEW_LINE, codePoint);
      }
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        return emit(charset.indexOf(' '), ' ');
      }
      if (isInvisible(codePoint)) {
        if (Writing.isDirectionMark(codePoint)) {
          logical.appendCodePoint(codePoint);
        }
        return 1;
      }
      int drawn = drawn(at);
      return drawn > 0 ? drawn : standIn(at);
    }

    /// A baked letter with marks: as one, if the source can place them.
    private int marked(int at, int index) {
      int end = syllables().end(at);
      String cluster = new String(codePoints, at, end - at);
      if (end > at + 1 && source.draws(cluster)) {
        emitUnit(codePoints[at], new Shaped.Unit(cluster, List.of(cluster), false));
        return end - at;
      }
      return emit(index, codePoints[at]);
    }

    /// How much of what begins here the source draws as one: a word, else a syllable, else nothing.
    private int drawn(int at) {
      int codePoint = codePoints[at];
      int end = syllables().end(at);
      int wordEnd = Writing.inWords(codePoint) ? wordEnd(at) : end;
      if (wordEnd > end && draws(at, wordEnd)) {
        return Writing.isThai(codePoint) ? thai(at, wordEnd) : emitWord(at, wordEnd, false);
      }
      if (!draws(at, end)) {
        // A letter under a foreign mark is still a letter.
        end = at + 1;
        if (!draws(at, end)) {
          return 0;
        }
      }
      boolean alone = !Writing.inWords(codePoint) && !Character.isDigit(codePoint);
      int next = end < codePoints.length ? codePoints[end] : 0;
      return emitWord(at, end, alone && Writing.lineMayEnd(codePoint, next));
    }

    private boolean draws(int from, int to) {
      return source.draws(new String(codePoints, from, to - from));
    }

    /// Thai puts no spaces between words; a dictionary finds them.
    private int thai(int from, int to) {
      BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));
      String run = new String(codePoints, from, to - from);
      words.setText(run);
      int at = from;
      words.first();
      for (int next = words.next(); next != BreakIterator.DONE; next = words.next()) {
        int end = from + run.codePointCount(0, next);
        // A dictionary that ends a word within a syllable is not believed.
        if (end == to || syllables().end(end - 1) == end) {
          emitWord(at, end, end < to);
          at = end;
        }
      }
      return to - from;
    }

    private int emitWord(int from, int to, boolean lineMayEnd) {
      emitUnit(
          codePoints[from],
          new Shaped.Unit(syllables().piece(from, to), syllables().pieces(from, to), lineMayEnd));
      return to - from;
    }

    private Syllables syllables() {
      if (syllables == null) {
        syllables = new Syllables(codePoints);
      }
      return syllables;
    }

    /// How far a run of letters of one script goes.
    private int wordEnd(int at) {
      int end = syllables().end(at);
      for (int n = 1; n < LONGEST_WORD && end < codePoints.length; n++) {
        int next = codePoints[end];
        if (!Writing.inWords(next)
            || !Writing.sameScript(codePoints[at], next)
            || charset.indexOf(next) >= 0) {
          break;
        }
        end = syllables().end(end);
      }
      return end;
    }

    private int standIn(int at) {
      int codePoint = codePoints[at];
      String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
      Optional<String> latin = latin(at);
      if (drawable(plain)) {
        note(codePoint, "“" + plain + "”");
        plain.codePoints().forEach(c -> emit(charset.indexOf(c), c));
      } else if (latin.isPresent()) {
        note(codePoint, "“" + latin.get() + "”");
        emitLatin(latin.get());
      } else if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
        note(codePoint, "nothing (an accent without a letter)");
      } else {
        note(codePoint, "a box with its code point");
        String box = Character.toString(codePoint);
        emitUnit('#', new Shaped.Unit(box, List.of(box), true));
      }
      return 1;
    }

    private Optional<String> latin(int at) {
      int previous = at > 0 ? codePoints[at - 1] : 0;
      int next = at + 1 < codePoints.length ? codePoints[at + 1] : 0;
      return Transliteration.of(previous, codePoints[at], next).filter(this::drawable);
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
      cased.codePoints().forEach(c -> emit(charset.indexOf(c), c));
    }

    private void emitUnit(int codePoint, Shaped.Unit unit) {
      emit(Shaped.clusterAtom(units.size()), codePoint);
      units.add(unit);
    }

    /// One atom, which orders itself as this character does.
    private int emit(int atom, int codePoint) {
      if (count == out.length) {
        out = Arrays.copyOf(out, count * 2);
        places = Arrays.copyOf(places, count * 2);
      }
      places[count] = logical.length();
      logical.appendCodePoint(codePoint);
      runsLeft |= Writing.runsLeft(codePoint);
      out[count++] = atom;
      return 1;
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
