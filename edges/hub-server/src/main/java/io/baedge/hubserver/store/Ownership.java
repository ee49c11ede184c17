package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.model.id.Partition;
import io.baedge.model.id.SiteId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The right to write, held by a token; who takes it later has a higher one. */
final class Ownership {
  private final Database database;
  private final long generation;
  private final long token;

  private Ownership(Database database, long generation, long token) {
    this.database = database;
    this.generation = generation;
    this.token = token;
  }

  /** Takes every partition. A new store gets its site and its first generation. */
  static Ownership take(
      Database database, Connection connection, SiteId site, String owner, long wallMs)
      throws SQLException, StoreFailed {
    connection.setAutoCommit(false);
    long generation = generation(database, connection, site, wallMs);
    long token = 1 + number(connection, "SELECT COALESCE(MAX(token), 0) FROM partition_owner");
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO partition_owner (partition, token, owner, since_ms) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (partition) DO UPDATE SET token = excluded.token,"
                + " owner = excluded.owner, since_ms = excluded.since_ms")) {
      var params = new Params(statement);
      for (int partition = 0; partition < Partition.COUNT; partition++) {
        params.number(partition).number(token).text(owner).number(wallMs).add();
      }
      statement.executeBatch();
    }
    connection.commit();
    return new Ownership(database, generation, token);
  }

  long generation() {
    return generation;
  }

  /** Fails when another hub has taken the right to write. */
  void check(Connection connection) throws SQLException, StoreFailed {
    String sql =
        "SELECT partition FROM partition_owner WHERE token = ?" + database.dialect().shareLock();
    int held = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, token);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          held++;
        }
      }
    }
    if (held != Partition.COUNT) {
      throw new StoreFailed(
          "another hub has taken over " + database.name() + "; stop one of the two");
    }
  }

  private static long generation(Database database, Connection connection, SiteId site, long wallMs)
      throws SQLException, StoreFailed {
    record Store(String site, long generation) {}
    List<Store> stores;
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT site, generation FROM store");
        ResultSet rows = statement.executeQuery()) {
      stores = Columns.all(rows, row -> new Store(row.text(), row.number()));
    }
    if (stores.isEmpty()) {
      // The clock makes it larger than that of any earlier store of the site.
      insert(connection, site, wallMs);
      return wallMs;
    }
    Store store = stores.getFirst();
    if (!store.site().equals(site.text())) {
      throw new StoreFailed(
          database.name()
              + " holds the site '"
              + store.site()
              + "', not '"
              + site
              + "'; set site to '"
              + store.site()
              + "' or choose another data directory");
    }
    return store.generation();
  }

  private static void insert(Connection connection, SiteId site, long wallMs) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO store (only_row, site, generation, created_ms) VALUES (1, ?, ?, ?)")) {
      new Params(statement).text(site.text()).number(wallMs).number(wallMs);
      statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
