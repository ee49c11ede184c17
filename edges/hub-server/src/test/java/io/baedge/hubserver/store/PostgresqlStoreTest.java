package io.baedge.hubserver.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baedge.hub.store.HubStore.StoreFailed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On the server that {@code -Dbaedge.test.postgresql=jdbc:postgresql://…} names (its user must be
 * allowed to create databases), else on one that starts for the test.
 */
class PostgresqlStoreTest extends JdbcStoreBehaviour {
  private static final String GIVEN = System.getProperty("baedge.test.postgresql", "");
  private static final Logger TALKATIVE = Logger.getLogger("io.zonky.test.db.postgres");
  private static EmbeddedPostgres embedded;
  private static String trouble = "";

  @BeforeAll
  static void start() {
    TALKATIVE.setLevel(Level.WARNING);
    if (GIVEN.isEmpty()) {
      try {
        embedded =
            EmbeddedPostgres.builder()
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setServerConfig("fsync", "off")
                .start();
      } catch (IOException | RuntimeException e) {
        trouble = "PostgreSQL does not start here: " + e.getMessage();
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }

  @Override
  Database emptyDatabase() throws Exception {
    assumeTrue(trouble.isEmpty(), trouble);
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection admin = DriverManager.getConnection(url("postgres"));
        var statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return Database.postgresql(url(name), "", "");
  }

  @Test
  void a_server_that_is_not_there_is_one_sentence() {
    Database nowhere = Database.postgresql("jdbc:postgresql://127.0.0.1:1/none", "u", "p");
    assertThatThrownBy(() -> JdbcHubStore.open(nowhere, SITE, "x", () -> Rows.WALL_MS))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("cannot be reached; check that it runs");
  }

  private static String url(String database) {
    return GIVEN.isEmpty()
        ? embedded.getJdbcUrl("postgres", database)
        : GIVEN.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + database);
  }
}
