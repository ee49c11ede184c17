package io.baedge.sim.scenario;

import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import java.util.List;

/**
 * Where people go.
 *
 * @param schedule path of a frab or pretalx file; empty when people just walk about
 * @param foyer the room in which they are between sessions; empty = any
 * @param opensBeforeMs how long before the first session the conference opens
 * @param sessions read from the schedule
 */
public record CrowdPlan(
    String schedule,
    String foyer,
    long opensBeforeMs,
    Conference conference,
    List<Session> sessions) {
  /** Nobody has a plan. */
  public static final CrowdPlan STROLLING = new CrowdPlan("", "", 0, Conference.NONE, List.of());

  public CrowdPlan {
    sessions = List.copyOf(sessions);
  }

  /** The same with what the schedule says. */
  public CrowdPlan with(Conference theConference, List<Session> theSessions) {
    return new CrowdPlan(schedule, foyer, opensBeforeMs, theConference, theSessions);
  }

  /** Wall time at the beginning of the run, when there are sessions. */
  public long opensMs() {
    return sessions.stream().mapToLong(Session::startMs).min().orElse(0) - opensBeforeMs;
  }
}
