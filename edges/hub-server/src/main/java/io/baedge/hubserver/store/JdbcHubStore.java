package io.baedge.hubserver.store;

import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.Write;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The store on SQLite or PostgreSQL. {@link #load} and {@link #commit} belong to one thread, the
 * others may be called by any.
 */
public final class JdbcHubStore implements HubStore, AutoCloseable {
  private static final int FRAME_HASHES = 200_000;

  private final Database database;
  private final Ownership ownership;
  private final ReadPool readers;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Connection writer;

  private JdbcHubStore(Database database, Ownership ownership, Connection writer) {
    this.database = database;
    this.ownership = ownership;
    this.readers = new ReadPool(database);
    this.writer = writer;
  }

  /**
   * Opens the store, makes its tables when it is new, and takes the right to write from whoever had
   * it.
   *
   * @param owner name of this hub, for people
   * @param wallMs the wall clock
   */
  public static JdbcHubStore open(Database database, SiteId site, String owner, LongSupplier wallMs)
      throws StoreFailed {
    Connection writer = database.writer();
    try {
      Schema.bringUp(database, writer);
      Ownership ownership = Ownership.take(database, writer, site, owner, wallMs.getAsLong());
      return new JdbcHubStore(database, ownership, writer);
    } catch (SQLException e) {
      close(writer);
      throw StoreTrouble.sentence(database, e);
    } catch (StoreFailed e) {
      close(writer);
      throw e;
    }
  }

  /** Reads of the past; they share this store's connections for reading. */
  public History history() {
    return new JdbcHistory(database, readers);
  }

  /** Of the store: larger after every restore. */
  public long generation() {
    return ownership.generation();
  }

  @Override
  public HubSnapshot load() throws StoreFailed {
    try {
      Connection connection = connection();
      List<Write.Row> rows = new ArrayList<>();
      rows.addAll(all(connection, Tables.DEVICE));
      rows.addAll(all(connection, Tables.CONTACT));
      rows.addAll(all(connection, Tables.BADGE));
      rows.addAll(all(connection, Tables.BINDING));
      rows.addAll(all(connection, Tables.WEARING));
      rows.addAll(all(connection, Tables.PERSON));
      rows.addAll(all(connection, Tables.LAYER));
      rows.addAll(all(connection, Tables.PUSHED));
      rows.addAll(all(connection, Tables.ANNOUNCEMENT));
      rows.addAll(all(connection, Tables.SCHEDULE));
      rows.addAll(all(connection, Tables.TWIN));
      rows.addAll(all(connection, Tables.MARKS));
      rows.addAll(all(connection, Tables.COUNTERS));
      List<String> newest =
          rows(
              connection,
              "SELECT hash FROM frame ORDER BY received_ms DESC, hash LIMIT " + FRAME_HASHES,
              Columns::text);
      connection.commit();
      return new HubSnapshot(ownership.generation(), rows, newest.reversed());
    } catch (SQLException e) {
      giveUpConnection();
      throw StoreTrouble.sentence(database, e);
    }
  }

  @Override
  public void commit(List<Write> writes) throws StoreFailed {
    var batch = new Batch();
    for (Write write : writes) {
      batch.add(write);
    }
    try {
      Connection connection = connection();
      ownership.check(connection);
      batch.write(new StatementWriter(connection));
      connection.commit();
    } catch (SQLException e) {
      // Closing rolls back; statements of a connection that failed may be unusable.
      giveUpConnection();
      throw StoreTrouble.sentence(database, e);
    } catch (StoreFailed e) {
      giveUpConnection();
      throw e;
    }
  }

  @Override
  public Optional<byte[]> frame(String hash) throws StoreFailed {
    return readers
        .query("SELECT frame FROM frame WHERE hash = ?", p -> p.text(hash), Columns::bytes)
        .stream()
        .findFirst();
  }

  @Override
  public List<Write.Chunk> chunks(DeviceId device, long epoch) throws StoreFailed {
    return readers.query(
        Tables.CHUNK.select() + " WHERE device = ? AND epoch = ? ORDER BY first_seq",
        p -> p.text(device.text()).number(epoch),
        Tables.CHUNK.mapper());
  }

  @Override
  public List<HubNote> notes(Optional<BadgeId> badge, int limit) throws StoreFailed {
    return history().notes(badge, limit, Long.MAX_VALUE).stream()
        .map(History.StoredNote::note)
        .toList();
  }

  @Override
  public void close() {
    readers.close();
    giveUpConnection();
  }

  private Connection connection() throws StoreFailed, SQLException {
    Connection open = writer;
    if (open == null) {
      open = database.writer();
      writer = open;
    }
    if (open.getAutoCommit()) {
      open.setAutoCommit(false);
    }
    return open;
  }

  private void giveUpConnection() {
    statements.clear();
    Connection open = writer;
    writer = null;
    if (open != null) {
      close(open);
    }
  }

  private static <R> List<R> all(Connection connection, Table<R> table) throws SQLException {
    return rows(connection, table.select(), table.mapper());
  }

  private static <T> List<T> rows(Connection connection, String sql, Columns.Mapper<T> mapper)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return Columns.all(rows, mapper);
    }
  }

  private static void close(Connection connection) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      // A broken connection has nothing to roll back.
    }
    try {
      connection.close();
    } catch (SQLException e) {
      // What was committed is on the disk whether or not the file could be closed.
    }
  }

  /** Writes rows in batches with statements that live as long as the connection. */
  private final class StatementWriter implements Batch.Writer {
    private static final int ROWS = 1_000;
    private final Connection connection;

    StatementWriter(Connection connection) {
      this.connection = connection;
    }

    @Override
    public <R> void write(Table<R> table, String sql, Collection<R> rows) throws SQLException {
      PreparedStatement statement = statements.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
      }
      int waiting = 0;
      var params = new Params(statement);
      for (R row : rows) {
        table.binder().bind(row, params);
        params.add();
        if (++waiting == ROWS) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }
}
