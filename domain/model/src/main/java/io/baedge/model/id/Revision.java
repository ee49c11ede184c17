package io.baedge.model.id;

/**
 * The version of what the hub wants.
 *
 * @param generation of the store; a restored store gets a new one, which orders after the old
 * @param n counts the accepted changes of the store within the generation
 */
public record Revision(long generation, long n) implements Comparable<Revision> {
  /** Before anything was wanted. */
  public static final Revision NONE = new Revision(0, 0);

  public Revision {
    if (generation < 0 || n < 0) {
      throw new IllegalArgumentException(
          "a revision has no negative part: " + generation + "." + n);
    }
  }

  /** Whether this one supersedes the other. */
  public boolean after(Revision other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Revision other) {
    int byGeneration = Long.compare(generation, other.generation);
    return byGeneration != 0 ? byGeneration : Long.compare(n, other.n);
  }

  @Override
  public String toString() {
    return generation + "." + n;
  }
}
