package io.baedge.hubserver.store;

import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.telemetry.Sample;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The writes of one transaction by table; of several rows with one key only the last is written.
 */
final class Batch {
  private final List<Upserts<?>> upserts = new ArrayList<>();
  private final Upserts<Write.Device> devices = upserts(Tables.DEVICE);
  private final Upserts<Write.Contact> contacts = upserts(Tables.CONTACT);
  private final Upserts<Write.Badge> badges = upserts(Tables.BADGE);
  private final Upserts<Write.Binding> bindings = upserts(Tables.BINDING);
  private final Upserts<Write.Wearing> wearings = upserts(Tables.WEARING);
  private final Upserts<Write.Person> people = upserts(Tables.PERSON);
  private final Upserts<Write.Layer> layers = upserts(Tables.LAYER);
  private final Upserts<Write.Pushed> pushes = upserts(Tables.PUSHED);
  private final Upserts<Write.Announced> announcements = upserts(Tables.ANNOUNCEMENT);
  private final Upserts<Write.Schedule> schedules = upserts(Tables.SCHEDULE);
  private final Upserts<Write.Twin> twins = upserts(Tables.TWIN);
  private final Upserts<Write.Marks> marks = upserts(Tables.MARKS);
  private final Upserts<Write.Counters> counters = upserts(Tables.COUNTERS);
  private final List<Write.Frame> frames = new ArrayList<>();
  private final List<Write.Chunk> chunks = new ArrayList<>();
  private final List<HubNote> notes = new ArrayList<>();

  /** Carries rows of a table to the database. */
  interface Writer {
    <R> void write(Table<R> table, String sql, Collection<R> rows) throws SQLException;
  }

  private record Upserts<R>(Table<R> table, Map<Object, R> byKey) {
    void add(R row) {
      byKey.put(table.key().apply(row), row);
    }

    void write(Writer to) throws SQLException {
      if (!byKey.isEmpty()) {
        to.write(table, table.upsert(), byKey.values());
      }
    }
  }

  void add(Write write) throws StoreFailed {
    switch (write) {
      case Write.Device row -> devices.add(row);
      case Write.Contact row -> contacts.add(row);
      case Write.Badge row -> badges.add(row);
      case Write.Binding row -> bindings.add(row);
      case Write.Wearing row -> wearings.add(row);
      case Write.Person row -> people.add(row);
      case Write.Layer row -> layers.add(row);
      case Write.Pushed row -> pushes.add(row);
      case Write.Announced row -> announcements.add(row);
      case Write.Schedule row -> schedules.add(row);
      case Write.Twin row -> twins.add(row);
      case Write.Marks row -> marks.add(row);
      case Write.Counters row -> counters.add(row);
      case Write.Frame frame -> frames.add(frame);
      case Write.Chunk chunk -> addWithoutGaps(chunk);
      case Write.Noted(HubNote note) -> notes.add(note);
    }
  }

  void write(Writer to) throws SQLException {
    for (Upserts<?> rows : upserts) {
      rows.write(to);
    }
    if (!frames.isEmpty()) {
      to.write(Tables.FRAME, Tables.FRAME.insertIfAbsent(), frames);
    }
    if (!notes.isEmpty()) {
      to.write(Tables.NOTE, Tables.NOTE.insert(), notes);
    }
    if (!chunks.isEmpty()) {
      to.write(Tables.CHUNK, Tables.CHUNK.insert(), chunks);
    }
  }

  /** A stored row has no gaps, so that SQL sees from first and last what is stored. */
  private void addWithoutGaps(Write.Chunk chunk) throws StoreFailed {
    Write.Chunk.Span span = chunk.span();
    if (span.count() == span.last() - span.first() + 1) {
      chunks.add(chunk);
      return;
    }
    List<Sample> samples =
        switch (SampleColumns.decode(chunk.columns())) {
          case Decoded.Ok<List<Sample>>(List<Sample> decoded) -> decoded;
          case Decoded.Malformed<List<Sample>>(String reason) ->
              throw new StoreFailed("samples of " + chunk.device() + " cannot be read: " + reason);
        };
    for (int from = 0; from < samples.size(); ) {
      int to = from + 1;
      while (to < samples.size()
          && samples.get(to).sequence() == samples.get(to - 1).sequence() + 1) {
        to++;
      }
      chunks.add(run(chunk, samples.subList(from, to)));
      from = to;
    }
  }

  private static Write.Chunk run(Write.Chunk chunk, List<Sample> run) {
    var span =
        new Write.Chunk.Span(run.getFirst().sequence(), run.getLast().sequence(), run.size());
    return new Write.Chunk(
        chunk.partition(),
        chunk.device(),
        chunk.epoch(),
        span,
        chunk.anchor(),
        SampleColumns.encode(run));
  }

  private <R> Upserts<R> upserts(Table<R> table) {
    var rows = new Upserts<R>(table, new LinkedHashMap<>());
    upserts.add(rows);
    return rows;
  }
}
