package io.baedge.sim.venue;

import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Received strength by distance: log-distance path loss with exponent 2.8, walls, shadowing that
 * belongs to the place, and 3 dB of Gaussian noise on what is read. A station stays with its access
 * point until another one is clearly better, as phones and boards do; an access point that is full
 * refuses it.
 */
public final class Radio {
  /** Below this nothing gets through. */
  public static final int DEAF_DBM = -88;

  private static final double AT_ONE_METRE_DBM = -38;
  private static final double EXPONENT = 2.8;
  private static final double NOISE_DB = 3;
  private static final double WALL_DB = 5;
  private static final double ROAM_DB = 8;
  private static final double SHADOW_CELL_M = 4;

  private final List<AccessPoint> points;
  private final List<Wall> walls;
  private final double shadowingDb;
  private final BitSet cut = new BitSet();
  private final int[] stations;
  private long refusals;

  /** All access points of the venue work. */
  public Radio(Venue venue) {
    this.points = venue.accessPoints();
    this.walls = venue.walls();
    this.shadowingDb = venue.shadowingDb();
    this.stations = new int[points.size()];
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

  /** A station went from one access point to another; negative for none. */
  public void moved(int from, int to) {
    if (from >= 0) {
      stations[from]--;
    }
    if (to >= 0) {
      stations[to]++;
    }
  }

  /** How often a station was refused because its best access point was full. */
  public long refusals() {
    return refusals;
  }

  /** Which access point a station at the place uses next, and how well it hears it. */
  public Heard choose(Place place, String room, int current, RandomGenerator random) {
    int best = -1;
    double strongest = DEAF_DBM;
    double ofCurrent = Double.NEGATIVE_INFINITY;
    boolean refused = false;
    for (int i = 0; i < points.size(); i++) {
      if (cut.get(i)) {
        continue;
      }
      double strength = strengthDbm(i, place, room);
      if (i == current) {
        ofCurrent = strength;
      }
      if (strength > strongest) {
        if (i != current && stations[i] >= points.get(i).capacity()) {
          refused = true;
          continue;
        }
        strongest = strength;
        best = i;
      }
    }
    refusals += refused ? 1 : 0;
    if (best < 0) {
      return Heard.NOTHING;
    }
    boolean stay = current >= 0 && ofCurrent > DEAF_DBM && strongest - ofCurrent < ROAM_DB;
    double noisy = (stay ? ofCurrent : strongest) + random.nextGaussian() * NOISE_DB;
    return new Heard(stay ? current : best, (int) Math.clamp(noisy, DEAF_DBM + 1, -25));
  }

  private double strengthDbm(int number, Place place, String room) {
    AccessPoint point = points.get(number);
    double distance = Math.max(1, point.place().distanceM(place));
    double inTheWay = walls.isEmpty() && !point.room().equals(room) ? WALL_DB : 0;
    for (Wall wall : walls) {
      inTheWay += wall.isBetween(point.place(), place) ? wall.db() : 0;
    }
    return AT_ONE_METRE_DBM
        - 10 * EXPONENT * StrictMath.log10(distance)
        - inTheWay
        + shadowDb(number, place);
  }

  /** What stands around a place does not change: the same cell of the plan, the same shadow. */
  private double shadowDb(int number, Place place) {
    if (shadowingDb == 0) {
      return 0;
    }
    long column = (long) StrictMath.floor(place.xM() / SHADOW_CELL_M);
    long row = (long) StrictMath.floor(place.yM() / SHADOW_CELL_M);
    long cell =
        (column * 0x9E3779B97F4A7C15L)
            ^ (row * 0xC2B2AE3D27D4EB4FL)
            ^ ((number + 1) * 0x165667B19E3779F9L);
    // Four uniform numbers from one hash add up to nearly a normal one; their variance is 4/12.
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      cell = (cell ^ (cell >>> 31)) * 0xBF58476D1CE4E5B9L;
      sum += (cell >>> 11) * 0x1.0p-53 - 0.5;
    }
    return sum * StrictMath.sqrt(3) * shadowingDb;
  }
}
