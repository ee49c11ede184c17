package io.baedge.hubserver.importer;

import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.wearer.WearerCard;
import java.util.List;

/**
 * A conference as its schedule tells it.
 *
 * @param sessions sorted by start, then room
 * @param speakers each once, with a key made from the schedule's number of the person
 * @param notes what was shortened, one sentence each
 */
public record ImportedSchedule(
    Conference conference, List<Session> sessions, List<WearerCard> speakers, List<String> notes) {
  public ImportedSchedule {
    sessions = List.copyOf(sessions);
    speakers = List.copyOf(speakers);
    notes = List.copyOf(notes);
  }
}
