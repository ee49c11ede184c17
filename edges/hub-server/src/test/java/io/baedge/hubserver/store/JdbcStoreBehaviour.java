package io.baedge.hubserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.hub.clock.CorrectedTime;
import io.baedge.hub.request.Scope;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.SiteId;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a store behaves, whatever database it is on. */
abstract class JdbcStoreBehaviour {
  static final SiteId SITE = new SiteId("camp");

  @TempDir Path directory;
  private Database database;
  private JdbcHubStore store;

  /** An empty database. */
  abstract Database emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = emptyDatabase();
    store = open("first");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_was_committed_is_there_after_opening_again() throws Exception {
    List<Write> writes = new ArrayList<>(Rows.oneOfEach());
    writes.add(new Write.Frame("abc", new byte[] {1, 2, 3}, Rows.WALL_MS));
    store.commit(writes);
    long generation = store.generation();
    store.close();
    store = open("second");
    HubSnapshot loaded = store.load();
    assertThat(loaded.rows()).containsExactlyInAnyOrderElementsOf(Rows.oneOfEach());
    assertThat(loaded.generation()).isEqualTo(generation);
    assertThat(loaded.frames()).containsExactly("abc");
    assertThat(store.frame("abc")).contains(new byte[] {1, 2, 3});
    assertThat(store.frame("xyz")).isEmpty();
  }

  @Test
  void the_last_row_of_a_key_counts_in_one_transaction_and_over_several() throws Exception {
    var scope = new Scope.Group("crew");
    var values = Doc.fields().put("a", 1).build();
    store.commit(Rows.oneOfEach().stream().map(row -> (Write) row).toList());
    store.commit(
        List.of(
            new Write.Counters(43, 7),
            new Write.Layer(scope, values, new Revision(7, 43), "x", 1),
            Rows.twin(4),
            new Write.Layer(scope, values, new Revision(7, 44), "y", 2),
            new Write.Counters(44, 7)));
    assertThat(store.load().rows())
        .hasSameSizeAs(Rows.oneOfEach())
        .contains(new Write.Counters(44, 7), Rows.twin(4))
        .contains(new Write.Layer(scope, values, new Revision(7, 44), "y", 2));
  }

  @Test
  void a_transaction_is_stored_whole_or_not_at_all() throws Exception {
    store.commit(List.of(Rows.chunk(Rows.DEVICE, 1, 1, 5)));
    List<Write> bad =
        List.of(
            new Write.Badge(new BadgeId("new"), List.of(), 1, 0),
            Rows.chunk(Rows.DEVICE, 1, 6, 5),
            Rows.chunk(Rows.DEVICE, 1, 1, 5));
    assertThatThrownBy(() -> store.commit(bad)).isInstanceOf(StoreFailed.class);
    assertThat(store.load().rows()).isEmpty();
    assertThat(store.chunks(Rows.DEVICE, 1)).hasSize(1);
    store.commit(List.of(Rows.chunk(Rows.DEVICE, 1, 6, 5)));
    assertThat(store.chunks(Rows.DEVICE, 1)).hasSize(2);
  }

  @Test
  void a_chunk_with_gaps_is_stored_as_rows_without() throws Exception {
    List<Sample> samples = LongStream.of(3, 4, 5, 9, 20, 21).mapToObj(Rows::sample).toList();
    store.commit(List.of(Rows.chunk(Rows.DEVICE, 2, samples)));
    List<Write.Chunk> stored = store.chunks(Rows.DEVICE, 2);
    assertThat(stored)
        .extracting(Write.Chunk::span)
        .containsExactly(
            new Write.Chunk.Span(3, 5, 3),
            new Write.Chunk.Span(9, 9, 1),
            new Write.Chunk.Span(20, 21, 2));
    List<Sample> read = new ArrayList<>();
    for (Write.Chunk chunk : stored) {
      read.addAll(((Decoded.Ok<List<Sample>>) SampleColumns.decode(chunk.columns())).value());
    }
    assertThat(read).isEqualTo(samples);
  }

  @Test
  void a_hub_that_was_taken_over_cannot_write_any_more() throws Exception {
    store.commit(List.of(new Write.Counters(1, 1)));
    try (JdbcHubStore other = open("other")) {
      assertThatThrownBy(() -> store.commit(List.of(new Write.Counters(2, 2))))
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining("another hub has taken over");
      other.commit(List.of(new Write.Counters(3, 3)));
      assertThat(other.load().rows()).containsExactly(new Write.Counters(3, 3));
    }
  }

  @Test
  void a_store_belongs_to_one_site() {
    store.close();
    assertThatThrownBy(
            () -> JdbcHubStore.open(database, new SiteId("other"), "x", () -> Rows.WALL_MS))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("holds the site 'camp', not 'other'");
  }

  @Test
  void a_store_of_a_newer_version_is_left_alone() throws Exception {
    store.close();
    try (var connection = database.plain();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success)"
              + " VALUES (99, '99', 'x', 'SQL', 'x', 'x', 1, "
              + (database.dialect() == Dialect.SQLITE ? "1" : "TRUE")
              + ")");
    }
    assertThatThrownBy(() -> open("x"))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("was written by a newer Baedge (schema 99, this one knows 1)");
  }

  @Test
  void many_ranges_above_the_mark_come_back() throws Exception {
    SequenceRanges above = SequenceRanges.EMPTY;
    for (long i = 1; i <= 200; i++) {
      above = above.with(10 * i, 10 * i + i % 5);
    }
    var marks = new Write.Marks(Rows.DEVICE, 1, new Received(5, above));
    store.commit(List.of(marks));
    assertThat(store.load().rows()).containsExactly(marks);
  }

  @Test
  void notes_are_read_newest_first_page_by_page() throws Exception {
    List<Write> notes = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      Optional<BadgeId> badge = i % 2 == 0 ? Optional.of(Rows.BADGE) : Optional.empty();
      notes.add(new Write.Noted(Rows.note(i, badge)));
    }
    store.commit(notes);
    History history = store.history();
    List<History.StoredNote> first = history.notes(Optional.empty(), 10, Long.MAX_VALUE);
    assertThat(first).extracting(n -> n.note().text()).startsWith("note 25", "note 24").hasSize(10);
    List<History.StoredNote> next = history.notes(Optional.empty(), 10, first.getLast().id());
    assertThat(next).extracting(n -> n.note().text()).startsWith("note 15").hasSize(10);
    assertThat(history.notes(Optional.of(Rows.BADGE), 100, Long.MAX_VALUE)).hasSize(12);
    assertThat(store.notes(Optional.of(Rows.BADGE), 1))
        .containsExactly(Rows.note(24, Optional.of(Rows.BADGE)));
  }

  @Test
  void samples_come_back_in_buckets_on_the_wall_clock_of_the_hub() throws Exception {
    store.commit(
        List.of(
            Rows.chunk(Rows.DEVICE, 1, 1, 50),
            Rows.chunk(Rows.DEVICE, 1, 51, 50),
            Rows.chunk(Rows.device(2), 1, 1, 50)));
    var window = new History.Window(Rows.WALL_MS, Rows.WALL_MS + 600_000, 10);
    History.Series series = store.history().samples(Rows.DEVICE, window);
    assertThat(series.points()).hasSize(9);
    assertThat(series.points().stream().mapToInt(History.Point::samples).sum()).isEqualTo(100);
    History.Point first = series.points().getFirst();
    assertThat(first.fromMs()).isEqualTo(Rows.WALL_MS);
    assertThat(first.samples()).isEqualTo(11);
    assertThat(first.batteryPercent().max()).isEqualTo(95);
    assertThat(first.rssiDbm().min()).isBetween(-68, -60);
    assertThat(first.accessPoint()).isEqualTo("ap-hall-1");
    var late = new History.Window(Rows.WALL_MS + 300_000, Rows.WALL_MS + 600_000, 1);
    assertThat(store.history().samples(Rows.DEVICE, late).points().getFirst().samples())
        .isEqualTo(41);
  }

  @Test
  void samples_say_how_unsure_their_time_is() throws Exception {
    store.commit(
        List.of(
            Rows.chunk(Rows.DEVICE, 1, 1, 50),
            Rows.lateChunk(2, 1, 12, 3_600_000),
            Rows.chunk(Rows.DEVICE, 3, 1, 50, 3_600_000)));
    var window = new History.Window(Rows.WALL_MS, Rows.WALL_MS + 6_000_000, 100);
    List<History.Point> points = store.history().samples(Rows.DEVICE, window).points();
    assertThat(points.stream().mapToInt(History.Point::samples).sum()).isEqualTo(112);
    // The lone anchor of epoch 1, and epoch 2 somewhere between its end and the start of epoch 3.
    assertThat(points.getFirst().uncertaintyMs()).isBetween(600L, 700L);
    assertThat(points.stream().filter(p -> p.uncertaintyMs() > 60_000))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.uncertaintyMs()).isBetween(1_600_000L, 1_700_000L))
        .allSatisfy(p -> assertThat(p.fromMs()).isBetween(at(1_800_000), at(2_100_000)));
  }

  @Test
  void a_first_epoch_that_never_reached_the_hub_is_shown_at_its_latest_moment() throws Exception {
    store.commit(
        List.of(Rows.lateChunk(2, 1, 12, 3_600_000), Rows.chunk(Rows.DEVICE, 3, 1, 50, 3_600_000)));
    var window = new History.Window(Rows.WALL_MS, at(3_599_000), 1);
    History.Point point = store.history().samples(Rows.DEVICE, window).points().getFirst();
    assertThat(point.samples()).isPositive();
    assertThat(point.uncertaintyMs()).isEqualTo(CorrectedTime.OPEN);
  }

  private static long at(long laterMs) {
    return Rows.WALL_MS + laterMs;
  }

  @Test
  void a_badge_has_the_samples_of_a_device_only_while_it_spoke_for_it() throws Exception {
    long handOverMs = Rows.WALL_MS + 125_000;
    store.commit(
        List.of(
            new Write.Binding(
                new FencingToken(1),
                Rows.BADGE,
                Rows.DEVICE,
                Rows.WALL_MS,
                handOverMs,
                Write.Binding.Ending.REPLACED),
            new Write.Binding(
                new FencingToken(2),
                Rows.BADGE,
                Rows.device(2),
                handOverMs,
                0,
                Write.Binding.Ending.OPEN),
            Rows.chunk(Rows.DEVICE, 1, 1, 100),
            Rows.chunk(Rows.device(2), 1, 1, 100)));
    var window = new History.Window(Rows.WALL_MS, Rows.WALL_MS + 600_000, 1);
    History.Series series = store.history().samples(Rows.BADGE, window);
    // The first device's samples 1 to 24 were taken before, the second's 25 to 100 after.
    assertThat(series.points().getFirst().samples()).isEqualTo(100);
    assertThat(store.history().samples(new BadgeId("none"), window).points()).isEmpty();
  }

  @Test
  void a_restored_backup_has_everything_and_a_higher_generation() throws Exception {
    store.commit(Rows.oneOfEach().stream().map(row -> (Write) row).toList());
    store.commit(
        List.of(
            new Write.Frame("abc", new byte[] {7}, Rows.WALL_MS),
            new Write.Noted(Rows.note(1, Optional.empty())),
            Rows.chunk(Rows.DEVICE, 1, 1, 50)));
    long generation = store.generation();
    Path file = directory.resolve("saved.db");
    Backup.save(database, file);
    store.commit(List.of(new Write.Counters(99, 99), Rows.chunk(Rows.DEVICE, 1, 51, 50)));
    store.close();

    long restored = Backup.restore(file, database, Rows.WALL_MS);
    assertThat(restored).isGreaterThan(generation);
    store = open("restored");
    assertThat(store.generation()).isEqualTo(restored);
    assertThat(store.load().rows()).containsExactlyInAnyOrderElementsOf(Rows.oneOfEach());
    assertThat(store.chunks(Rows.DEVICE, 1))
        .extracting(Write.Chunk::span)
        .containsExactly(new Write.Chunk.Span(1, 50, 50));
    assertThat(store.frame("abc")).contains(new byte[] {7});
    store.commit(List.of(new Write.Noted(Rows.note(2, Optional.empty()))));
    assertThat(store.notes(Optional.empty(), 5)).hasSize(2);

    // The same file serves a store on another database too, and once more on the same one.
    Database other = Database.sqlite(directory.resolve("other").resolve("hub.db"));
    Backup.restore(file, other, Rows.WALL_MS);
    try (JdbcHubStore there = JdbcHubStore.open(other, SITE, "x", () -> Rows.WALL_MS)) {
      assertThat(there.load().rows()).containsExactlyInAnyOrderElementsOf(Rows.oneOfEach());
    }
    store.close();
    assertThat(Backup.restore(file, database, Rows.WALL_MS)).isGreaterThan(restored);
    store = open("again");
  }

  JdbcHubStore open(String owner) throws StoreFailed {
    return JdbcHubStore.open(database, SITE, owner, () -> Rows.WALL_MS);
  }
}
