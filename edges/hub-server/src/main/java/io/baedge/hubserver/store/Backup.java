package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore.StoreFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Copies of a store. A backup is a SQLite file with the store's tables whatever database the store
 * is on, so it can be looked into with plain SQL and restored on either.
 */
public final class Backup {
  private Backup() {}

  /** Copies a store as it is at one moment, also while a hub writes to it. */
  public static void save(Database from, Path file) throws StoreFailed {
    Path part = beside(file);
    try {
      if (file.toAbsolutePath().getParent() instanceof Path directory) {
        Files.createDirectories(directory);
      }
      Files.deleteIfExists(part);
      if (from.dialect() == Dialect.SQLITE) {
        vacuumInto(from, part);
      } else {
        copy(from, Database.sqlite(part));
        setGeneration(Database.sqlite(part), generation(from));
      }
      force(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreFailed(
          "the backup " + file + " cannot be written (" + StoreTrouble.reason(e) + ")", e);
    } finally {
      forget(part);
    }
  }

  /**
   * Puts a copy in the place of a store and gives it a new generation, so that badges send again
   * what the copy does not have. No hub may run on the store.
   *
   * @return the new generation
   */
  public static long restore(Path file, Database to, long wallMs) throws StoreFailed {
    if (!Files.isRegularFile(file)) {
      throw new StoreFailed("there is no backup " + file);
    }
    Database backup = Database.sqlite(file);
    long next = Math.max(wallMs, 1 + Math.max(generation(backup), generationIfAny(to)));
    if (to.dialect() == Dialect.SQLITE) {
      replaceFile(file, to, next);
    } else {
      copy(backup, to);
      afterCopy(to);
      setGeneration(to, next);
    }
    return next;
  }

  private static void vacuumInto(Database from, Path part) throws StoreFailed {
    if (!Files.isRegularFile(Path.of(from.name()))) {
      throw new StoreFailed("there is no store " + from.name() + " to back up");
    }
    try (Connection source = from.plain();
        PreparedStatement vacuum = source.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, part.toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw StoreTrouble.sentence(from, e);
    }
  }

  private static void replaceFile(Path file, Database to, long generation) throws StoreFailed {
    Path target = Path.of(to.name());
    Path part = beside(target);
    try {
      if (target.toAbsolutePath().getParent() instanceof Path directory) {
        Files.createDirectories(directory);
      }
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      setGeneration(Database.sqlite(part), generation);
      force(part);
      settleLog(to);
      // A log of the old store must not be applied to the new one.
      Files.deleteIfExists(Path.of(to.name() + "-wal"));
      Files.deleteIfExists(Path.of(to.name() + "-shm"));
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      if (target.toAbsolutePath().getParent() instanceof Path directory) {
        force(directory);
      }
    } catch (IOException e) {
      throw new StoreFailed(to.name() + " cannot be replaced (" + StoreTrouble.reason(e) + ")", e);
    } finally {
      forget(part);
    }
  }

  /** Writes the old store's log into it, so that a crash in the middle leaves one whole store. */
  private static void settleLog(Database old) {
    if (!Files.isRegularFile(Path.of(old.name()))) {
      return;
    }
    try (Connection connection = old.plain();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=DELETE");
    } catch (SQLException e) {
      // The old store may be damaged, which is why somebody restores.
    }
  }

  private static void force(Path fileOrDirectory) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void copy(Database from, Database to) throws StoreFailed {
    try (Connection source = from.plain();
        Connection target = to.writer()) {
      Schema.bringUp(to, target);
      if (from.dialect() == Dialect.POSTGRESQL) {
        source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      new TableCopy(source, target).run();
    } catch (SQLException e) {
      throw StoreTrouble.sentence(to, e);
    }
  }

  /** Numbers of new notes must go on after the copied ones. */
  private static void afterCopy(Database to) throws StoreFailed {
    try (Connection writer = to.writer();
        Statement statement = writer.createStatement()) {
      statement.execute(
          "SELECT setval(pg_get_serial_sequence('note', 'id'), 1 + COALESCE(MAX(id), 0)) FROM note");
    } catch (SQLException e) {
      throw StoreTrouble.sentence(to, e);
    }
  }

  private static void setGeneration(Database database, long generation) throws StoreFailed {
    try (Connection writer = database.writer()) {
      Schema.bringUp(database, writer);
      try (PreparedStatement update = writer.prepareStatement("UPDATE store SET generation = ?")) {
        update.setLong(1, generation);
        update.executeUpdate();
      }
      if (database.dialect() == Dialect.SQLITE) {
        // One file alone, without a log beside it, so that it can be moved.
        try (Statement journal = writer.createStatement()) {
          journal.execute("PRAGMA journal_mode=DELETE");
        }
      }
    } catch (SQLException e) {
      throw StoreTrouble.sentence(database, e);
    }
  }

  private static long generation(Database database) throws StoreFailed {
    try (Connection reader = database.plain();
        Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("SELECT generation FROM store")) {
      if (row.next()) {
        return row.getLong(1);
      }
      throw new StoreFailed(database.name() + " holds no hub");
    } catch (SQLException e) {
      throw new StoreFailed(database.name() + " is no store of a hub: " + e.getMessage(), e);
    }
  }

  /** 0 when there is no readable store, because a restore must work after the worst. */
  private static long generationIfAny(Database database) {
    if (database.dialect() == Dialect.SQLITE && !Files.isRegularFile(Path.of(database.name()))) {
      return 0;
    }
    try {
      return generation(database);
    } catch (StoreFailed e) {
      return 0;
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static void forget(Path part) {
    for (String end : new String[] {"", "-wal", "-shm", "-journal"}) {
      try {
        Files.deleteIfExists(Path.of(part + end));
      } catch (IOException e) {
        // A left-over part is overwritten by the next copy.
      }
    }
  }
}
