package io.baedge.hubserver.store;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.codec.Located;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.SequenceRanges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Values that do not fit a column of their own, as text. */
final class RowDocs {
  private static final int MOST_SESSIONS = 100_000;

  private RowDocs() {}

  static Doc.Fields fields(Doc doc) throws SQLException {
    if (doc instanceof Doc.Fields fields) {
      return fields;
    }
    throw new SQLException("stored values must have names");
  }

  /** As {@code 5-9,12-12}. */
  static String ranges(SequenceRanges ranges) {
    return ranges.ranges().stream()
        .map(range -> range.from() + "-" + range.to())
        .collect(Collectors.joining(","));
  }

  static Received received(long contiguous, String above) {
    List<SequenceRanges.Range> ranges = new ArrayList<>();
    for (String range : above.isEmpty() ? new String[0] : above.split(",")) {
      int dash = range.indexOf('-');
      ranges.add(
          new SequenceRanges.Range(
              Long.parseLong(range.substring(0, dash)), Long.parseLong(range.substring(dash + 1))));
    }
    return new Received(contiguous, new SequenceRanges(ranges));
  }

  static String sessions(List<Session> sessions) {
    List<Doc.Fields> all = new ArrayList<>();
    for (Session session : sessions) {
      all.add(
          Doc.fields()
              .put("room", session.room())
              .put("title", session.title())
              .put("speakers", session.speakers())
              .put("startMs", session.startMs())
              .put("endMs", session.endMs())
              .build());
    }
    return DocCodec.toJson(Doc.fields().put("sessions", all).build());
  }

  static List<Session> sessions(String text) throws SQLException {
    // A whole conference has more values than one message may have.
    if (!(DocCodec.locatedJson(text) instanceof Decoded.Ok<Located>(Located stored))) {
      throw new SQLException("the stored sessions cannot be read");
    }
    var problems = new Problems();
    List<Session> sessions = new ArrayList<>();
    for (DocReader session :
        DocReader.of(stored.doc(), problems).objects("sessions", MOST_SESSIONS)) {
      sessions.add(
          new Session(
              session.text("room", Limits.LINE_CHARS),
              session.text("title", Limits.LINE_CHARS),
              session.text("speakers", Limits.LINE_CHARS),
              session.integer("startMs", Long.MIN_VALUE, Long.MAX_VALUE),
              session.integer("endMs", Long.MIN_VALUE, Long.MAX_VALUE)));
    }
    if (!problems.isEmpty()) {
      throw new SQLException("the stored sessions cannot be read: " + problems.sentence());
    }
    return sessions;
  }
}
