package io.baedge.sim.scenario;

import io.baedge.model.Limits;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Suggestion;
import io.baedge.sim.venue.AccessPoint;
import io.baedge.sim.venue.Air;
import io.baedge.sim.venue.Place;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import io.baedge.sim.venue.Wall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rooms, walls and access points. */
final class VenueReader {
  private static final int MOST_ROOMS = 100;
  private static final int MOST_WALLS = 500;
  private static final int MOST_POINTS = 500;
  private static final double MOST_METRES = 10_000;
  private static final double MOST_DB = 60;

  private final List<Room> rooms = new ArrayList<>();
  private final List<Wall> walls = new ArrayList<>();
  private final List<AccessPoint> points = new ArrayList<>();

  /** The venue; empty when something essential is missing, which is then told as a problem. */
  Optional<Venue> read(DocReader venue) {
    venue.objects("rooms", MOST_ROOMS).forEach(this::room);
    venue.objects("walls", MOST_WALLS).forEach(this::wall);
    venue.objects("access_points", MOST_POINTS).forEach(this::point);
    double shadowing = venue.number("shadowing_db", 0, MOST_DB, 0);
    if (rooms.isEmpty()) {
      venue.problem("rooms", "must list at least one room with a name");
    }
    if (points.isEmpty()) {
      venue.problem("access_points", "must list at least one access point with name and room");
    }
    venue.rejectUnknown();
    return rooms.isEmpty() || points.isEmpty()
        ? Optional.empty()
        : Optional.of(new Venue(rooms, points, walls, shadowing));
  }

  List<AccessPoint> points() {
    return points;
  }

  private void room(DocReader room) {
    String name = room.text("name", Limits.SHORT_CHARS);
    double x = room.number("x_m", -MOST_METRES, MOST_METRES, rooms.size() * 20);
    double y = room.number("y_m", -MOST_METRES, MOST_METRES, 0);
    double width = room.number("width_m", 1, MOST_METRES, 18);
    double depth = room.number("depth_m", 1, MOST_METRES, 12);
    String word = room.text("air", Limits.SHORT_CHARS, Air.CLEAR.word());
    room.rejectUnknown();
    Optional<Air> air = Air.of(word);
    if (air.isEmpty()) {
      room.problem("air", "is '" + word + "'; " + Suggestion.oneOf(word, Air.words()));
    }
    if (rooms.stream().anyMatch(other -> other.name().equals(name))) {
      room.problem("name", "is '" + name + "' for the second time; give each room its own name");
    }
    rooms.add(new Room(name, x, y, width, depth, air.orElse(Air.CLEAR)));
  }

  private void wall(DocReader wall) {
    var from = new Place(metres(wall, "x1_m"), metres(wall, "y1_m"));
    var to = new Place(metres(wall, "x2_m"), metres(wall, "y2_m"));
    walls.add(new Wall(from, to, wall.number("db", 0, MOST_DB, 8)));
    wall.rejectUnknown();
  }

  private static double metres(DocReader wall, String name) {
    if (!wall.has(name)) {
      wall.problem(name, "is missing; a wall goes from x1_m, y1_m to x2_m, y2_m");
    }
    return wall.number(name, -MOST_METRES, MOST_METRES, 0);
  }

  private void point(DocReader point) {
    String name = point.text("name", Limits.SHORT_CHARS);
    String roomName = point.text("room", Limits.SHORT_CHARS);
    int channel = (int) point.integer("channel", 1, 196, 1 + points.size() % 3 * 5);
    Optional<Room> room = rooms.stream().filter(r -> r.name().equals(roomName)).findFirst();
    Place centre = room.map(Room::centre).orElse(new Place(0, 0));
    double x = point.number("x_m", -MOST_METRES, MOST_METRES, centre.xM());
    double y = point.number("y_m", -MOST_METRES, MOST_METRES, centre.yM());
    int capacity = (int) point.integer("capacity", 1, AccessPoint.UNLIMITED, AccessPoint.UNLIMITED);
    point.rejectUnknown();
    if (room.isEmpty() && !rooms.isEmpty() && point.has("room")) {
      point.problem(
          "room",
          "is '"
              + roomName
              + "', which is no room of the venue; "
              + Suggestion.oneOf(roomName, rooms.stream().map(Room::name).toList()));
    }
    if (points.stream().anyMatch(other -> other.name().equals(name))) {
      point.problem(
          "name", "is '" + name + "' for the second time; give each access point its own name");
    }
    points.add(new AccessPoint(name, roomName, new Place(x, y), channel, capacity));
  }
}
