package io.baedge.hub;

import static io.baedge.hub.Rig.device;
import static io.baedge.hub.Rig.telemetry;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.ingest.Ingest;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.store.Write;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {
  private static final DeviceId DEVICE = device(1);

  @Test
  void nothing_is_acknowledged_before_the_store_has_committed() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.commits = false;
    int before = rig.sent(DEVICE).size();
    long ticket = rig.heard(DEVICE, telemetry(1, 1, 1, 50));
    assertThat(rig.accepted).doesNotContain(ticket);
    assertThat(rig.sent(DEVICE)).hasSize(before);
    rig.commit();
    assertThat(rig.accepted).contains(ticket);
    assertThat(rig.ack(DEVICE).received().contiguous()).isEqualTo(50);
    assertThat(rig.stored(DEVICE, 1)).hasSize(50);
  }

  @Test
  void a_hello_and_a_report_are_answered_with_the_hubs_time_and_their_own() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    Ack answer = rig.ack(DEVICE);
    assertThat(answer.hubTime().wallMs()).isEqualTo(rig.now.wallMs());
    assertThat(answer.hubTime().echoMonoMs()).isNotNegative();
    rig.heard(DEVICE, telemetry(1, 1, 1, 5));
    assertThat(rig.ack(DEVICE).hubTime()).isEqualTo(Ack.HubTime.NONE);
  }

  @Test
  void a_device_that_counts_below_what_was_heard_learns_it_and_wins_only_from_above() {
    Rig rig = new Rig();
    rig.connect(DEVICE, 9_000_000, 1);
    rig.heard(DEVICE, telemetry(9_000_000, 1, 1, 5));
    rig.heard(DEVICE, reported(9_000_000, "of-9000000"));
    assertThat(rig.ack(DEVICE).newestEpoch()).isZero();

    rig.connect(DEVICE, 2, 1);
    assertThat(rig.ack(DEVICE)).extracting(Ack::epoch, Ack::newestEpoch).contains(2L, 9_000_000L);
    rig.heard(DEVICE, reported(2, "of-2"));
    assertThat(rig.ack(DEVICE).newestEpoch()).isEqualTo(9_000_000);
    assertThat(shown(rig)).as("a word of the past does not win").isEqualTo("of-9000000");

    rig.restart();
    rig.connect(DEVICE, 2, 2);
    assertThat(rig.ack(DEVICE).newestEpoch())
        .as("also of a hub that restarts")
        .isEqualTo(9_000_000);

    rig.connect(DEVICE, 9_000_001, 1);
    rig.heard(DEVICE, reported(9_000_001, "of-9000001"));
    assertThat(rig.ack(DEVICE).newestEpoch()).isZero();
    rig.heard(DEVICE, reported(2, "of-2"));
    assertThat(shown(rig)).isEqualTo("of-9000001");
  }

  private static Reported reported(long epoch, String hash) {
    return new Reported(
        Revision.NONE,
        FencingToken.NONE,
        Optional.empty(),
        new Reported.Order(epoch, 1, 5_000),
        new Glass(hash, "wearer", Decider.DEFAULT, 0, 0, new byte[0]),
        Doc.fields().build());
  }

  private static String shown(Rig rig) {
    return rig.store.load().rows().stream()
        .filter(Write.Twin.class::isInstance)
        .map(row -> ((Write.Twin) row).reported().glass().hash())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void chunks_keep_the_anchor_of_their_message_or_that_it_has_none() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.heard(DEVICE, telemetry(2, 1, 1, 5));
    rig.heard(DEVICE, new Telemetry(1, 1, Telemetry.NO_ANCHOR, telemetry(1, 1, 1, 5).samples()));
    assertThat(rig.store.chunks(DEVICE, 2).getFirst().anchor().sentMonoMs()).isEqualTo(5_000);
    assertThat(rig.store.chunks(DEVICE, 1).getFirst().anchor().sentMonoMs())
        .isEqualTo(Telemetry.NO_ANCHOR);
  }

  @Test
  void acknowledging_before_the_commit_is_noticed() {
    var settings =
        HubSettings.of(new SiteId("test")).withFaults(EnumSet.of(HubFault.ACK_BEFORE_COMMIT));
    Rig rig = new Rig(settings, new MemoryHubStore(1));
    rig.connect(DEVICE);
    rig.commits = false;
    long ticket = rig.heard(DEVICE, telemetry(1, 1, 1, 50));
    assertThat(rig.accepted).contains(ticket);
    assertThat(rig.ack(DEVICE).received().contiguous()).isEqualTo(50);
    assertThat(rig.stored(DEVICE, 1)).isEmpty();
  }

  @Test
  void messages_that_share_a_commit_share_one_acknowledgement() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.commits = false;
    int before = rig.sent(DEVICE).size();
    rig.heard(DEVICE, telemetry(1, 1, 1, 10));
    rig.heard(DEVICE, telemetry(1, 1, 21, 30));
    rig.heard(DEVICE, telemetry(2, 1, 1, 5));
    rig.commit();
    List<Ack> acks =
        rig.sent(DEVICE).subList(before, rig.sent(DEVICE).size()).stream()
            .map(Ack.class::cast)
            .toList();
    assertThat(acks).extracting(Ack::epoch).containsExactly(1L, 2L);
    assertThat(acks.getFirst().received().contiguous()).isEqualTo(10);
    assertThat(acks.getFirst().received().above().contains(30)).isTrue();
    assertThat(acks.getFirst().generation()).isEqualTo(1);
  }

  @Test
  void a_duplicate_whose_first_copy_is_not_stored_yet_waits_for_it() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.commits = false;
    rig.heard(DEVICE, telemetry(1, 1, 1, 10));
    long again = rig.heard(DEVICE, telemetry(1, 1, 1, 10));
    assertThat(rig.accepted).doesNotContain(again);
    rig.commit();
    assertThat(rig.accepted).contains(again);
    assertThat(rig.stored(DEVICE, 1)).hasSize(10);
  }

  @Test
  void only_the_new_part_of_an_overlapping_batch_is_stored() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.heard(DEVICE, telemetry(1, 1, 1, 10));
    rig.heard(DEVICE, telemetry(1, 1, 15, 20));
    rig.heard(DEVICE, telemetry(1, 1, 5, 25));
    assertThat(rig.stored(DEVICE, 1))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    rig.pass(1_000);
    assertThat(rig.counts.samples().received()).isEqualTo(37);
    assertThat(rig.counts.samples().stored()).isEqualTo(25);
    assertThat(rig.counts.samples().duplicatesDropped()).isEqualTo(12);
  }

  @Test
  void more_gaps_than_the_bound_are_refused_and_taken_once_the_gaps_close() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    Telemetry holes = everySecond(2, 256);
    Telemetry more = everySecond(514, 20);
    rig.heard(DEVICE, holes);
    rig.heard(DEVICE, more);
    assertThat(rig.stored(DEVICE, 1)).hasSize(Ingest.MOST_RANGES);
    assertThat(rig.ack(DEVICE).received().contains(514)).isFalse();
    rig.pass(1_000);
    assertThat(rig.counts.samples().refused()).isEqualTo(20);
    rig.heard(DEVICE, telemetry(1, 1, 1, 200));
    rig.heard(DEVICE, more);
    assertThat(rig.stored(DEVICE, 1)).contains(514L, 552L).doesNotHaveDuplicates();
  }

  @Test
  void an_acknowledgement_never_claims_more_ranges_than_fit() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.heard(DEVICE, everySecond(2, 100));
    assertThat(rig.ack(DEVICE).received().above().ranges()).hasSize(32);
    assertThat(rig.ack(DEVICE).received().contains(2)).isTrue();
    assertThat(rig.ack(DEVICE).received().contains(200)).isFalse();
  }

  @Test
  void a_hello_is_answered_with_what_the_hub_has() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.heard(DEVICE, telemetry(1, 1, 1, 10));
    rig.sent.clear();
    rig.connect(DEVICE, 1, 2);
    assertThat(rig.ack(DEVICE).received().contiguous()).isEqualTo(10);
  }

  @Test
  void a_request_is_answered_after_its_commit_and_fails_with_it() {
    Rig rig = new Rig();
    rig.commits = false;
    var badge =
        new Request.NewBadge(new BadgeId("b"), List.of(), Optional.empty(), Optional.empty());
    assertThat(rig.ask(new Request.CreateBadges(List.of(badge)))).isNull();
    rig.on(new HubEvent.CommitFailed(rig.uncommitted.getLast().tx(), "the disk is full"));
    assertThat(rig.outcomes.get(1L)).isEqualTo(new Outcome.Failed("the disk is full"));
    assertThat(rig.ask(new Request.CreateBadges(List.of(badge))))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_hub_whose_store_is_behind_takes_no_more_messages() {
    HubSettings.Bounds bounds = new HubSettings.Bounds(10, 10, 10, 10, 10, 20, 250);
    Rig rig = new Rig(HubSettings.of(new SiteId("test")).with(bounds), new MemoryHubStore(1));
    rig.connect(DEVICE);
    rig.commits = false;
    for (int i = 0; i < 100; i++) {
      rig.heard(DEVICE, telemetry(1, 1, i + 1, i + 1));
    }
    rig.commit();
    long stored = rig.stored(DEVICE, 1).size();
    assertThat(stored).isBetween(5L, 25L);
    assertThat(rig.ack(DEVICE).received().contiguous()).isEqualTo(stored);
  }

  @Test
  void a_malformed_message_is_refused_so_that_it_does_not_come_again() {
    Rig rig = new Rig();
    rig.connect(DEVICE);
    rig.on(new HubEvent.Malformed(DEVICE, "this is not CBOR", 77));
    assertThat(rig.refused).containsEntry(77L, "this is not CBOR");
    assertThat(rig.accepted).doesNotContain(77L);
    rig.pass(1_000);
    assertThat(rig.counts.trouble().malformed()).isEqualTo(1);
  }

  private static Telemetry everySecond(long from, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long n = from + 2L * i;
      samples.add(new Sample(n, n, new Reading.Board(1, 2, 3)));
    }
    return new Telemetry(1, 1, from, samples);
  }
}
