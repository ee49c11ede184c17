package io.baedge.sim.venue;

import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Received strength by distance: log-distance path loss with exponent 2.8 and 3 dB of Gaussian
 * noise, walls as 5 dB between rooms. A station stays with its access point until another one is
 * clearly better, as phones and boards do.
 */
public final class Radio {
  /** Below this nothing gets through. */
  public static final int DEAF_DBM = -88;

  private static final double AT_ONE_METRE_DBM = -38;
  private static final double EXPONENT = 2.8;
  private static final double NOISE_DB = 3;
  private static final double WALL_DB = 5;
  private static final double ROAM_DB = 8;

  private final List<AccessPoint> points;
  private final BitSet cut = new BitSet();

  /** All access points of the venue work. */
  public Radio(Venue venue) {
    this.points = venue.accessPoints();
  }

  /** What a station hears. */
  public record Heard(int point, int rssiDbm) {
    /** No access point in reach. */
    public static final Heard NOTHING = new Heard(-1, DEAF_DBM);
  }

  /** Takes an access point off the air. */
  public void cut(int point) {
    cut.set(point);
  }

  /** Puts it back. */
  public void restore(int point) {
    cut.clear(point);
  }

  /** Whether it is off the air. */
  public boolean isCut(int point) {
    return cut.get(point);
  }

  /** How many are off the air. */
  public int cutCount() {
    return cut.cardinality();
  }

  /** The access points, in the order of their numbers. */
  public List<AccessPoint> points() {
    return points;
  }

  /** Which access point a station at the place uses next, and how well it hears it. */
  public Heard choose(Place place, String room, int current, RandomGenerator random) {
    int best = -1;
    double strongest = DEAF_DBM;
    double ofCurrent = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      if (cut.get(i)) {
        continue;
      }
      double strength = strengthDbm(points.get(i), place, room);
      if (i == current) {
        ofCurrent = strength;
      }
      if (strength > strongest) {
        strongest = strength;
        best = i;
      }
    }
    if (best < 0) {
      return Heard.NOTHING;
    }
    boolean stay = current >= 0 && ofCurrent > DEAF_DBM && strongest - ofCurrent < ROAM_DB;
    double noisy = (stay ? ofCurrent : strongest) + random.nextGaussian() * NOISE_DB;
    return new Heard(stay ? current : best, (int) Math.clamp(noisy, DEAF_DBM + 1, -25));
  }

  private static double strengthDbm(AccessPoint point, Place place, String room) {
    double distance = Math.max(1, point.place().distanceM(place));
    double wall = point.room().equals(room) ? 0 : WALL_DB;
    return AT_ONE_METRE_DBM - 10 * EXPONENT * StrictMath.log10(distance) - wall;
  }
}
