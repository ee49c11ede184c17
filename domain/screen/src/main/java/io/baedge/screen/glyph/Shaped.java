package io.baedge.screen.glyph;

import java.util.Arrays;
import java.util.List;

/// A text as the glyphs that will be drawn, before any size is chosen: an atom is the index of a
/// baked glyph, a line break, or a cluster that the baked fonts lack.
public final class Shaped {
  /// The atom that ends a line.
  public static final int NEW_LINE = -1;

  private static final int FIRST_CLUSTER = -2;

  private final String text;
  private final int[] atoms;
  private final List<String> clusters;
  private final List<String> fallbacks;

  Shaped(String text, int[] atoms, List<String> clusters, List<String> fallbacks) {
    this.text = text;
    this.atoms = atoms;
    this.clusters = List.copyOf(clusters);
    this.fallbacks = List.copyOf(fallbacks);
  }

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
    return clusters.get(FIRST_CLUSTER - atom);
  }

  static int clusterAtom(int place) {
    return FIRST_CLUSTER - place;
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
