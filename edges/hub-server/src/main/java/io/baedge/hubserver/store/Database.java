package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hubserver.config.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database that holds a hub's store, and how to connect to it. */
public final class Database {
  /** The file of the SQLite store in the data directory. */
  public static final String FILE = "hub.db";

  private static final int BUSY_TIMEOUT_MS = 5_000;

  private final Dialect dialect;
  private final String name;
  private final String url;
  private final Properties properties;
  private final List<String> morePragmas;

  private Database(
      Dialect dialect, String name, String url, Properties properties, List<String> morePragmas) {
    this.dialect = dialect;
    this.name = name;
    this.url = url;
    this.properties = properties;
    this.morePragmas = List.copyOf(morePragmas);
  }

  /** What the settings name. */
  public static Database of(HubConfig config) {
    HubConfig.Database chosen = config.database();
    return chosen
        .url()
        .map(url -> postgresql(url, chosen.user(), chosen.password()))
        .orElseGet(() -> sqlite(config.data().resolve(FILE)));
  }

  /** A SQLite file. */
  public static Database sqlite(Path file) {
    return sqlite(file, new String[0]);
  }

  /** With pragmas for the writer that come after the usual ones. */
  static Database sqlite(Path file, String... morePragmas) {
    return new Database(
        Dialect.SQLITE,
        file.toString(),
        "jdbc:sqlite:" + file,
        new Properties(),
        List.of(morePragmas));
  }

  /** A PostgreSQL database; user and password may be empty or stand in the address. */
  public static Database postgresql(String url, String user, String password) {
    var properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("ApplicationName", "baedge-hub");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    return new Database(
        Dialect.POSTGRESQL, url.replaceAll("\\?.*", ""), url, properties, List.of());
  }

  /** The reason of a failed file operation, in words. */
  public static String reason(IOException e) {
    return StoreTrouble.reason(e);
  }

  Dialect dialect() {
    return dialect;
  }

  /** For people; holds no secret. */
  String name() {
    return name;
  }

  String url() {
    return url;
  }

  @Nullable String user() {
    return properties.getProperty("user");
  }

  @Nullable String password() {
    return properties.getProperty("password");
  }

  /** The connection that writes. There is one, owned by one thread. */
  Connection writer() throws StoreFailed {
    if (dialect == Dialect.SQLITE) {
      checkDirectory();
    }
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      if (dialect == Dialect.SQLITE) {
        // FULL: a commit is on the disk before the hub acknowledges anything in it.
        pragma(connection, "busy_timeout=" + BUSY_TIMEOUT_MS);
        pragma(connection, "journal_mode=WAL");
        pragma(connection, "synchronous=FULL");
        pragma(connection, "wal_autocheckpoint=4000");
        pragma(connection, "journal_size_limit=67108864");
        pragma(connection, "cache_size=-32768");
        pragma(connection, "temp_store=MEMORY");
        for (String more : morePragmas) {
          pragma(connection, more);
        }
      }
      return connection;
    } catch (SQLException e) {
      throw StoreTrouble.sentence(this, e);
    }
  }

  /** A connection that only reads. */
  Connection reader() throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties);
    if (dialect == Dialect.SQLITE) {
      pragma(connection, "busy_timeout=" + BUSY_TIMEOUT_MS);
      pragma(connection, "query_only=ON");
    } else {
      connection.setReadOnly(true);
    }
    return connection;
  }

  /** A connection as it comes, for copies. */
  Connection plain() throws SQLException {
    return DriverManager.getConnection(url, properties);
  }

  private void checkDirectory() throws StoreFailed {
    Path file = Path.of(name).toAbsolutePath();
    Path directory = file.getParent();
    if (directory == null) {
      throw new StoreFailed(name + " is no file in a directory; give another data directory");
    }
    try {
      Files.createDirectories(directory);
      // Root may write anywhere by its permissions, but not to a file system mounted read-only.
      Files.delete(Files.createTempFile(directory, "hub", ".probe"));
    } catch (IOException e) {
      throw new StoreFailed(
          "the data directory "
              + directory
              + " cannot be written to ("
              + StoreTrouble.reason(e)
              + "); choose another with --data or change its permissions",
          e);
    }
  }

  private static void pragma(Connection connection, String what) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA " + what);
    }
  }
}
