package io.baedge.hubserver.store;

import io.baedge.hub.clock.EpochClock;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.List;
import java.util.Optional;

/** Reads of the past over the store's connections for reading. */
final class JdbcHistory implements History {
  private static final int MOST_NOTES = 1_000;

  /** A badge with a queue on its card may hand in what it measured long before. */
  private static final int MOST_CHUNKS = 50_000;

  private final Database database;
  private final ReadPool readers;

  JdbcHistory(Database database, ReadPool readers) {
    this.database = database;
    this.readers = readers;
  }

  private record Term(DeviceId device, long fromMs, long toMs) {}

  @Override
  public Optional<byte[]> frame(String hash) throws StoreFailed {
    return readers
        .query("SELECT frame FROM frame WHERE hash = ?", p -> p.text(hash), Columns::bytes)
        .stream()
        .findFirst();
  }

  @Override
  public List<StoredNote> notes(Optional<BadgeId> badge, int limit, long before)
      throws StoreFailed {
    String sql =
        "SELECT id, "
            + String.join(", ", Tables.NOTE.others())
            + " FROM note WHERE id < ?"
            + (badge.isPresent() ? " AND badge = ?" : "")
            + " ORDER BY id DESC LIMIT ?";
    return readers.query(
        sql,
        params -> {
          params.number(before);
          if (badge.isPresent()) {
            params.text(badge.get().text());
          }
          params.number(Math.clamp(limit, 0, MOST_NOTES));
        },
        row -> new StoredNote(row.number(), Tables.NOTE.mapper().map(row)));
  }

  @Override
  public Series samples(BadgeId badge, Window window) throws StoreFailed {
    List<Term> terms =
        readers.query(
            "SELECT device, from_ms, to_ms FROM binding WHERE badge = ? ORDER BY token",
            p -> p.text(badge.text()),
            row -> new Term(new DeviceId(row.text()), row.number(), row.number()));
    var series = new SeriesBuilder(window);
    for (Term term : terms) {
      long untilMs = term.toMs() == 0 ? Long.MAX_VALUE : term.toMs();
      read(term.device(), window, Math.max(window.fromMs(), term.fromMs()), untilMs, series);
    }
    return series.build();
  }

  @Override
  public Series samples(DeviceId device, Window window) throws StoreFailed {
    var series = new SeriesBuilder(window);
    read(device, window, window.fromMs(), Long.MAX_VALUE, series);
    return series.build();
  }

  /** Samples that were taken from {@code fromMs} until before {@code toMs}. */
  private void read(DeviceId device, Window window, long fromMs, long toMs, SeriesBuilder series)
      throws StoreFailed {
    long untilMs = Math.min(window.toMs(), toMs);
    if (untilMs <= fromMs) {
      return;
    }
    var clocks = new EpochClocks(readers, device);
    for (long epoch : clocks.epochs()) {
      // What was received before the window cannot have been taken in it.
      List<Write.Chunk> chunks =
          readers.query(
              Tables.CHUNK.select()
                  + " WHERE device = ? AND epoch = ? AND received_ms >= ?"
                  + " ORDER BY first_seq LIMIT "
                  + MOST_CHUNKS,
              p -> p.text(device.text()).number(epoch).number(fromMs),
              Tables.CHUNK.mapper());
      if (!chunks.isEmpty()) {
        EpochClock clock = clocks.of(epoch);
        for (Write.Chunk chunk : chunks) {
          series.add(chunk, clock, fromMs, untilMs);
        }
      }
    }
  }

  @Override
  public Size size() throws StoreFailed {
    String bytes =
        database.dialect() == Dialect.SQLITE
            ? "(SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())"
            : "pg_database_size(current_database())";
    return readers
        .query(
            "SELECT (SELECT COUNT(*) FROM telemetry_chunk),"
                + " (SELECT COALESCE(SUM(count), 0) FROM telemetry_chunk),"
                + " (SELECT COUNT(*) FROM frame), (SELECT COUNT(*) FROM note), "
                + bytes,
            _ -> {},
            row -> new Size(row.number(), row.number(), row.number(), row.number(), row.number()))
        .getFirst();
  }

  @Override
  public void close() {
    readers.close();
  }
}
