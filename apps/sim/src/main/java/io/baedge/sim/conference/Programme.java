package io.baedge.sim.conference;

import io.baedge.model.desired.Session;
import io.baedge.sim.scenario.CrowdPlan;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Where people go and for how long: to sessions while some are on, else to the foyer. */
final class Programme {
  /** Sessions draw people so long before they begin and let them go as long after they end. */
  private static final int LEEWAY_MS = 150_000;

  private static final int GOES_ELSEWHERE = 10;

  private final Venue venue;
  private final Optional<Room> foyer;
  private final List<Session> sessions;
  private final long wallAtZeroMs;

  /** Only sessions in rooms that the venue has. */
  Programme(Venue venue, CrowdPlan plan, long wallAtZeroMs) {
    this.venue = venue;
    this.foyer = venue.room(plan.foyer());
    this.sessions =
        plan.sessions().stream()
            .filter(session -> venue.room(session.room()).isPresent())
            .sorted(Comparator.comparingLong(Session::startMs).thenComparing(Session::room))
            .toList();
    this.wallAtZeroMs = wallAtZeroMs;
  }

  /** Where somebody goes who decides now. */
  Room room(long nowMs, RandomGenerator random) {
    if (!sessions.isEmpty() && random.nextInt(GOES_ELSEWHERE) > 0) {
      Optional<Session> chosen = on(wallAtZeroMs + nowMs, random);
      Optional<Room> room = chosen.flatMap(session -> venue.room(session.room())).or(() -> foyer);
      if (room.isPresent()) {
        return room.get();
      }
    }
    return venue.rooms().get(random.nextInt(venue.rooms().size()));
  }

  /** How long somebody stays who would stay so long if nothing began or ended. */
  long stayMs(long nowMs, long usualMs, RandomGenerator random) {
    if (sessions.isEmpty()) {
      return usualMs;
    }
    long wallMs = wallAtZeroMs + nowMs;
    for (Session session : sessions) {
      long drawsMs = session.startMs() - random.nextInt(LEEWAY_MS);
      if (session.startMs() - LEEWAY_MS <= wallMs && wallMs < session.endMs()) {
        return session.endMs() + random.nextInt(LEEWAY_MS) - wallMs;
      }
      if (drawsMs > wallMs) {
        return Math.min(usualMs, drawsMs - wallMs);
      }
    }
    return usualMs;
  }

  private Optional<Session> on(long wallMs, RandomGenerator random) {
    int count = 0;
    @Nullable Session chosen = null;
    for (Session session : sessions) {
      if (session.startMs() - LEEWAY_MS > wallMs) {
        break;
      }
      // Each of those that are on with the same chance, in one pass.
      if (wallMs < session.endMs() && random.nextInt(++count) == 0) {
        chosen = session;
      }
    }
    return Optional.ofNullable(chosen);
  }
}
