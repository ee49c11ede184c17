package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore.StoreFailed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** What a database says, as one sentence that tells what to do. */
final class StoreTrouble {
  private StoreTrouble() {}

  static StoreFailed sentence(Database database, SQLException e) {
    String name = database.name();
    String said =
        e instanceof SQLiteException sqlite
            ? sqlite(name, sqlite)
            : postgresql(name, e.getSQLState() == null ? "" : e.getSQLState(), e);
    return new StoreFailed(said, e);
  }

  /** The reason of a failed file operation, in words. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException f -> f.getFile() + " is a file";
      case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String sqlite(String name, SQLiteException e) {
    // The low byte is the primary code; the rest only says more about it.
    return switch (e.getResultCode().code & 0xff) {
      case 5, 6 -> name + " is locked by another program; close it and start again";
      case 8 -> name + " cannot be written to; make it and its directory writable";
      case 10 -> name + " cannot be read or written, the disk reports an error: " + e.getMessage();
      case 11 -> name + " is damaged; restore a backup with 'baedge hub restore'";
      case 13 -> "the disk that holds " + name + " is full; free some space and start again";
      case 14 -> name + " cannot be opened; check that its directory exists and is writable";
      case 26 -> name + " is not a SQLite database; choose another data directory";
      default -> name + ": " + firstLine(e);
    };
  }

  private static String postgresql(String name, String state, SQLException e) {
    if (state.equals("53100")) {
      return "the disk of the database " + name + " is full; free some space and start again";
    }
    if (state.startsWith("28")) {
      return "the database "
          + name
          + " refuses user or password; set database.user and"
          + " database.password";
    }
    if (state.equals("3D000")) {
      return "there is no database " + name + "; create it";
    }
    if (state.startsWith("08")) {
      return "the database " + name + " cannot be reached; check that it runs";
    }
    return "the database " + name + ": " + firstLine(e);
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown error");
  }
}
