package io.baedge.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final JournalSettings TINY = JournalSettings.of(16 * 4_096, 4_096);
  private static final long HOUR_MS = 3_600_000;

  private final SimulatedDisk disk = new SimulatedDisk(new SplittableRandom(1));

  private static Sample sample(long sequence, Reading reading) {
    return new Sample(sequence, sequence * 1_000, reading);
  }

  private static Sample any(long sequence) {
    return sample(sequence, reading(sequence));
  }

  private static Reading reading(long sequence) {
    return switch ((int) (sequence % 4)) {
      case 0 -> new Reading.Event("button", "pressed " + sequence);
      case 1 -> new Reading.Power((int) sequence % 100, 3_700, PowerSource.BATTERY);
      case 2 -> new Reading.Radio(-60 - (int) sequence % 20, 6, "ap" + sequence % 3);
      default -> new Reading.Board(200 + (int) sequence % 50, 100, 200);
    };
  }

  private static List<Sample> run(long from, long to) {
    List<Sample> samples = new ArrayList<>();
    for (long sequence = from; sequence <= to; sequence++) {
      samples.add(any(sequence));
    }
    return samples;
  }

  private static List<Long> sequences(List<Sample> samples) {
    return samples.stream().map(Sample::sequence).toList();
  }

  private Journal open() throws DiskFailed {
    return Journal.open(disk, TINY);
  }

  private static List<Sample> all(Journal journal, long epoch) throws DiskFailed {
    List<Sample> all = new ArrayList<>();
    long from = 1;
    while (true) {
      List<Sample> page = journal.read(epoch, from, 37);
      all.addAll(page);
      if (page.size() < 37) {
        return all;
      }
      from = page.getLast().sequence() + 1;
    }
  }

  @Test
  void records_of_all_classes_come_back_in_order_after_a_power_cut() throws DiskFailed {
    Journal journal = open();
    journal.append(1, run(1, 50), 50_000, true);
    journal.append(2, run(1, 120), 120_000, true);
    disk.powerCut();
    Journal again = open();
    assertThat(all(again, 1)).isEqualTo(run(1, 50));
    assertThat(all(again, 2)).isEqualTo(run(1, 120));
    assertThat(again.held()).containsExactly(new Held(1, 1, 50, 0), new Held(2, 1, 120, 0));
    again.append(2, run(121, 130), 130_000, true);
    disk.powerCut();
    assertThat(all(open(), 2)).isEqualTo(run(1, 130));
  }

  @Test
  void a_page_begins_where_it_is_asked_to_and_is_short_only_at_the_end() throws DiskFailed {
    Journal journal = open();
    journal.append(1, run(1, 100), 0, true);
    assertThat(sequences(journal.read(1, 40, 5))).containsExactly(40L, 41L, 42L, 43L, 44L);
    assertThat(sequences(journal.read(1, 98, 5))).containsExactly(98L, 99L, 100L);
    assertThat(journal.read(1, 101, 5)).isEmpty();
    assertThat(journal.read(7, 1, 5)).isEmpty();
  }

  @Test
  void what_is_appended_again_after_a_failure_counts_once() throws DiskFailed {
    Journal journal = open();
    journal.append(1, run(1, 20), 0, true);
    disk.failForces(true);
    assertThatThrownBy(() -> journal.append(1, run(21, 40), 0, true))
        .isInstanceOf(DiskFailed.class);
    disk.failForces(false);
    journal.append(1, run(21, 40), 0, true);
    assertThat(all(journal, 1)).isEqualTo(run(1, 40));
    disk.powerCut();
    assertThat(all(open(), 1)).isEqualTo(run(1, 40));
  }

  @Test
  void after_any_failure_of_the_card_it_goes_on_when_the_card_does() throws DiskFailed {
    Journal journal = open();
    journal.append(1, run(1, 10), 0, true);
    disk.failWrites(true);
    assertThatThrownBy(() -> journal.append(1, run(11, 20), 0, true))
        .isInstanceOf(DiskFailed.class);
    disk.failWrites(false);
    disk.readOnly(true);
    assertThatThrownBy(() -> journal.append(1, run(11, 20), 0, true))
        .isInstanceOf(DiskFailed.class);
    disk.readOnly(false);
    journal.append(1, run(11, 20), 0, true);
    disk.powerCut();
    assertThat(all(open(), 1)).isEqualTo(run(1, 20));
  }

  @Test
  void on_a_card_that_others_filled_what_the_hub_has_makes_room() throws DiskFailed {
    Journal journal = open();
    List<Sample> events = new ArrayList<>();
    for (long sequence = 1; sequence <= 400; sequence++) {
      events.add(sample(sequence, new Reading.Event("note", "x".repeat(100))));
    }
    for (int from = 0; from < 200; from += 10) {
      journal.append(1, events.subList(from, from + 10), 0, true);
    }
    disk.capacity(0);
    List<Sample> more = events.subList(200, 300);
    assertThatThrownBy(() -> journal.append(1, more, 0, true))
        .isInstanceOfSatisfying(
            DiskFailed.class, e -> assertThat(e.kind()).isEqualTo(Disk.Failure.FULL));
    journal.acknowledged(1, 1, 150);
    for (int from = 200; from < 300; from += 10) {
      journal.append(1, events.subList(from, from + 10), 0, true);
    }
    assertThat(sequences(all(journal, 1))).contains(151L, 200L, 300L).doesNotContain(1L);
    assertThat(journal.takeLosses()).isEmpty();
  }

  @Test
  void acknowledged_records_stay_until_the_space_is_needed_and_then_go_first() throws DiskFailed {
    Journal journal = open();
    journal.append(1, run(1, 600), 600_000, true);
    journal.acknowledged(3, 1, 600);
    assertThat(all(journal, 1)).hasSize(600);
    assertThat(journal.held()).containsExactly(new Held(1, 1, 600, 600));
    disk.powerCut();
    for (long from = 1; from < 20_000; from += 50) {
      journal.append(2, run(from, from + 49), from * 1_000, true);
      if (all(journal, 1).size() < 600) {
        break;
      }
      assertThat(journal.takeLosses()).isEmpty();
    }
    assertThat(all(journal, 1)).hasSizeLessThan(600);
  }

  @Test
  void how_far_the_hub_has_an_epoch_is_remembered_and_void_for_a_newer_store() throws DiskFailed {
    Journal journal = open();
    journal.append(1, run(1, 100), 0, true);
    journal.acknowledged(3, 1, 100);
    journal.force();
    disk.powerCut();
    Journal again = open();
    assertThat(again.held()).containsExactly(new Held(1, 1, 100, 100));
    assertThat(again.generation()).isEqualTo(3);
    again.acknowledged(2, 1, 500);
    assertThat(again.held().getFirst().acknowledgedThrough()).isEqualTo(100);
    again.acknowledged(4, 1, 7);
    assertThat(again.held().getFirst().acknowledgedThrough()).isEqualTo(7);
    assertThat(again.generation()).isEqualTo(4);
  }

  @Test
  void every_record_is_held_or_counted_as_lost_whatever_is_appended() throws DiskFailed {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new SplittableRandom(seed);
      var card = new SimulatedDisk(random.split());
      Journal journal = Journal.open(card, TINY);
      TreeMap<Long, TreeMap<Long, Sample>> taken = new TreeMap<>();
      List<Loss> losses = new ArrayList<>();
      long epoch = 1;
      long sequence = 0;
      long monoMs = 0;
      int[] weights = {random.nextInt(5), random.nextInt(9), random.nextInt(9), random.nextInt(4)};
      for (int group = 0; group < 150; group++) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
          monoMs += random.nextLong(60_000);
          samples.add(new Sample(++sequence, monoMs, weighted(random, weights, sequence)));
        }
        journal.append(epoch, samples, monoMs, true);
        losses.addAll(journal.takeLosses());
        for (Sample sample : samples) {
          taken.computeIfAbsent(epoch, _ -> new TreeMap<>()).put(sample.sequence(), sample);
        }
        if (random.nextInt(12) == 0) {
          card.powerCut();
          journal = Journal.open(card, TINY);
          // The same loss may be told again after a start, in the same words.
          journal.takeLosses();
          epoch++;
          sequence = 0;
          monoMs = 0;
        }
      }
      check(journal, taken, losses, seed);
    }
  }

  private static Reading weighted(SplittableRandom random, int[] weights, long sequence) {
    int sum = 1 + weights[0] + weights[1] + weights[2] + weights[3];
    int drawn = random.nextInt(sum);
    if (drawn < weights[0]) {
      return new Reading.Event("note", "something that happened " + sequence);
    }
    if (drawn < weights[0] + weights[1]) {
      return random.nextBoolean()
          ? new Reading.Power(random.nextInt(100), random.nextInt(5_000), PowerSource.BATTERY)
          : new Reading.Board(random.nextInt(900), random.nextInt(900), random.nextInt(9_000));
    }
    if (drawn < sum - weights[3]) {
      return new Reading.Radio(-random.nextInt(100), 1, "point-" + random.nextInt(9));
    }
    return new Reading.Event("debug", "a line " + "x".repeat(random.nextInt(80)));
  }

  private static void check(
      Journal journal, TreeMap<Long, TreeMap<Long, Sample>> taken, List<Loss> losses, long seed)
      throws DiskFailed {
    TreeMap<Long, Long> missing = new TreeMap<>();
    TreeMap<Long, Long> counted = new TreeMap<>();
    for (var ofEpoch : taken.entrySet()) {
      List<Sample> held = all(journal, ofEpoch.getKey());
      for (Sample sample : held) {
        assertThat(sample).as("seed %d", seed).isEqualTo(ofEpoch.getValue().get(sample.sequence()));
      }
      assertThat(sequences(held)).as("seed %d", seed).doesNotHaveDuplicates();
      missing.put(ofEpoch.getKey(), (long) ofEpoch.getValue().size() - held.size());
      counted.put(ofEpoch.getKey(), 0L);
    }
    for (Loss loss : losses) {
      counted.merge(loss.epoch(), loss.count(), Long::sum);
      TreeMap<Long, Sample> ofEpoch = taken.get(loss.epoch());
      assertThat(RecordClass.of(ofEpoch.get(loss.from()).reading())).isEqualTo(loss.of());
    }
    assertThat(counted).as("lost and told, seed %d", seed).isEqualTo(missing);
    assertThat(journal.view().segments()).isLessThanOrEqualTo(16);
  }

  @Test
  void the_lowest_class_over_its_share_goes_first_and_events_last() throws DiskFailed {
    Journal journal = open();
    long sequence = 0;
    for (int i = 0; i < 2_000; i++) {
      journal.append(
          1,
          List.of(sample(++sequence, new Reading.Event("debug", "x".repeat(90)))),
          sequence,
          true);
    }
    assertThat(journal.takeLosses())
        .isNotEmpty()
        .allMatch(loss -> loss.of() == RecordClass.DEBUG && !loss.thinned());
    for (int i = 0; i < 2_000; i++) {
      journal.append(
          1,
          List.of(sample(++sequence, new Reading.Event("note", "y".repeat(90)))),
          sequence,
          true);
    }
    List<Loss> losses = journal.takeLosses();
    int firstEvent = 0;
    while (losses.get(firstEvent).of() == RecordClass.DEBUG) {
      firstEvent++;
    }
    assertThat(losses.subList(firstEvent, losses.size()))
        .allMatch(loss -> loss.of() == RecordClass.EVENTS);
    assertThat(all(journal, 1)).noneMatch(s -> RecordClass.of(s.reading()) == RecordClass.DEBUG);
  }

  @Test
  void a_class_within_its_share_loses_nothing_to_another() throws DiskFailed {
    Journal journal = open();
    List<Sample> radio = new ArrayList<>();
    for (long sequence = 1; sequence <= 300; sequence++) {
      radio.add(new Sample(sequence, sequence, new Reading.Radio(-60, 6, "ap" + sequence)));
    }
    journal.append(1, radio, 0, true);
    for (long sequence = 301; sequence < 9_000; sequence++) {
      Reading reading = new Reading.Event("debug", "x".repeat(90));
      journal.append(1, List.of(new Sample(sequence, sequence, reading)), sequence, true);
    }
    assertThat(journal.takeLosses()).isNotEmpty().allMatch(loss -> loss.of() == RecordClass.DEBUG);
    assertThat(sequences(journal.read(1, 1, 300))).isEqualTo(sequences(radio));
  }

  @Test
  void old_gauges_are_thinned_before_any_are_evicted_and_each_fifth_stays() throws DiskFailed {
    Journal journal = open();
    List<Loss> losses = new ArrayList<>();
    long sequence = 0;
    var random = new SplittableRandom(5);
    while (losses.isEmpty()) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        sequence++;
        Reading reading =
            new Reading.Board(random.nextInt(900), random.nextInt(900), random.nextInt(9_000));
        samples.add(new Sample(sequence, sequence * 5_000, reading));
      }
      journal.append(1, samples, sequence * 5_000, true);
      losses.addAll(journal.takeLosses());
    }
    assertThat(losses).allMatch(loss -> loss.of() == RecordClass.GAUGES && loss.thinned());
    Loss loss = losses.getFirst();
    List<Long> held = sequences(all(journal, 1));
    List<Long> within = held.stream().filter(s -> s <= loss.to()).toList();
    assertThat(within.size() + loss.count()).isEqualTo(loss.to());
    assertThat((double) loss.count() / loss.to()).isBetween(0.75, 0.85);
    assertThat(held).endsWith(sequence);
    disk.powerCut();
    assertThat(sequences(all(open(), 1))).isEqualTo(held);
  }

  @Test
  void of_the_radio_one_in_five_minutes_stays_for_each_access_point() throws DiskFailed {
    var thinning = Thinning.of(RecordClass.RADIO, 0, 1);
    List<Long> kept = new ArrayList<>();
    for (long minute = 0; minute < 20; minute++) {
      for (String point : List.of("a", "b")) {
        Sample sample = new Sample(1, minute * 60_000, new Reading.Radio(-50, 1, point));
        if (thinning.keeps(1, sample)) {
          kept.add(minute);
        }
      }
    }
    assertThat(kept).containsExactly(0L, 0L, 5L, 5L, 10L, 10L, 15L, 15L);
  }

  @Test
  void how_much_is_thinned_depends_on_class_and_age() {
    assertThat(Thinning.level(RecordClass.GAUGES, HOUR_MS - 1)).isZero();
    assertThat(Thinning.level(RecordClass.GAUGES, HOUR_MS)).isEqualTo(1);
    assertThat(Thinning.level(RecordClass.GAUGES, 12 * HOUR_MS)).isEqualTo(2);
    assertThat(Thinning.level(RecordClass.RADIO, 13 * HOUR_MS)).isEqualTo(1);
    assertThat(Thinning.level(RecordClass.EVENTS, 99 * HOUR_MS)).isZero();
    assertThat(Thinning.level(RecordClass.DEBUG, 99 * HOUR_MS)).isZero();
  }

  @Test
  void losses_are_told_again_after_a_start_unless_a_record_said_so() throws DiskFailed {
    Journal journal = open();
    long sequence = 0;
    List<Loss> losses = new ArrayList<>();
    while (losses.isEmpty()) {
      sequence++;
      Reading reading = new Reading.Event("debug", "x".repeat(90));
      journal.append(1, List.of(sample(sequence, reading)), 0, true);
      losses.addAll(journal.takeLosses());
    }
    assertThat(open().takeLosses()).isEqualTo(losses);
    Reading record = new Reading.Event(Journal.EVICTED, losses.getFirst().text());
    journal.append(1, List.of(sample(sequence + 1, record)), 0, true);
    assertThat(open().takeLosses()).isEmpty();
  }

  @Test
  void a_journal_uses_its_files_again_and_stays_within_its_bound() throws DiskFailed {
    Journal journal = open();
    for (long from = 1; from < 40_000; from += 50) {
      journal.append(1, run(from, from + 49), from * 1_000, true);
    }
    assertThat(disk.names().size()).isLessThanOrEqualTo(16);
    assertThat(new TreeSet<>(disk.names())).allMatch(name -> name.startsWith("journal-"));
  }

  @Test
  void settings_that_make_no_sense_are_refused_with_their_numbers() {
    assertThatThrownBy(() -> JournalSettings.of(1 << 20, 100))
        .hasMessage("a segment has 4 KiB to 4 MiB, not 100 bytes");
    assertThatThrownBy(() -> JournalSettings.of(8 * 4_096, 4_096))
        .hasMessageStartingWith("a journal has 16 to 9999 segments, not 8");
  }

  @Test
  void a_file_of_another_size_is_read_and_not_written() throws DiskFailed {
    open().append(1, run(1, 50), 0, true);
    Journal larger = Journal.open(disk, JournalSettings.of(16 * 8_192, 8_192));
    larger.append(1, run(51, 90), 0, true);
    assertThat(all(larger, 1)).isEqualTo(run(1, 90));
  }
}
