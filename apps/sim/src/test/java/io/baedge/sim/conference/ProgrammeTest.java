package io.baedge.sim.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.scenario.CrowdPlan;
import io.baedge.sim.venue.AccessPoint;
import io.baedge.sim.venue.Place;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final long MINUTE_MS = 60_000;
  private static final int PEOPLE = 1_000;

  private final RandomGenerator random = new Chance(5).stream("people");
  private final Venue venue =
      new Venue(
          List.of(
              new Room("Hall", 0, 0, 20, 20),
              new Room("Foyer", 30, 0, 20, 20),
              new Room("Lab", 60, 0, 20, 20)),
          List.of(new AccessPoint("ap", "Hall", new Place(0, 0), 1)));
  private final Programme programme =
      new Programme(
          venue,
          new CrowdPlan("schedule.json", "Foyer", 30 * MINUTE_MS, Conference.NONE, List.of())
              .with(
                  Conference.NONE,
                  List.of(
                      new Session("Hall", "Keynote", "", 30 * MINUTE_MS, 60 * MINUTE_MS),
                      new Session("Nowhere", "Lost", "", 30 * MINUTE_MS, 60 * MINUTE_MS))),
          0);

  @Test
  void most_people_are_in_a_session_while_one_is_on() {
    assertThat(inRoom("Hall", 40 * MINUTE_MS)).isGreaterThan(PEOPLE * 85 / 100);
  }

  @Test
  void breaks_fill_the_foyer() {
    assertThat(inRoom("Foyer", 10 * MINUTE_MS)).isGreaterThan(PEOPLE * 85 / 100);
    assertThat(inRoom("Foyer", 70 * MINUTE_MS)).isGreaterThan(PEOPLE * 85 / 100);
  }

  @Test
  void nobody_misses_the_beginning_by_standing_in_the_foyer() {
    for (int i = 0; i < PEOPLE; i++) {
      long stayMs = programme.stayMs(20 * MINUTE_MS, 600 * MINUTE_MS, random);
      assertThat(20 * MINUTE_MS + stayMs).isBetween(27 * MINUTE_MS, 30 * MINUTE_MS);
    }
  }

  @Test
  void whoever_sits_in_a_session_stays_to_its_end() {
    for (int i = 0; i < PEOPLE; i++) {
      long stayMs = programme.stayMs(35 * MINUTE_MS, MINUTE_MS, random);
      assertThat(35 * MINUTE_MS + stayMs).isBetween(60 * MINUTE_MS, 63 * MINUTE_MS);
    }
  }

  private int inRoom(String name, long nowMs) {
    int count = 0;
    for (int i = 0; i < PEOPLE; i++) {
      count += programme.room(nowMs, random).name().equals(name) ? 1 : 0;
    }
    return count;
  }
}
