package io.baedge.hubserver.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL server: the one that {@code -Dbaedge.test.postgresql=jdbc:postgresql://…} names (its
 * user must be allowed to create databases), else one that starts for the tests of this process.
 */
final class PostgresqlServer {
  private static final String GIVEN = System.getProperty("baedge.test.postgresql", "");
  private static final Logger TALKATIVE = Logger.getLogger("io.zonky.test.db.postgres");
  private static EmbeddedPostgres embedded;
  private static String trouble = "";

  private PostgresqlServer() {}

  /** An empty database; the test is skipped with one line when there is no server. */
  static Database emptyDatabase() throws Exception {
    start();
    assumeTrue(trouble.isEmpty(), trouble);
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection admin = DriverManager.getConnection(url("postgres"));
        var statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return Database.postgresql(url(name), "", "");
  }

  private static synchronized void start() {
    if (!GIVEN.isEmpty() || embedded != null || !trouble.isEmpty()) {
      return;
    }
    TALKATIVE.setLevel(Level.WARNING);
    try {
      embedded =
          EmbeddedPostgres.builder()
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .setServerConfig("fsync", "off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(PostgresqlServer::stop));
    } catch (IOException | RuntimeException e) {
      trouble = "PostgreSQL does not start here: " + e.getMessage();
    }
  }

  private static void stop() {
    try {
      embedded.close();
    } catch (IOException e) {
      System.err.println("PostgreSQL does not stop: " + e.getMessage());
    }
  }

  private static String url(String database) {
    return GIVEN.isEmpty()
        ? embedded.getJdbcUrl("postgres", database)
        : GIVEN.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + database);
  }
}
