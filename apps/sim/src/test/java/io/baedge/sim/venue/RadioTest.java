package io.baedge.sim.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.chance.Chance;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RadioTest {
  private final Venue venue = Venue.along(List.of("Hall", "Lounge", "Workshop"));
  private final Radio radio = new Radio(venue);
  private final RandomGenerator random = new Chance(3).stream("air");

  @Test
  void strength_falls_with_distance() {
    AccessPoint point = venue.accessPoints().getFirst();
    int near = average(new Place(point.place().xM() + 2, point.place().yM()));
    int far = average(new Place(point.place().xM() + 12, point.place().yM()));

    assertThat(near).isGreaterThan(far + 10);
  }

  @Test
  void a_station_in_a_room_hears_an_access_point_of_its_own() {
    for (Room room : venue.rooms()) {
      Radio.Heard heard = radio.choose(room.centre(), room.name(), -1, random);
      assertThat(radio.points().get(heard.point()).room()).isEqualTo(room.name());
    }
  }

  @Test
  void a_station_stays_with_its_access_point_until_another_is_clearly_better() {
    Place between =
        new Place(
            (radio.points().get(0).place().xM() + radio.points().get(1).place().xM()) / 2 + 1,
            (radio.points().get(0).place().yM() + radio.points().get(1).place().yM()) / 2 + 1);
    assertThat(radio.choose(between, "Hall", 1, random).point()).isEqualTo(1);
    assertThat(radio.choose(between, "Hall", 0, random).point()).isZero();
  }

  @Test
  void nothing_is_heard_when_all_access_points_are_cut_and_again_when_one_is_back() {
    for (int i = 0; i < radio.points().size(); i++) {
      radio.cut(i);
    }
    Room hall = venue.rooms().getFirst();
    assertThat(radio.choose(hall.centre(), "Hall", 0, random)).isEqualTo(Radio.Heard.NOTHING);

    radio.restore(2);
    assertThat(radio.choose(hall.centre(), "Hall", -1, random).point()).isEqualTo(2);
  }

  @Test
  void a_wall_weakens_what_passes_through_it() {
    var hall = new Room("Hall", 0, 0, 40, 20);
    var point = new AccessPoint("ap", "Hall", new Place(5, 10), 1);
    var wall = new Wall(new Place(10, 0), new Place(10, 20), 20);
    var open = new Radio(new Venue(List.of(hall), List.of(point)));
    var walled = new Radio(new Venue(List.of(hall), List.of(point), List.of(wall), 0));
    var before = new Place(8, 10);
    var behind = new Place(12, 10);

    assertThat(rssi(open, before) - rssi(walled, before)).isBetween(-4, 4);
    assertThat(rssi(open, behind) - rssi(walled, behind)).isBetween(16, 24);
  }

  @Test
  void shadows_belong_to_places() {
    var hall = new Room("Hall", 0, 0, 400, 20);
    var point = new AccessPoint("ap", "Hall", new Place(200, 10), 1);
    var shadowed = new Radio(new Venue(List.of(hall), List.of(point), List.of(), 12));
    var open = new Radio(new Venue(List.of(hall), List.of(point)));
    double squares = 0;
    int cells = 0;
    for (int x = 180; x < 220; x += 4) {
      for (int y = 0; y < 20; y += 4) {
        var place = new Place(x + 1, y + 1);
        int shadow = rssi(shadowed, place) - rssi(open, place);
        assertThat(rssi(shadowed, new Place(x + 1.5, y + 1.5)) - rssi(open, place))
            .isBetween(shadow - 12, shadow + 12);
        squares += (double) shadow * shadow;
        cells++;
      }
    }
    assertThat(StrictMath.sqrt(squares / cells)).isBetween(6.0, 20.0);
  }

  @Test
  void an_access_point_that_is_full_refuses() {
    var hall = new Room("Hall", 0, 0, 40, 20);
    var small = new AccessPoint("small", "Hall", new Place(10, 10), 1, 1);
    var far = new AccessPoint("far", "Hall", new Place(38, 10), 6);
    var crowded = new Radio(new Venue(List.of(hall), List.of(small, far)));
    var place = new Place(10, 10);

    assertThat(crowded.choose(place, "Hall", -1, random).point()).isZero();
    crowded.moved(-1, 0);
    assertThat(crowded.choose(place, "Hall", -1, random).point()).isEqualTo(1);
    assertThat(crowded.refusals()).isEqualTo(1);
    assertThat(crowded.choose(place, "Hall", 0, random).point()).as("who is in stays").isZero();
    crowded.moved(0, -1);
    assertThat(crowded.choose(place, "Hall", -1, random).point()).isZero();
  }

  private int rssi(Radio of, Place place) {
    int sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += of.choose(place, "Hall", 0, random).rssiDbm();
    }
    return sum / 50;
  }

  private int average(Place place) {
    int sum = 0;
    for (int i = 0; i < 200; i++) {
      sum += radio.choose(place, "Hall", 0, random).rssiDbm();
    }
    return sum / 200;
  }
}
