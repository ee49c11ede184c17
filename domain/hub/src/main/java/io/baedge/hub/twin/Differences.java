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
import java.util.Optional;
import java.util.Set;

/** Compares what is desired with what is reported, value by value. */
public final class Differences {
  private static final Doc NOTHING = Doc.Null.NULL;

  private static final int MOST_WRITTEN = 64;

  private List<Session> lastSessions = List.of();
  private Doc lastSessionsDoc = new Doc.Items(List.of());

  /** The documents of states without wearer and sessions, with the last sessions in them. */
  private final Map<DesiredState, Doc.Fields> written = new LinkedHashMap<>();

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

  /** How many {@link #rows} there are, without making them. */
  public int count(DesiredState desired, Doc.Fields reported) {
    Map<String, Doc> wanted = withoutWearer(desired).values();
    Map<String, Doc> said = reported.values();
    Doc card = desired.wearer().<Doc>map(DesiredDoc::wearer).orElse(NOTHING);
    int count = different(card, said.getOrDefault("wearer", NOTHING));
    for (Map.Entry<String, Doc> value : wanted.entrySet()) {
      String field = value.getKey();
      if (!field.equals("sessions") || !countsSessions(desired, said)) {
        count += different(value.getValue(), said.getOrDefault(field, NOTHING));
      }
    }
    for (Map.Entry<String, Doc> value : said.entrySet()) {
      String field = value.getKey();
      if (!wanted.containsKey(field) && !field.equals("wearer") && isDesiredField(field)) {
        count += different(NOTHING, value.getValue());
      }
    }
    return count;
  }

  /** The report, with the list of sessions that all share in the place of its own equal one. */
  public Doc.Fields shared(Doc.Fields reported) {
    Doc sessions = reported.values().get("sessions");
    return sessions != null && sessions.equals(lastSessionsDoc)
        ? reported.with("sessions", lastSessionsDoc)
        : reported;
  }

  private static int different(Doc left, Doc right) {
    if (left instanceof Doc.Fields(var lefts)) {
      if (right instanceof Doc.Fields(var rights)) {
        return different(lefts, rights);
      }
      return different(lefts, Map.of()) + different(NOTHING, right);
    }
    if (right instanceof Doc.Fields(var rights)) {
      return different(left, NOTHING) + different(Map.of(), rights);
    }
    return left.equals(right) ? 0 : 1;
  }

  private static int different(Map<String, Doc> left, Map<String, Doc> right) {
    int count = 0;
    for (Map.Entry<String, Doc> value : left.entrySet()) {
      count += different(value.getValue(), right.getOrDefault(value.getKey(), NOTHING));
    }
    for (Map.Entry<String, Doc> value : right.entrySet()) {
      if (!left.containsKey(value.getKey())) {
        count += different(NOTHING, value.getValue());
      }
    }
    return count;
  }

  /** A report too long for its message only counts the sessions. */
  private void countedSessions(DesiredState desired, Map<String, Doc> said) {
    if (countsSessions(desired, said)) {
      said.put("sessions", lastSessionsDoc);
    }
  }

  private static boolean countsSessions(DesiredState desired, Map<String, Doc> said) {
    return said.get("sessionsLeftOut") instanceof Doc.Int(long count)
        && count == desired.sessions().size();
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

  private Doc.Fields document(DesiredState desired) {
    Doc.Fields rest = withoutWearer(desired);
    return desired
        .wearer()
        .map(card -> Doc.fields().put("wearer", DesiredDoc.wearer(card)).build())
        .map(card -> ordered(card, rest))
        .orElse(rest);
  }

  /** The wearer stands behind the ownership. */
  private static Doc.Fields ordered(Doc.Fields card, Doc.Fields rest) {
    Map<String, Doc> values = new LinkedHashMap<>();
    rest.values()
        .forEach(
            (field, value) -> {
              values.put(field, value);
              if (field.equals("ownership")) {
                values.putAll(card.values());
              }
            });
    return new Doc.Fields(values);
  }

  /** Badges share all but their wearer, so that part is written once. */
  private Doc.Fields withoutWearer(DesiredState desired) {
    if (!desired.sessions().equals(lastSessions) || written.size() >= MOST_WRITTEN) {
      lastSessions = desired.sessions();
      lastSessionsDoc = DesiredDoc.write(desired).values().getOrDefault("sessions", NOTHING);
      written.clear();
    }
    var bare =
        new DesiredState(
            desired.ownership(),
            Optional.empty(),
            desired.conference(),
            desired.shown(),
            List.of(),
            desired.cadence());
    Doc.Fields known = written.get(bare);
    if (known == null) {
      known = DesiredDoc.write(bare).with("sessions", lastSessionsDoc);
      written.put(bare, known);
    }
    return known;
  }
}
