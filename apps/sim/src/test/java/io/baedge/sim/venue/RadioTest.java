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

  private int average(Place place) {
    int sum = 0;
    for (int i = 0; i < 200; i++) {
      sum += radio.choose(place, "Hall", 0, random).rssiDbm();
    }
    return sum / 200;
  }
}
