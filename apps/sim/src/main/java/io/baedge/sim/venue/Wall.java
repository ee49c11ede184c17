package io.baedge.sim.venue;

/**
 * A straight wall that weakens what passes through it.
 *
 * @param db by how much, decibels
 */
public record Wall(Place from, Place to, double db) {
  /** Whether the straight line between two places crosses it. */
  public boolean isBetween(Place one, Place other) {
    return side(from, to, one) != side(from, to, other)
        && side(one, other, from) != side(one, other, to);
  }

  private static boolean side(Place a, Place b, Place c) {
    return (b.xM() - a.xM()) * (c.yM() - a.yM()) > (b.yM() - a.yM()) * (c.xM() - a.xM());
  }
}
