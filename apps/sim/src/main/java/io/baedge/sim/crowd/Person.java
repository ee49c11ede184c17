package io.baedge.sim.crowd;

import io.baedge.model.desired.Session;
import io.baedge.sim.venue.Place;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody who walks through the venue: to a session while one is on, else anywhere. */
final class Person {
  private static final double METRES_PER_SECOND = 1.3;
  private static final long STAY_MS = 240_000;
  private static final int LATE_MS = 150_000;

  private final Venue venue;
  private final RandomGenerator random;
  private Room room;
  private Place place;
  private Place goal;
  private long choosesAgainMs;

  Person(Venue venue, RandomGenerator random) {
    this.venue = venue;
    this.random = random;
    this.room = venue.rooms().get(random.nextInt(venue.rooms().size()));
    this.place = somewhereIn(room);
    this.goal = place;
  }

  Place place() {
    return place;
  }

  Room room() {
    return room;
  }

  /** Walks on for a while; where to is decided now and then. */
  void walk(long elapsedMs, long wallMs, List<Session> sessions) {
    if (wallMs >= choosesAgainMs) {
      choose(wallMs, sessions);
    }
    place = place.towards(goal, METRES_PER_SECOND * elapsedMs / 1_000);
  }

  private void choose(long wallMs, List<Session> sessions) {
    // People come early, so a session draws them before it begins.
    List<Session> on =
        sessions.stream()
            .filter(s -> s.startMs() - LATE_MS <= wallMs && wallMs < s.endMs())
            .toList();
    Optional<Session> chosen =
        on.isEmpty() || random.nextInt(10) == 0
            ? Optional.empty()
            : Optional.of(on.get(random.nextInt(on.size())));
    room =
        chosen
            .flatMap(session -> venue.room(session.room()))
            .orElseGet(() -> venue.rooms().get(random.nextInt(venue.rooms().size())));
    goal = somewhereIn(room);
    choosesAgainMs =
        chosen.isPresent()
            ? chosen.get().endMs() + random.nextInt(LATE_MS)
            : wallMs + STAY_MS / 2 + random.nextLong(STAY_MS);
  }

  private Place somewhereIn(Room chosen) {
    return new Place(
        chosen.xM() + random.nextDouble() * chosen.widthM(),
        chosen.yM() + random.nextDouble() * chosen.depthM());
  }
}
