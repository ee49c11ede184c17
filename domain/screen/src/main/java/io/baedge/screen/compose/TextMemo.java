package io.baedge.screen.compose;

import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.layout.TextStyle;
import org.jspecify.annotations.Nullable;

/// What was found out about one text while a picture is made, because groups ask for the same
/// measures again and again. Owned by the composing thread.
final class TextMemo {
  private static final int KEPT = 16;

  private final @Nullable AtomMeasures[] bySize = new AtomMeasures[TextStyle.MOST_PX + 1];
  private @Nullable Shaped inSyllables;
  private final @Nullable AtomMeasures[] syllablesBySize = new AtomMeasures[TextStyle.MOST_PX + 1];
  private final long[] keys = new long[KEPT];
  private final @Nullable FittedText[] fits = new FittedText[KEPT];
  private int next;

  /// The measures of these atoms of the text, if they are known.
  @Nullable AtomMeasures measures(Shaped atoms, int sizePx) {
    return atoms == inSyllables ? syllablesBySize[sizePx] : bySize[sizePx];
  }

  AtomMeasures keep(AtomMeasures measures) {
    int sizePx = measures.font().sizePx();
    if (measures.shaped() == inSyllables) {
      syllablesBySize[sizePx] = measures;
    } else {
      bySize[sizePx] = measures;
    }
    return measures;
  }

  /// The text with its words broken into syllables.
  Shaped inSyllables(Shaped words) {
    Shaped known = inSyllables;
    if (known == null) {
      known = words.inSyllables();
      // Without such words there is one text and one set of measures.
      inSyllables = known == words ? null : known;
    }
    return known;
  }

  /// The fit that was found for a question, if it is among the latest.
  @Nullable FittedText fit(long key) {
    for (int i = 0; i < KEPT; i++) {
      if (keys[i] == key && fits[i] != null) {
        return fits[i];
      }
    }
    return null;
  }

  FittedText keep(long key, FittedText fit) {
    keys[next] = key;
    fits[next] = fit;
    next = (next + 1) % KEPT;
    return fit;
  }

  /// One number for a question: what is asked, and the space.
  static long key(int question, int width, int height) {
    return (long) question << 56 | (long) width << 28 | height;
  }
}
