package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore.StoreFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the tables that this code knows. */
final class Schema {
  /** The newest migration in {@code migration/}. */
  static final int VERSION = 1;

  static final String LOCATION = "classpath:io/baedge/hubserver/store/migration";

  private Schema() {}

  /** Migrates when there is something to do; most starts find nothing and do not load Flyway. */
  static void bringUp(Database database, Connection connection) throws StoreFailed {
    int found = version(connection);
    if (found > VERSION) {
      throw new StoreFailed(
          database.name()
              + " was written by a newer Baedge (schema "
              + found
              + ", this one knows "
              + VERSION
              + "); start that version or restore a backup");
    }
    if (found == VERSION) {
      return;
    }
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(database.url(), database.user(), database.password())
          .locations(LOCATION)
          .placeholders(database.dialect().placeholders())
          .loggers(QuietLog.class.getName())
          .load()
          .migrate();
    } catch (FlywayException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new StoreFailed(
          database.name() + " cannot be brought to schema " + VERSION + ": " + first, e);
    }
  }

  /** 0 for a database without our tables. */
  private static int version(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history"
                    + " WHERE version IS NOT NULL")) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      // No such table: nothing was ever created here.
      return 0;
    }
  }
}
