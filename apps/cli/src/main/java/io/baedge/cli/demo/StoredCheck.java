package io.baedge.cli.demo;

import io.baedge.hubserver.store.LedgerCheck;
import io.baedge.sim.crowd.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Looks into the closed store for every record that the ledger calls acknowledged. */
final class StoredCheck {
  private StoredCheck() {}

  /**
   * What was found.
   *
   * @param stored records in the store, of whatever device
   * @param missing acknowledged, but not there
   * @param twice there more than once
   */
  record Result(long stored, long missing, long twice) {}

  static Result run(Path database, List<Ledger.Row> ledger) throws Demo.Failed {
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = memory.createStatement()) {
      statement.execute(
          "CREATE TABLE ledger(device TEXT, epoch TEXT, taken TEXT, acknowledged TEXT)");
      fill(memory, ledger);
      try (PreparedStatement attach = memory.prepareStatement("ATTACH ? AS hub")) {
        attach.setString(1, database.toString());
        attach.execute();
      }
      long stored = number(statement, "SELECT COALESCE(SUM(count), 0) FROM hub.telemetry_chunk");
      try (ResultSet found = statement.executeQuery(LedgerCheck.sql())) {
        found.next();
        return new Result(stored, found.getLong("missing"), found.getLong("twice"));
      }
    } catch (SQLException e) {
      throw new Demo.Failed("the store " + database + " cannot be checked: " + e.getMessage());
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void fill(Connection memory, List<Ledger.Row> ledger) throws SQLException {
    memory.setAutoCommit(false);
    try (PreparedStatement insert =
        memory.prepareStatement("INSERT INTO ledger VALUES (?, ?, ?, ?)")) {
      for (Ledger.Row row : ledger) {
        insert.setString(1, row.device().text());
        insert.setString(2, Long.toString(row.epoch()));
        insert.setString(3, Long.toString(row.taken()));
        insert.setString(4, Long.toString(row.acknowledged()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    memory.commit();
    memory.setAutoCommit(true);
  }
}
