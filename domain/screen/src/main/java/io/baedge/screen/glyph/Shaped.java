package io.baedge.screen.glyph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A text as the glyphs that will be drawn, before any size is chosen: an atom is the index of a
/// baked glyph, a line break, or a cluster that the baked fonts lack. Atoms stand in the order in
/// which they are read.
public final class Shaped {
  /// The atom that ends a line.
  public static final int NEW_LINE = -1;

  private static final int FIRST_CLUSTER = -2;

  private final String text;
  private final int[] atoms;
  private final List<Unit> units;
  private final List<String> fallbacks;
  private final @Nullable Directions directions;

  Shaped(
      String text,
      int[] atoms,
      List<Unit> units,
      List<String> fallbacks,
      @Nullable Directions directions) {
    this.text = text;
    this.atoms = atoms;
    this.units = List.copyOf(units);
    this.fallbacks = List.copyOf(fallbacks);
    this.directions = directions;
  }

  /// A cluster: what is drawn, the pieces it may be broken into where a line is too short for it,
  /// and whether a line may end after it.
  record Unit(String text, List<String> pieces, boolean lineMayEnd) {}

  /// The text as it was given.
  public String text() {
    return text;
  }

  /// Number of atoms.
  public int length() {
    return atoms.length;
  }

  /// The atom at a place.
  public int atom(int at) {
    return atoms[at];
  }

  /// Whether there is nothing to draw.
  public boolean isEmpty() {
    return atoms.length == 0;
  }

  /// Whether the atom stands for a cluster.
  public static boolean isCluster(int atom) {
    return atom <= FIRST_CLUSTER;
  }

  /// The text of a cluster.
  public String cluster(int atom) {
    return units.get(FIRST_CLUSTER - atom).text();
  }

  /// Whether a line may end after a cluster.
  public boolean lineMayEndAfter(int atom) {
    return units.get(FIRST_CLUSTER - atom).lineMayEnd();
  }

  static int clusterAtom(int place) {
    return FIRST_CLUSTER - place;
  }

  /// Whether some of it runs to the left.
  public boolean runsBothWays() {
    return directions != null;
  }

  /// Whether the paragraph of the atom at a place begins at the right.
  public boolean beginsRight(int at) {
    return directions != null && at < atoms.length && directions.beginsRight(at);
  }

  /// The places of a line's atoms from the left to the right.
  public int[] visual(int start, int end) {
    return directions == null || start >= end
        ? IntStream.range(start, end).toArray()
        : directions.visual(start, end);
  }

  /// The same text with words broken into their syllables, for lines that are too short for a word.
  /// It is this very object if there is no such word.
  public Shaped inSyllables() {
    if (units.stream().allMatch(unit -> unit.pieces().size() == 1)) {
      return this;
    }
    List<Integer> out = new ArrayList<>();
    List<Unit> pieces = new ArrayList<>();
    int[] counts = new int[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      int before = out.size();
      if (isCluster(atoms[i])) {
        Unit unit = units.get(FIRST_CLUSTER - atoms[i]);
        for (int p = 0; p < unit.pieces().size(); p++) {
          boolean last = p == unit.pieces().size() - 1;
          String piece = unit.pieces().get(p);
          out.add(clusterAtom(pieces.size()));
          pieces.add(new Unit(piece, List.of(piece), last && unit.lineMayEnd()));
        }
      } else {
        out.add(atoms[i]);
      }
      counts[i] = out.size() - before;
    }
    return new Shaped(
        text,
        out.stream().mapToInt(Integer::intValue).toArray(),
        pieces,
        fallbacks,
        Directions.spread(directions, counts, out.size()));
  }

  /// What stands in for characters without a glyph, one sentence piece each, without repeats.
  public List<String> fallbacks() {
    return fallbacks;
  }

  @Override
  public String toString() {
    return "Shaped[" + text + " " + Arrays.toString(atoms) + "]";
  }
}
