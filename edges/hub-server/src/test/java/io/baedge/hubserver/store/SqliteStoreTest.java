package io.baedge.hubserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.id.SiteId;
import io.baedge.testing.EnabledIfProgram;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqliteStoreTest extends JdbcStoreBehaviour {
  @Override
  Database emptyDatabase() {
    return Database.sqlite(directory.resolve("data").resolve("hub.db"));
  }

  @Test
  void a_stored_sample_takes_at_most_twelve_bytes() throws Exception {
    Path file = directory.resolve("size.db");
    long samples = 0;
    try (JdbcHubStore store = open(Database.sqlite(file))) {
      for (long first = 1; first <= 1_001; first += 50) {
        List<Write> writes = new ArrayList<>();
        for (int device = 0; device < 100; device++) {
          writes.add(Rows.chunk(Rows.device(device), 1, first, 50));
          samples += 50;
        }
        store.commit(writes);
      }
    }
    double bytes = (double) Files.size(file) / samples;
    System.out.println("bytes per stored sample: " + bytes);
    assertThat(bytes).isLessThanOrEqualTo(12.0);
  }

  @Test
  void a_full_disk_is_one_sentence_and_nothing_is_half_written() throws Exception {
    Path file = directory.resolve("full.db");
    try (JdbcHubStore store = open(Database.sqlite(file))) {
      store.commit(List.of(new Write.Counters(1, 1)));
    }
    Database small = Database.sqlite(file, "max_page_count=" + (Files.size(file) / 4096 + 2));
    try (JdbcHubStore store = open(small)) {
      List<Write> many = new ArrayList<>();
      many.add(new Write.Counters(2, 2));
      for (int device = 0; device < 100; device++) {
        many.add(Rows.chunk(Rows.device(device), 1, 1, 50));
      }
      assertThatThrownBy(() -> store.commit(many))
          .isInstanceOf(StoreFailed.class)
          .hasMessage("the disk that holds " + file + " is full; free some space and start again");
      assertThat(store.load().rows()).containsExactly(new Write.Counters(1, 1));
      assertThat(store.history().size().chunks()).isZero();
    }
  }

  @Test
  void a_directory_that_cannot_be_written_is_one_sentence() throws Exception {
    Path inTheWay = Files.writeString(directory.resolve("file"), "x");
    assertThatThrownBy(() -> open(Database.sqlite(inTheWay.resolve("hub.db"))))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("the data directory " + inTheWay + " cannot be written to");
  }

  @Test
  void a_file_that_is_no_database_is_one_sentence() throws Exception {
    Path file = Files.writeString(directory.resolve("hub.db"), "hello ".repeat(2_000));
    assertThatThrownBy(() -> open(Database.sqlite(file)))
        .isInstanceOf(StoreFailed.class)
        .hasMessage(file + " is not a SQLite database; choose another data directory");
  }

  @Test
  void a_locked_database_is_one_sentence() throws Exception {
    Path file = directory.resolve("locked.db");
    open(Database.sqlite(file)).close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> open(Database.sqlite(file, "busy_timeout=100")))
          .isInstanceOf(StoreFailed.class)
          .hasMessage(file + " is locked by another program; close it and start again");
    }
  }

  @Test
  @EnabledIfProgram("sqlite3")
  void plain_sql_finds_what_is_missing_and_what_is_there_twice() throws Exception {
    Path file = directory.resolve("checked.db");
    try (JdbcHubStore store = open(Database.sqlite(file))) {
      store.commit(
          List.of(
              Rows.chunk(Rows.device(1), 1, 1, 50),
              Rows.chunk(Rows.device(1), 1, 51, 10),
              Rows.chunk(Rows.device(1), 2, 1, 7),
              Rows.chunk(Rows.device(2), 1, 1, 20),
              Rows.chunk(Rows.device(2), 1, 31, 20)));
    }
    String complete =
        ledger(
            Rows.device(1) + "\t1\t62\t60",
            Rows.device(1) + "\t2\t7\t5",
            Rows.device(2) + "\t1\t55\t20");
    assertThat(check(file, complete)).isEqualTo("85|85|0|0");
    String missing =
        ledger(
            Rows.device(1) + "\t1\t62\t61",
            Rows.device(2) + "\t1\t55\t50",
            Rows.device(3) + "\t1\t9\t9");
    assertThat(check(file, missing)).isEqualTo("120|100|20|0");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute(
          "INSERT INTO telemetry_chunk SELECT partition, device, epoch, 48, 57, 10, received_ms,"
              + " sent_mono_ms, columns FROM telemetry_chunk WHERE first_seq = 51");
    }
    assertThat(check(file, complete)).isEqualTo("85|85|0|10");
  }

  private static String ledger(String... lines) {
    return "device\tepoch\ttaken\tacknowledged\n" + String.join("\n", lines) + "\n";
  }

  /** What the documented command prints. */
  private String check(Path database, String ledger) throws Exception {
    Path tsv = Files.writeString(directory.resolve("ledger.tsv"), ledger);
    Path sql = directory.resolve("ledger-check.sql");
    try (InputStream text = Database.class.getResourceAsStream("ledger-check.sql")) {
      Files.write(sql, text.readAllBytes());
    }
    Process sqlite =
        new ProcessBuilder(
                "sqlite3",
                ":memory:",
                ".mode tabs",
                ".import " + tsv + " ledger",
                "ATTACH '" + database + "' AS hub",
                ".mode list",
                ".read " + sql)
            .redirectErrorStream(true)
            .start();
    String said = new String(sqlite.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(sqlite.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }

  private static JdbcHubStore open(Database database) throws StoreFailed {
    return JdbcHubStore.open(database, new SiteId("camp"), "test", () -> Rows.WALL_MS);
  }
}
