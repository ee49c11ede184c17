package io.baedge.sim.venue;

/**
 * A room of the venue: a rectangle of the plan. Metres.
 *
 * @param air how packets fare in it
 */
public record Room(String name, double xM, double yM, double widthM, double depthM, Air air) {
  public Room {
    if (!(widthM > 0) || !(depthM > 0)) {
      throw new IllegalArgumentException(
          "room '"
              + name
              + "' needs a width and a depth above 0 m, not "
              + widthM
              + " and "
              + depthM);
    }
  }

  /** A room with clear air. */
  public Room(String name, double xM, double yM, double widthM, double depthM) {
    this(name, xM, yM, widthM, depthM, Air.CLEAR);
  }

  /** The middle. */
  public Place centre() {
    return new Place(xM + widthM / 2, yM + depthM / 2);
  }
}
