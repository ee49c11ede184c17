package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.outbox.OutboxSettings;
import io.baedge.badge.screen.ScreenSettings;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Bench bench = new Bench(7);

  private void bound(int most, int mostAcknowledged) {
    bench.settings =
        bench.settings.withBounds(
            new BadgeSettings.Bounds(
                new OutboxSettings(most, mostAcknowledged), ScreenSettings.DEFAULT, 10));
  }

  private List<Telemetry> telemetry() {
    return bench.effects(BadgeEffect.Publish.class).stream()
        .map(BadgeEffect.Publish::message)
        .filter(Telemetry.class::isInstance)
        .map(Telemetry.class::cast)
        .toList();
  }

  @Test
  void records_are_numbered_from_one_and_begin_with_the_boot() {
    bench.start().run(30_000);
    Sample first = bench.hub.stored.get(1L).firstEntry().getValue();
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.reading()).isEqualTo(new Reading.Event("boot", "1.2.3"));
    assertThat(bench.hub.stored.get(1L).keySet())
        .hasSize((int) (long) bench.hub.stored.get(1L).lastKey());
  }

  @Test
  void while_the_hub_acknowledges_nothing_is_written_to_the_card() {
    bench.start().run(3_600_000);
    assertThat(bench.effects(BadgeEffect.Keep.class)).isEmpty();
    assertThat(bench.view().outbox().acknowledged()).isGreaterThan(1_000);
    assertThat(bench.view().outbox().counters().sentAgain()).isZero();
  }

  @Test
  void online_a_record_goes_to_the_card_when_it_is_not_acknowledged_within_thirty_seconds() {
    bench.receiptsWithoutAcks = true;
    bench.start().run(29_000);
    assertThat(bench.effects(BadgeEffect.Keep.class)).isEmpty();
    bench.run(3_000);
    BadgeEffect.Keep keep = bench.effects(BadgeEffect.Keep.class).getFirst();
    assertThat(keep.force()).isTrue();
    assertThat(keep.samples().getFirst().sequence()).isEqualTo(1);
  }

  @Test
  void offline_records_are_kept_in_groups_of_fifty() {
    bench.hubUp = false;
    bench.start().run(200_000);
    List<BadgeEffect.Keep> kept =
        bench.effects(BadgeEffect.Keep.class).stream()
            .filter(k -> k.samples().stream().noneMatch(OutboxTest::isEvent))
            .toList();
    assertThat(kept).isNotEmpty().allMatch(k -> k.force() && k.samples().size() >= 50);
    assertThat(bench.onCard().firstEntry().getValue()).hasSizeGreaterThanOrEqualTo(50);
  }

  private static boolean isEvent(Sample sample) {
    return sample.reading() instanceof Reading.Event;
  }

  @Test
  void offline_an_event_is_kept_within_a_second() {
    bench.hubUp = false;
    bench.start().run(100_000);
    long before = bench.time.nowMs();
    bench.tell(new BadgeEvent.Sensed(List.of(new Reading.Event("button", "1"))));
    bench.run(1_005);
    List<Sample> kept = bench.onCard().firstEntry().getValue();
    assertThat(kept.getLast().reading()).isEqualTo(new Reading.Event("button", "1"));
    assertThat(bench.time.nowMs() - before).isLessThan(1_100);
  }

  @Test
  void offline_a_slow_badge_keeps_its_records_after_fifteen_minutes() {
    Wanted wanted = Wanted.revision(1);
    wanted.cadence = new io.baedge.model.desired.Cadence(600_000, 15_000, 10_000, 0);
    bench.hub.desired = Optional.of(wanted.build());
    bench.start().run(60_000);
    bench.hubUp = false;
    bench.drop();
    bench.run(14 * 60_000);
    assertThat(bench.effects(BadgeEffect.Keep.class)).isEmpty();
    bench.run(15 * 60_000);
    assertThat(bench.effects(BadgeEffect.Keep.class)).isNotEmpty();
  }

  @Test
  void with_a_low_battery_every_record_is_kept_at_once_while_the_hub_is_away() {
    bench.hubUp = false;
    bench.battery = 5;
    bench.start().run(241_000);
    assertThat(bench.effects(BadgeEffect.Keep.class)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(bench.view().power().low()).isTrue();
  }

  @Test
  void the_card_hears_what_the_hub_has() {
    bench.hubUp = false;
    bench.start().run(300_000);
    long kept = bench.onCard().firstEntry().getValue().getLast().sequence();
    bench.hubUp = true;
    bench.run(60_000);
    assertThat(bench.effects(BadgeEffect.Acknowledged.class).getLast().throughSequence())
        .isGreaterThanOrEqualTo(kept);
  }

  @Test
  void a_card_that_fails_is_tried_again_and_no_record_is_lost() {
    bench.hubUp = false;
    bench.disk.readOnly(true);
    bench.start().run(400_000);
    long tries = bench.effects(BadgeEffect.Keep.class).size();
    // After 1, 2, 4 … 32 seconds and then each minute.
    assertThat(tries).isBetween(8L, 14L);
    bench.disk.readOnly(false);
    bench.run(120_000);
    assertThat(bench.onCard().firstEntry().getValue().getFirst().sequence()).isEqualTo(1);
    bench.hubUp = true;
    bench.run(60_000);
    assertThat(bench.hub.stored.get(1L).firstKey()).isEqualTo(1);
  }

  @Test
  void records_of_earlier_epochs_are_drained_and_the_card_hears_so() {
    bench.hubUp = false;
    bench.start().run(600_000);
    long taken = bench.onCard().firstEntry().getValue().getLast().sequence();
    bench.powerCut();
    bench.hubUp = true;
    bench.start().run(120_000);
    assertThat(bench.hub.stored.get(1L).keySet()).hasSize((int) taken);
    assertThat(bench.effects(BadgeEffect.Acknowledged.class))
        .anyMatch(a -> a.epoch() == 1 && a.throughSequence() == taken);
    assertThat(bench.hub.stored.get(2L)).isNotEmpty();
  }

  @Test
  void at_most_256_records_of_an_epoch_are_under_way() {
    bench.hubUp = false;
    bench.start().run(3_600_000);
    bench.hubUp = true;
    bench.receiptsWithoutAcks = true;
    bench.run(30_000);
    assertThat(bench.view().outbox().inFlight()).isBetween(100, 256);
    bench.receiptsWithoutAcks = false;
    bench.run(300_000);
    assertThat(bench.view().outbox().waiting()).isLessThan(8);
  }

  @Test
  void a_receipt_is_not_an_acknowledgement() {
    bench.receiptsWithoutAcks = true;
    bench.start().run(60_000);
    assertThat(bench.view().uplink().counters().receipts()).isPositive();
    assertThat(bench.view().outbox().acknowledged()).isZero();
    assertThat(bench.view().outbox().counters().sentAgain()).isPositive();
  }

  @Test
  void a_message_that_was_not_taken_goes_again_after_a_pause() {
    bench.start().run(5_000);
    int before = telemetry().size();
    bench.watcher =
        effect -> {
          if (effect instanceof BadgeEffect.Publish(long ticket, Telemetry _)) {
            bench.watcher = _ -> {};
            bench.loss = 1;
            bench.time.after(1, () -> bench.loss = 0);
            bench.time.after(
                2, () -> bench.tell(new BadgeEvent.PublishFailed(ticket, "the queue is full")));
          }
        };
    bench.run(8_000);
    List<Telemetry> sent = telemetry();
    assertThat(sent.size()).isGreaterThan(before + 1);
    Telemetry failed = sent.get(before);
    Telemetry again = sent.get(before + 1);
    assertThat(again.samples()).containsAll(failed.samples());
    assertThat(again.sentMonoMs() - failed.sentMonoMs()).isGreaterThanOrEqualTo(1_000);
  }

  @Test
  void an_acknowledgement_of_an_older_generation_is_ignored() {
    bench.hub.generation = 5;
    bench.receiptsWithoutAcks = true;
    bench.start().run(20_000);
    bench.tell(new BadgeEvent.Heard(new Ack(5, 1, Received.NOTHING, "")));
    bench.tell(new BadgeEvent.Heard(new Ack(4, 1, Received.NOTHING.with(1, 3), "")));
    assertThat(bench.view().outbox().acknowledged()).isZero();
    assertThat(bench.view().outbox().counters().staleAcks()).isEqualTo(1);
    bench.tell(new BadgeEvent.Heard(new Ack(5, 1, Received.NOTHING.with(1, 3), "")));
    assertThat(bench.view().outbox().acknowledged()).isEqualTo(3);
  }

  @Test
  void a_restored_hub_gets_again_what_the_badge_still_holds() {
    bench.start().run(120_000);
    long held = bench.view().outbox().acknowledged();
    bench.hub.restoreEmpty();
    bench.run(60_000);
    assertThat(bench.hub.stored.get(1L)).hasSizeGreaterThanOrEqualTo((int) held);
    assertThat(bench.hub.stored.get(1L).firstKey()).isEqualTo(1);
  }

  @Test
  void acknowledged_records_make_room_first() {
    bound(1_000, 1_000);
    bench.start().run(7_200_000);
    assertThat(bench.view().outbox().held()).isLessThanOrEqualTo(1_000);
    assertThat(bench.view().outbox().counters().evicted()).isZero();
  }

  @Test
  void acknowledged_records_are_kept_only_up_to_their_own_bound() {
    bound(1_000, 50);
    bench.start().run(1_200_000);
    assertThat(bench.view().outbox().held()).isBetween(50, 60);
  }

  @Test
  void memory_stays_within_its_bound_and_the_card_keeps_what_found_no_room() {
    bound(256, 0);
    bench.hubUp = false;
    bench.start().run(7_200_000);
    assertThat(bench.view().outbox().held()).isLessThanOrEqualTo(256);
    assertThat(bench.view().outbox().waiting()).isGreaterThan(2_000);
    bench.hubUp = true;
    for (int i = 0; i < 30; i++) {
      bench.run(10_000);
      assertThat(bench.view().outbox().held()).isLessThanOrEqualTo(256);
    }
    Received received = bench.hub.received.get(1L);
    assertThat(received.above().isEmpty()).isTrue();
    assertThat(bench.hub.stored.get(1L)).hasSize((int) received.contiguous());
    assertThat(bench.view().outbox().waiting()).isLessThan(10);
    assertThat(bench.view().outbox().counters().evicted()).isZero();
  }

  @Test
  void without_a_card_the_oldest_go_a_record_says_so_and_the_hub_learns_that_they_never_come() {
    bound(256, 0);
    bench.hubUp = false;
    bench.disk.readOnly(true);
    bench.start().run(3_600_000);
    assertThat(bench.view().outbox().held()).isLessThanOrEqualTo(256);
    long evicted = bench.view().outbox().counters().evicted();
    assertThat(evicted).isGreaterThan(1_000);
    bench.hubUp = true;
    bench.run(60_000);
    Received received = bench.hub.received.get(1L);
    assertThat(received.contiguous()).isGreaterThan(evicted);
    assertThat(received.above().isEmpty()).isTrue();
    assertThat(bench.hub.stored.get(1L).values())
        .anyMatch(s -> s.reading() instanceof Reading.Event e && e.kind().equals("evicted"));
    long lost =
        bench.view().outbox().taken()
            - bench.hub.stored.get(1L).size()
            - bench.view().outbox().waiting();
    assertThat(lost).isEqualTo(evicted);
  }

  @Test
  void an_earlier_epoch_that_cannot_be_read_any_more_is_announced_as_gone() {
    var reading = new Reading.Board(200, 100, 100);
    List<Sample> old =
        java.util.stream.LongStream.rangeClosed(1, 40)
            .mapToObj(s -> new Sample(s, s, reading))
            .toList();
    bench.bring(1, old);
    bench.epoch = 1;
    bench.hubUp = false;
    bench.start();
    bench.disk.wipe();
    bench.hubUp = true;
    bench.run(300_000);
    assertThat(bench.hub.received.get(1L).contiguous()).isEqualTo(40);
    assertThat(bench.hub.stored.get(1L)).isEmpty();
  }

  @Test
  void what_rots_on_the_card_is_told_to_the_hub_by_a_record() throws Exception {
    var reading = new Reading.Board(200, 100, 100);
    for (long group = 0; group < 4; group++) {
      bench.bring(
          1,
          java.util.stream.LongStream.rangeClosed(10 * group + 1, 10 * group + 10)
              .mapToObj(s -> new Sample(s, s, reading))
              .toList());
    }
    bench.epoch = 1;
    bench.hubUp = false;
    bench.start();
    var file = new byte[(int) bench.disk.sizeBytes("journal-0000")];
    bench.disk.read("journal-0000", 0, file, 0, file.length);
    int last = file.length - 1;
    while (file[last] == 0) {
      last--;
    }
    bench.disk.write("journal-0000", last, new byte[] {(byte) (file[last] ^ 1)}, 0, 1);
    bench.hubUp = true;
    bench.run(300_000);
    assertThat(bench.hub.stored.get(1L)).hasSize(30);
    assertThat(bench.hub.received.get(1L).contiguous()).isEqualTo(40);
    assertThat(bench.hub.stored.get(2L).values())
        .extracting(Sample::reading)
        .contains(new Reading.Event("evicted", "class 1, epoch 1, 31 to 40, 10 records"));
    assertThat(bench.view().outbox().counters().evicted()).isEqualTo(10);
  }

  @Test
  void holes_of_an_earlier_epoch_that_nobody_can_fill_are_closed() {
    var reading = new Reading.Board(200, 100, 100);
    bench.bring(1, List.of(new Sample(3, 3, reading), new Sample(9, 9, reading)));
    bench.epoch = 1;
    bench.start().run(60_000);
    Received received = bench.hub.received.get(1L);
    assertThat(received.contiguous()).isEqualTo(9);
    assertThat(received.above().isEmpty()).isTrue();
    assertThat(bench.hub.stored.get(1L)).containsOnlyKeys(3L, 9L);
  }

  @Test
  void records_of_an_earlier_start_of_the_board_bring_no_anchor_for_its_clock_is_gone() {
    assertThat(anchorsOfTheFirstEpoch("boot-1", "boot-2")).containsOnly(Telemetry.NO_ANCHOR);
    assertThat(anchorsOfTheFirstEpoch("", "")).containsOnly(Telemetry.NO_ANCHOR);
  }

  @Test
  void records_of_an_earlier_start_of_the_program_alone_are_anchored_by_the_same_clock() {
    assertThat(anchorsOfTheFirstEpoch("boot-1", "boot-1")).allMatch(sentMonoMs -> sentMonoMs > 0);
  }

  private static List<Long> anchorsOfTheFirstEpoch(String firstBoot, String thenBoot) {
    var bench = new Bench(7);
    bench.hubUp = false;
    bench.boot = firstBoot;
    bench.start().run(1_800_000);
    bench.powerCut();
    bench.boot = thenBoot;
    bench.hubUp = true;
    bench.start().run(60_000);
    List<Long> anchors =
        bench.hub.heard.stream()
            .filter(Telemetry.class::isInstance)
            .map(Telemetry.class::cast)
            .filter(telemetry -> telemetry.epoch() == 1)
            .map(Telemetry::sentMonoMs)
            .toList();
    assertThat(anchors).isNotEmpty();
    return anchors;
  }

  @Test
  void texts_too_long_for_the_wire_are_cut_when_they_are_taken() {
    bench.start();
    bench.tell(
        new BadgeEvent.Sensed(
            List.of(
                new Reading.Event("k".repeat(500), "d".repeat(5_000)),
                new Reading.Radio(-50, 1, "a".repeat(500)))));
    bench.run(10_000);
    assertThat(bench.hub.stored.get(1L).values())
        .anyMatch(
            s ->
                s.reading() instanceof Reading.Event e
                    && e.kind().length() == 64
                    && e.detail().length() == 300)
        .anyMatch(s -> s.reading() instanceof Reading.Radio r && r.accessPoint().length() == 64);
  }

  @Test
  void a_batch_of_long_texts_stays_within_a_message() {
    bench.hubUp = false;
    bench.start();
    for (int i = 0; i < 400; i++) {
      bench.tell(new BadgeEvent.Sensed(List.of(new Reading.Event("note", "\u4f60".repeat(300)))));
    }
    bench.hubUp = true;
    bench.run(60_000);
    for (Telemetry telemetry : telemetry()) {
      assertThat(io.baedge.model.codec.MessageCodec.encode(telemetry).length)
          .isLessThanOrEqualTo(io.baedge.model.Limits.MESSAGE_BYTES);
    }
    assertThat(bench.hub.stored.get(1L)).hasSizeGreaterThan(400);
  }

  @Test
  void a_backlog_goes_at_its_pace_and_does_not_hold_back_what_is_new() {
    bench.hubUp = false;
    bench.start().run(3_600_000);
    int waiting = bench.view().outbox().waiting();
    assertThat(waiting).isGreaterThan(1_400);
    bench.hubUp = true;
    bench.run(30_000);
    long newest = bench.hub.stored.get(1L).lastKey();
    assertThat(bench.view().outbox().taken() - newest).isLessThan(12);
    int sent = waiting - bench.view().outbox().waiting();
    assertThat(sent).isBetween(300, 800);
    bench.run(120_000);
    assertThat(bench.view().outbox().waiting()).isLessThan(10);
  }

  @Test
  void records_that_were_thinned_away_or_evicted_are_announced_with_those_that_stayed() {
    var reading = new Reading.Board(200, 100, 100);
    List<Sample> held =
        java.util.stream.LongStream.rangeClosed(1, 700)
            .mapToObj(n -> new Sample(5 * n, n, reading))
            .toList();
    bench.bring(1, held);
    bench.epoch = 1;
    bench.start().run(120_000);
    Received received = bench.hub.received.get(1L);
    assertThat(received.contiguous()).isEqualTo(3_500);
    assertThat(bench.hub.stored.get(1L)).hasSize(700);
    assertThat(telemetry())
        .filteredOn(t -> t.epoch() == 1)
        .allMatch(t -> t.gone().ranges().size() == t.samples().size());
  }

  @Test
  void what_the_card_lost_to_its_bound_is_told_in_a_record() {
    bound(256, 0);
    bench.journal = JournalSettings.of(16 * 4_096, 4_096);
    bench.hubUp = false;
    bench.start();
    for (int i = 0; i < 600; i++) {
      bench.tell(new BadgeEvent.Sensed(List.of(new Reading.Event("debug", "x".repeat(250)))));
      bench.run(2_000);
    }
    long evicted = bench.view().outbox().counters().evicted();
    assertThat(evicted).isPositive();
    bench.hubUp = true;
    bench.run(600_000);
    var stored = bench.hub.stored.get(1L);
    assertThat(stored.values())
        .anyMatch(
            s ->
                s.reading() instanceof Reading.Event e
                    && e.kind().equals("evicted")
                    && e.detail().startsWith("class 3, epoch 1, "));
    Received received = bench.hub.received.get(1L);
    assertThat(received.contiguous() - stored.size()).isBetween(1L, evicted);
    assertThat(received.above().isEmpty()).isTrue();
  }

  @Test
  void the_fault_of_trusting_a_receipt_is_noticed() {
    bench.settings = bench.settings.withFaults(List.of(BadgeFault.TRIM_ON_PUBACK));
    bench.receiptsWithoutAcks = true;
    bench.start().run(60_000);
    assertThat(bench.view().outbox().acknowledged()).isPositive();
  }

  @Test
  void the_fault_of_an_unbounded_backlog_is_noticed() {
    bound(256, 0);
    bench.settings = bench.settings.withFaults(List.of(BadgeFault.UNBOUNDED_BACKLOG));
    bench.hubUp = false;
    bench.start().run(3_600_000);
    assertThat(bench.view().outbox().held()).isGreaterThan(256);
  }

  @Test
  void the_fault_of_ignoring_a_generation_is_noticed() {
    bench.settings = bench.settings.withFaults(List.of(BadgeFault.GENERATION_IGNORED));
    bench.start().run(120_000);
    bench.hub.restoreEmpty();
    bench.run(60_000);
    assertThat(bench.hub.stored.get(1L).firstKey()).isGreaterThan(1);
  }

  @Test
  void a_full_card_is_told_once_and_records_go_on_in_memory() {
    bench.hubUp = false;
    bench.disk.capacity(0);
    bench.start().run(600_000);
    assertThat(bench.view().outbox().cardProblem()).contains("no space is left");
    assertThat(bench.effects(BadgeEffect.Log.class))
        .filteredOn(line -> line.text().contains("cannot be kept on the card"))
        .hasSize(1);
    bench.disk.capacity(Long.MAX_VALUE);
    bench.run(120_000);
    assertThat(bench.view().outbox().cardProblem()).isEmpty();
    assertThat(bench.onCard().firstEntry().getValue().getFirst().sequence()).isEqualTo(1);
  }
}
