package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What a closed hub has left on the disk.
///
/// @param samples in all chunks
/// @param bytes of the whole database, so everything else in it counts too
record StoreFigures(long samples, long bytes) {
  static StoreFigures of(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COALESCE(SUM(count), 0) FROM telemetry_chunk")) {
      rows.next();
      return new StoreFigures(rows.getLong(1), Files.size(database));
    } catch (SQLException | IOException e) {
      throw new CommandFailure("the hub's store cannot be read: " + e.getMessage(), e);
    }
  }
}
