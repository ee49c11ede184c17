package io.baedge.sim.venue;

import java.util.List;
import java.util.Optional;

/**
 * Where the conference is.
 *
 * @param walls between rooms and in them; without any, going from one room to another counts as one
 * @param shadowingDb spread of what furniture and people add or take away, by place
 */
public record Venue(
    List<Room> rooms, List<AccessPoint> accessPoints, List<Wall> walls, double shadowingDb) {
  private static final double[] CORNERS = {0.08, 0.92};
  private static final int[] CHANNELS = {1, 6, 11};

  public Venue {
    rooms = List.copyOf(rooms);
    accessPoints = List.copyOf(accessPoints);
    walls = List.copyOf(walls);
    if (rooms.isEmpty() || accessPoints.isEmpty()) {
      throw new IllegalArgumentException(
          "a venue needs at least one room and one access point, not "
              + rooms.size()
              + " and "
              + accessPoints.size());
    }
  }

  /** A venue of rooms and access points alone. */
  public Venue(List<Room> rooms, List<AccessPoint> accessPoints) {
    this(rooms, accessPoints, List.of(), 0);
  }

  /** Whether packets fare well in all rooms and every access point takes everybody. */
  public boolean isCalm() {
    return rooms.stream().allMatch(room -> room.air().isClear())
        && accessPoints.stream().allMatch(p -> p.capacity() == AccessPoint.UNLIMITED);
  }

  /**
   * A venue with these rooms in two rows along a corridor, each room with an access point; the
   * first room, the big one, has three.
   */
  public static Venue along(List<String> roomNames) {
    List<Room> rooms = new java.util.ArrayList<>();
    List<AccessPoint> points = new java.util.ArrayList<>();
    double x = 0;
    for (int i = 0; i < roomNames.size(); i++) {
      boolean big = i == 0;
      double width = big ? 40 : 15;
      double y = i % 2 == 0 ? 0 : 24;
      var room = new Room(roomNames.get(i), x, y, width, big ? 50 : 20);
      x += big || i % 2 == 0 ? width + 2 : 0;
      rooms.add(room);
      points.add(point(room, points.size(), room.centre()));
      if (big) {
        for (double corner : CORNERS) {
          points.add(
              point(room, points.size(), new Place(room.xM() + width * corner, y + 50 * corner)));
        }
      }
    }
    return new Venue(rooms, points);
  }

  /** The room of that name. */
  public Optional<Room> room(String name) {
    return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
  }

  /** The place of an access point in the list. */
  public Optional<AccessPoint> accessPoint(String name) {
    return accessPoints.stream().filter(point -> point.name().equals(name)).findFirst();
  }

  private static AccessPoint point(Room room, int number, Place place) {
    return new AccessPoint(
        "ap-" + (number + 1), room.name(), place, CHANNELS[number % CHANNELS.length]);
  }
}
