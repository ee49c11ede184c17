package io.baedge.hub.content;

import io.baedge.hub.store.Write;
import io.baedge.model.Limits;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.id.Revision;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The conference, its sessions, and the part of them that badges carry now. */
public final class Programme {
  private static final Comparator<Session> ORDER =
      Comparator.comparingLong(Session::startMs)
          .thenComparing(Session::room)
          .thenComparing(Session::title)
          .thenComparingLong(Session::endMs)
          .thenComparing(Session::speakers);

  private Write.Schedule schedule = new Write.Schedule(Conference.NONE, List.of(), Revision.NONE);
  private List<Session> carried = List.of();

  /** What changes when a schedule is imported. */
  public record Change(int created, int removed, int unchanged, boolean conference) {
    /** Whether anything does. */
    public boolean any() {
      return created + removed > 0 || conference;
    }
  }

  /** Takes a stored schedule. */
  public void restore(Write.Schedule stored, long wallMs) {
    schedule = stored;
    carried = choose(wallMs);
  }

  /** Compares with a schedule that is to be imported. */
  public Change compare(Conference conference, List<Session> sessions) {
    var before = new LinkedHashSet<>(schedule.sessions());
    var after = new LinkedHashSet<>(sessions);
    int unchanged = (int) after.stream().filter(before::contains).count();
    return new Change(
        after.size() - unchanged,
        before.size() - unchanged,
        unchanged,
        !conference.equals(schedule.conference()));
  }

  /** Replaces the schedule. */
  public Write replace(
      Conference conference, List<Session> sessions, Revision revision, long wallMs) {
    List<Session> sorted = sessions.stream().distinct().sorted(ORDER).toList();
    schedule = new Write.Schedule(conference, sorted, revision);
    carried = choose(wallMs);
    return schedule;
  }

  /**
   * Moves on to later sessions when less than half of the carried ones are still to come.
   *
   * @return whether badges carry others now
   */
  public boolean moveOn(long wallMs) {
    if (!mayMoveOn()) {
      return false;
    }
    long toCome = carried.stream().filter(session -> session.endMs() > wallMs).count();
    if (toCome * 2 >= carried.size()) {
      return false;
    }
    List<Session> chosen = choose(wallMs);
    if (chosen.equals(carried)) {
      return false;
    }
    carried = chosen;
    return true;
  }

  /** Whether there are more sessions than a badge carries. */
  public boolean mayMoveOn() {
    return schedule.sessions().size() > Limits.SCHEDULE_SESSIONS;
  }

  /** The conference. */
  public Conference conference() {
    return schedule.conference();
  }

  /** All sessions by start. */
  public List<Session> sessions() {
    return schedule.sessions();
  }

  /** The sessions that badges carry; the same list until it changes. */
  public List<Session> carried() {
    return carried;
  }

  /** The revision of the schedule. */
  public Revision revision() {
    return schedule.revision();
  }

  private List<Session> choose(long wallMs) {
    List<Session> all = schedule.sessions();
    int most = Limits.SCHEDULE_SESSIONS;
    if (all.size() <= most) {
      return all;
    }
    List<Session> toCome = all.stream().filter(s -> s.endMs() > wallMs).limit(most).toList();
    return toCome.size() == most ? toCome : all.subList(all.size() - most, all.size());
  }
}
