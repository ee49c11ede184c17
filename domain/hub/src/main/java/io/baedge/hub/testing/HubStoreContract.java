package io.baedge.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.request.Scope;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Decider;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every hub store does, in memory or in a database. */
public abstract class HubStoreContract {
  protected static final DeviceId DEVICE = new DeviceId("abcdefghijklmnop");
  protected static final DeviceId OTHER_DEVICE = new DeviceId("ponmlkjihgfedcba");
  protected static final BadgeId BADGE = new BadgeId("badge-1");
  protected static final BadgeId OTHER_BADGE = new BadgeId("badge-2");
  private static final WearerCard CARD =
      new WearerCard(new WearerId("å-1"), "Łucja 李", "", "O'Neill \"&\" Co", "@l", "", "crew");

  /** An empty store. */
  protected abstract HubStore open() throws StoreFailed;

  /**
   * The same store, opened again after its process ended without closing it; a store that does not
   * outlive its process may answer itself.
   */
  protected abstract HubStore reopen(HubStore store) throws StoreFailed;

  @Test
  public void a_new_store_is_empty() throws StoreFailed {
    HubSnapshot snapshot = open().load();
    assertThat(snapshot.rows()).isEmpty();
    assertThat(snapshot.frames()).isEmpty();
    assertThat(snapshot.generation()).isPositive();
  }

  @Test
  public void every_kind_of_row_comes_back_as_it_was_written() throws StoreFailed {
    HubStore store = open();
    List<Write> rows = everyKindOfRow();
    store.commit(rows);
    assertThat(rowsOf(reopen(store))).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  public void a_row_replaces_the_one_with_its_key() throws StoreFailed {
    HubStore store = open();
    store.commit(everyKindOfRow());
    List<Write> newer =
        List.of(
            new Write.Device(DEVICE, DeviceFacts.UNKNOWN, 2, List.of(), 1),
            new Write.Contact(DEVICE, Status.Phase.OFF, 9, 77, 0),
            new Write.Badge(BADGE, List.of(), 10, 99),
            new Write.Binding(
                new FencingToken(3), BADGE, DEVICE, 10, 20, Write.Binding.Ending.REPLACED),
            new Write.Wearing(4, BADGE, CARD.wearer(), 10, 30),
            new Write.Layer(Scope.SITE, Doc.Fields.EMPTY, new Revision(1, 50), "", 5),
            new Write.Pushed(Optional.empty(), Optional.empty(), new Revision(1, 51)),
            new Write.Marks(DEVICE, 7, new Received(500, Received.NOTHING.above())),
            new Write.Counters(90, 91));
    store.commit(newer);
    List<Write> all = rowsOf(reopen(store));
    assertThat(all).containsAll(newer).hasSameSizeAs(everyKindOfRow());
  }

  @Test
  public void of_several_rows_with_one_key_in_a_transaction_the_last_counts() throws StoreFailed {
    HubStore store = open();
    List<Write> writes = new ArrayList<>();
    for (int n = 1; n <= 200; n++) {
      writes.add(new Write.Marks(DEVICE, 1, Received.NOTHING.with(1, n)));
      writes.add(new Write.Counters(n, 2 * n));
    }
    store.commit(writes);
    assertThat(rowsOf(reopen(store)))
        .containsExactlyInAnyOrder(
            new Write.Marks(DEVICE, 1, Received.NOTHING.with(1, 200)),
            new Write.Counters(200, 400));
  }

  @Test
  public void chunks_come_back_by_first_sequence_of_their_epoch_only() throws StoreFailed {
    HubStore store = open();
    store.commit(List.of(chunk(DEVICE, 2, 11, 20), chunk(DEVICE, 1, 1, 5)));
    store.commit(List.of(chunk(DEVICE, 2, 1, 10), chunk(OTHER_DEVICE, 2, 1, 3)));
    assertThat(reopen(store).chunks(DEVICE, 2))
        .usingRecursiveComparison()
        .isEqualTo(List.of(chunk(DEVICE, 2, 1, 10), chunk(DEVICE, 2, 11, 20)));
    assertThat(store.chunks(DEVICE, 3)).isEmpty();
  }

  @Test
  public void a_picture_is_kept_once_under_its_hash() throws StoreFailed {
    HubStore store = open();
    store.commit(List.of(new Write.Frame("f1", new byte[] {1, 2}, 10)));
    store.commit(
        List.of(
            new Write.Frame("f1", new byte[] {1, 2}, 20),
            new Write.Frame("f2", new byte[] {-1}, 30)));
    HubStore again = reopen(store);
    assertThat(again.frame("f1").orElseThrow()).containsExactly(1, 2);
    assertThat(again.frame("f2").orElseThrow()).containsExactly(-1);
    assertThat(again.frame("f3")).isEmpty();
    assertThat(again.load().frames()).containsExactly("f1", "f2");
  }

  @Test
  public void notes_come_newest_first_of_all_or_of_a_badge() throws StoreFailed {
    HubStore store = open();
    store.commit(
        List.of(
            note(1, Optional.of(BADGE), "one"),
            note(2, Optional.of(OTHER_BADGE), "two"),
            note(2, Optional.empty(), "three"),
            note(3, Optional.of(BADGE), "four")));
    HubStore again = reopen(store);
    assertThat(again.notes(Optional.empty(), 3))
        .extracting(HubNote::text)
        .containsExactly("four", "three", "two");
    assertThat(again.notes(Optional.of(BADGE), 10))
        .containsExactly(
            note(3, Optional.of(BADGE), "four").note(), note(1, Optional.of(BADGE), "one").note());
  }

  @Test
  public void a_store_keeps_its_generation_when_it_is_opened_again() throws StoreFailed {
    HubStore store = open();
    long generation = store.load().generation();
    store.commit(everyKindOfRow());
    assertThat(reopen(store).load().generation()).isEqualTo(generation);
  }

  /** One row of every kind, with awkward values. */
  protected static List<Write> everyKindOfRow() {
    var facts = new DeviceFacts("2in9_V2", "Linux 6", "aarch64", "0.1.0", 512, "http://[::1]:1/");
    Doc.Fields values =
        Doc.fields()
            .put("screen", "schedule")
            .put("cadence", Doc.fields().put("sampleEveryMs", 1_000).build())
            .build();
    return List.of(
        new Write.Device(DEVICE, facts, 1, List.of("glass", "buttons"), 1_700_000_000_000L),
        new Write.Contact(DEVICE, Status.Phase.ASLEEP, 3, 1_700_000_000_001L, 1_700_000_900_000L),
        new Write.Badge(BADGE, List.of("crew", "a, b"), 10, 0),
        new Write.Badge(OTHER_BADGE, List.of(), 11, 12),
        new Write.Binding(new FencingToken(3), BADGE, DEVICE, 10, 0, Write.Binding.Ending.OPEN),
        new Write.Wearing(4, BADGE, CARD.wearer(), 10, 0),
        new Write.Person(CARD, 9),
        new Write.Layer(Scope.SITE, values, new Revision(1, 5), "ops", 100),
        new Write.Layer(new Scope.Group("a, b"), values, new Revision(1, 6), "", 101),
        new Write.Layer(new Scope.Wearer(CARD.wearer()), values, new Revision(1, 7), "", 102),
        new Write.Layer(new Scope.Badge(BADGE), Doc.Fields.EMPTY, new Revision(1, 8), "", 103),
        new Write.Pushed(
            Optional.of(BADGE), Optional.of(new Push("baedge", 0)), new Revision(1, 9)),
        new Write.Pushed(
            Optional.empty(), Optional.of(new Push("scale", 1_000)), new Revision(1, 10)),
        new Write.Announced(
            new Announcement("a1.11", "Now", "Go to room 1", 5_000),
            new Scope.Group("crew"),
            new Revision(1, 11),
            false),
        new Write.Schedule(
            new Conference("Camp", "https://example.org", "Europe/Berlin"),
            List.of(
                new Session("Saal 1", "Keynote – “hello”", "A, B", 100, 200),
                new Session("", "Pause", "", 200, 300)),
            new Revision(1, 12)),
        twin(),
        new Write.Marks(
            DEVICE, 7, new Received(5, Received.NOTHING.above().with(8, 9).with(12, 12))),
        new Write.Marks(DEVICE, 8, Received.NOTHING.with(1, 3)),
        new Write.Counters(12, 4));
  }

  private static Write.Twin twin() {
    var glass = new Glass("f1", "wearer", Decider.LOCAL, 1_000, 2_000, new byte[0]);
    var reported =
        new Reported(
            new Revision(1, 11),
            new FencingToken(3),
            Optional.of(new Reported.Refusal(new Revision(1, 12), "screen 'x' is unknown")),
            new Reported.Order(7, 42, 123_456),
            glass,
            Doc.fields()
                .put("screen", "wearer")
                .put("local", Doc.fields().put("on", true).build())
                .build());
    return new Write.Twin(DEVICE, reported, 1_700_000_000_002L);
  }

  /** A chunk of board readings. */
  protected static Write.Chunk chunk(DeviceId device, long epoch, long first, long last) {
    List<Sample> samples = new ArrayList<>();
    for (long n = first; n <= last; n++) {
      samples.add(new Sample(n, n * 1_000, new Reading.Board(300, 100, 1_000)));
    }
    return new Write.Chunk(
        device.partition(),
        device,
        epoch,
        new Write.Chunk.Span(first, last, samples.size()),
        new Write.Chunk.Anchor(1_700_000_000_000L, last * 1_000 + 5),
        SampleColumns.encode(samples));
  }

  private static Write.Noted note(long wallMs, Optional<BadgeId> badge, String text) {
    return new Write.Noted(
        new HubNote(wallMs, HubNote.Kind.GLASS, badge, Optional.of(DEVICE), "ops", text));
  }

  private static List<Write> rowsOf(HubStore store) throws StoreFailed {
    return new ArrayList<>(store.load().rows());
  }
}
