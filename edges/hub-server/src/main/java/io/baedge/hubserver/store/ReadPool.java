package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore.StoreFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections that only read, shared by all who ask. */
final class ReadPool implements AutoCloseable {
  private static final int CONNECTIONS = 3;
  private static final long PATIENCE_MS = 10_000;

  private final Database database;
  private final Semaphore turns = new Semaphore(CONNECTIONS, true);
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

  ReadPool(Database database) {
    this.database = database;
  }

  /** Sets the parameters of a query. */
  @FunctionalInterface
  interface Filler {
    void fill(Params params) throws SQLException;
  }

  /** All rows of a query. */
  <T> List<T> query(String sql, Filler filler, Columns.Mapper<T> mapper) throws StoreFailed {
    takeTurn();
    Connection connection = idle.poll();
    boolean sound = false;
    try {
      if (connection == null) {
        connection = database.reader();
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        filler.fill(new Params(statement));
        try (ResultSet rows = statement.executeQuery()) {
          List<T> found = Columns.all(rows, mapper);
          sound = true;
          return found;
        }
      }
    } catch (SQLException e) {
      throw StoreTrouble.sentence(database, e);
    } finally {
      if (connection != null && !(sound && idle.offer(connection))) {
        close(connection);
      }
      turns.release();
    }
  }

  @Override
  public void close() {
    List<Connection> all = new ArrayList<>();
    idle.drainTo(all);
    all.forEach(ReadPool::close);
  }

  private void takeTurn() throws StoreFailed {
    try {
      if (!turns.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        throw new StoreFailed("the store is too busy with other questions; ask again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed("interrupted while waiting for the store", e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing is lost: this connection only read.
    }
  }
}
