package io.baedge.screen.glyph;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the pieces of a text begin that cannot be taken apart: a letter with its marks, a family
/// of emoji, consonants that melt together.
final class Syllables {
  private final int[] codePoints;
  private final boolean[] begins;

  Syllables(int[] codePoints) {
    this.codePoints = codePoints;
    this.begins = new boolean[codePoints.length + 1];
    String text = new String(codePoints, 0, codePoints.length);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int at = 0;
    int place = 0;
    for (int next = characters.first(); next != BreakIterator.DONE; next = characters.next()) {
      at += text.codePointCount(place, next);
      place = next;
      begins[at] = at == codePoints.length || !held(at);
    }
  }

  /// Whether what stands before a place holds what stands after it.
  private boolean held(int at) {
    if (at == 0) {
      return false;
    }
    int before = at - 1;
    while (before > 0 && Writing.isJoinControl(codePoints[before])) {
      before--;
    }
    int next = codePoints[at];
    if (Writing.isMark(next)) {
      // Also the marks that the rules for graphemes leave apart, such as those of Myanmar.
      return Character.isLetter(codePoints[before]) || Writing.isMark(codePoints[before]);
    }
    return (Writing.holdsNext(codePoints[before])
            && Character.isLetter(next)
            && Writing.sameScript(codePoints[before], next))
        || Writing.isLamAlef(codePoints[at - 1], next);
  }

  /// The end of the piece that begins at a place.
  int end(int at) {
    int end = at + 1;
    while (!begins[end]) {
      end++;
    }
    return end;
  }

  /// The pieces between two places.
  List<String> pieces(int from, int to) {
    List<String> pieces = new ArrayList<>();
    for (int at = from; at < to; at = Math.min(to, end(at))) {
      pieces.add(piece(at, Math.min(to, end(at))));
    }
    return pieces;
  }

  /// The text between two places. Arabic letters at its ends keep the form they have beside their
  /// neighbours.
  String piece(int from, int to) {
    boolean reachesBack =
        from > 0 && Writing.joinsPrevious(codePoints[from]) && Writing.joinsNext(letter(from - 1));
    boolean reachesOn =
        to < codePoints.length
            && Writing.joinsNext(letter(to - 1))
            && Writing.joinsPrevious(codePoints[to]);
    return (reachesBack ? Writing.joiner() : "")
        + new String(codePoints, from, to - from)
        + (reachesOn ? Writing.joiner() : "");
  }

  /// The letter that a mark stands on; 0 if it is parted from what follows.
  private int letter(int at) {
    int letter = at;
    while (letter > 0 && Writing.isMark(codePoints[letter])) {
      letter--;
    }
    return codePoints[letter];
  }
}
