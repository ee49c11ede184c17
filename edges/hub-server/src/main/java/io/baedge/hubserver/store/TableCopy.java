package io.baedge.hubserver.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Copies the rows of all tables from one database to another, whatever kinds they are of. */
final class TableCopy {
  private static final List<String> TABLES =
      List.of(
          "store",
          "device",
          "contact",
          "badge",
          "binding",
          "wearing",
          "person",
          "layer",
          "pushed",
          "announcement",
          "schedule",
          "twin",
          "marks",
          "counters",
          "frame",
          "note",
          "telemetry_chunk");

  private static final int ROWS = 1_000;

  private final Connection from;
  private final Connection to;

  TableCopy(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /** Replaces all rows of the target, in one transaction, by those of the source at one moment. */
  void run() throws SQLException {
    from.setAutoCommit(false);
    to.setAutoCommit(false);
    for (String table : TABLES) {
      try (Statement delete = to.createStatement()) {
        delete.executeUpdate("DELETE FROM " + table);
      }
      copy(table);
    }
    to.commit();
    from.rollback();
  }

  private void copy(String table) throws SQLException {
    try (Statement select = from.createStatement()) {
      // With PostgreSQL this keeps a large table from being read into memory at once.
      select.setFetchSize(ROWS);
      try (ResultSet rows = select.executeQuery("SELECT * FROM " + table)) {
        List<String> names = names(rows.getMetaData());
        String insert =
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", names)
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(names.size(), "?"))
                + ")";
        try (PreparedStatement target = to.prepareStatement(insert)) {
          copy(rows, names.size(), target);
        }
      }
    }
  }

  private static void copy(ResultSet rows, int columns, PreparedStatement target)
      throws SQLException {
    int waiting = 0;
    while (rows.next()) {
      for (int i = 1; i <= columns; i++) {
        switch (rows.getObject(i)) {
          case Number number -> target.setLong(i, number.longValue());
          case byte[] bytes -> target.setBytes(i, bytes);
          case Object other -> target.setString(i, other.toString());
        }
      }
      target.addBatch();
      if (++waiting == ROWS) {
        target.executeBatch();
        waiting = 0;
      }
    }
    if (waiting > 0) {
      target.executeBatch();
    }
  }

  private static List<String> names(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
