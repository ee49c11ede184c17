package io.baedge.hub.twin;

import io.baedge.hub.desired.Paths;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is desired with what is reported, value by value. */
public final class Differences {
  private static final Doc NOTHING = Doc.Null.NULL;

  private @Nullable List<Session> lastSessions;
  private Doc lastSessionsDoc = NOTHING;

  /** One value that differs; nothing on one side is {@link Doc.Null}. */
  public record Row(String field, Doc desired, Doc reported) {}

  /** Every value that is reported otherwise than desired, in the order of the desired document. */
  public List<Row> rows(DesiredState desired, Doc.Fields reported) {
    Map<String, Doc> wanted = new LinkedHashMap<>(Paths.leaves(document(desired)));
    Map<String, Doc> said = new LinkedHashMap<>(Paths.leaves(reported));
    countedSessions(desired, said);
    Set<String> fields = new LinkedHashSet<>(wanted.keySet());
    // What a badge says beside the desired document is its own business.
    said.keySet().stream().filter(Differences::isDesiredField).forEach(fields::add);
    List<Row> rows = new ArrayList<>();
    for (String field : fields) {
      Doc left = wanted.getOrDefault(field, NOTHING);
      Doc right = said.getOrDefault(field, NOTHING);
      if (!Objects.equals(left, right)) {
        rows.add(new Row(field, left, right));
      }
    }
    return rows;
  }

  /** A report too long for its message only counts the sessions. */
  private void countedSessions(DesiredState desired, Map<String, Doc> said) {
    Doc count = said.get("sessionsLeftOut");
    if (count != null && count.equals(new Doc.Int(desired.sessions().size()))) {
      said.put("sessions", lastSessionsDoc);
    }
  }

  private static boolean isDesiredField(String path) {
    int dot = path.indexOf('.');
    return switch (dot < 0 ? path : path.substring(0, dot)) {
      case "ownership",
          "wearer",
          "conference",
          "screen",
          "push",
          "announcement",
          "sessions",
          "cadence" ->
          true;
      default -> false;
    };
  }

  /** The desired document; badges share their sessions, so that list is written once. */
  private Doc.Fields document(DesiredState desired) {
    var bare =
        new DesiredState(
            desired.ownership(),
            desired.wearer(),
            desired.conference(),
            desired.shown(),
            List.of(),
            desired.cadence());
    if (!desired.sessions().equals(lastSessions)) {
      lastSessions = desired.sessions();
      lastSessionsDoc = DesiredDoc.write(desired).values().getOrDefault("sessions", Doc.Null.NULL);
    }
    return DesiredDoc.write(bare).with("sessions", lastSessionsDoc);
  }
}
