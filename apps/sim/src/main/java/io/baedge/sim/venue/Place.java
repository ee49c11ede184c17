package io.baedge.sim.venue;

/** A point of the plan. Metres. */
public record Place(double xM, double yM) {
  /** Distance to another point. */
  public double distanceM(Place other) {
    double dx = xM - other.xM;
    double dy = yM - other.yM;
    return StrictMath.sqrt(dx * dx + dy * dy);
  }

  /** The point so many metres nearer to another one, at most there. */
  public Place towards(Place goal, double metres) {
    double distance = distanceM(goal);
    if (distance <= metres) {
      return goal;
    }
    double part = metres / distance;
    return new Place(xM + (goal.xM - xM) * part, yM + (goal.yM - yM) * part);
  }
}
