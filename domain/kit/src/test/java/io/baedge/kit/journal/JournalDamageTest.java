package io.baedge.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A damaged journal gives the records before the damage, and never a wrong one. */
class JournalDamageTest {
  private static final JournalSettings TINY = JournalSettings.of(16 * 4_096, 4_096);
  private static final int FRAMES = 12;
  private static final int GROUP = 5;

  /** What a good journal holds, and how far its file reaches after each frame. */
  private record Good(List<Sample> samples, List<Integer> ends, byte[] file) {
    /** How many records lie in frames that end at or before the position. */
    int before(int position) {
      int frames = 0;
      while (frames < ends.size() && ends.get(frames) <= position) {
        frames++;
      }
      return frames * GROUP;
    }
  }

  private static Good good() throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    Journal journal = Journal.open(disk, TINY);
    List<Sample> samples = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    long before = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      List<Sample> group = new ArrayList<>();
      for (int i = 0; i < GROUP; i++) {
        long sequence = samples.size() + group.size() + 1L;
        Reading reading =
            new Reading.Power((int) sequence, 3_700 - (int) sequence, PowerSource.BATTERY);
        group.add(new Sample(sequence, 1_000 * sequence, reading));
      }
      journal.append(1, group, 0, true);
      samples.addAll(group);
      long written = journal.view().writtenBytes() - 4_096;
      assertThat(written).isGreaterThan(before);
      before = written;
      ends.add((int) written);
    }
    byte[] file = new byte[4_096];
    disk.read("journal-0000", 0, file, 0, file.length);
    return new Good(samples, ends, file);
  }

  private static List<Sample> held(byte[] file) throws DiskFailed {
    return held(file, TINY);
  }

  private static List<Sample> held(byte[] file, JournalSettings settings) throws DiskFailed {
    return journal(file, settings).read(1, 1, 256);
  }

  private static Journal journal(byte[] file, JournalSettings settings) throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    disk.create("journal-0000", 4_096);
    disk.write("journal-0000", 0, file, 0, file.length);
    return Journal.open(disk, settings);
  }

  @Test
  void cut_at_any_byte_it_gives_what_was_whole_before() throws DiskFailed {
    Good good = good();
    int end = good.ends.getLast();
    for (int cut = 0; cut <= end; cut++) {
      byte[] file = good.file.clone();
      java.util.Arrays.fill(file, cut, file.length, (byte) 0);
      List<Sample> held = held(file);
      // A frame may end in zeros, so that a cut within them takes nothing away.
      assertThat(held.size()).as("cut at %d", cut).isGreaterThanOrEqualTo(good.before(cut));
      assertThat(held).as("cut at %d", cut).isEqualTo(good.samples.subList(0, held.size()));
    }
  }

  @Test
  void with_any_bit_flipped_it_gives_what_was_whole_before() throws DiskFailed {
    Good good = good();
    int end = good.ends.getLast();
    for (int at = 0; at < end; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] file = good.file.clone();
        file[at] ^= (byte) (1 << bit);
        List<Sample> held = held(file);
        assertThat(held).isEqualTo(good.samples.subList(0, held.size()));
        boolean padding = at >= 36 && at < Segment.HEADER_BYTES;
        int header = at < Segment.HEADER_BYTES ? 0 : good.before(at);
        assertThat(held)
            .as("bit %d of byte %d", bit, at)
            .hasSize(padding ? good.samples.size() : header);
      }
    }
  }

  @Test
  void with_parts_repeated_swapped_or_zeroed_it_never_gives_a_wrong_record() throws DiskFailed {
    Good good = good();
    int end = good.ends.getLast();
    var random = new SplittableRandom(11);
    for (int round = 0; round < 3_000; round++) {
      byte[] file = good.file.clone();
      int from = random.nextInt(end);
      int length = 1 + random.nextInt(200);
      int to = random.nextInt(end);
      switch (random.nextInt(3)) {
        case 0 -> System.arraycopy(good.file, from, file, to, Math.min(length, file.length - to));
        case 1 -> java.util.Arrays.fill(file, to, Math.min(file.length, to + length), (byte) 0);
        default -> System.arraycopy(good.file, from, file, to, file.length - Math.max(from, to));
      }
      List<Sample> held = held(file);
      assertThat(held).as("round %d", round).isEqualTo(good.samples.subList(0, held.size()));
    }
  }

  @Test
  void whole_frames_repeated_or_left_out_end_the_journal_there() throws DiskFailed {
    Good good = good();
    for (int frame = 1; frame + 1 < FRAMES; frame++) {
      int start = good.ends.get(frame - 1);
      int length = good.ends.get(frame) - start;
      byte[] repeated = good.file.clone();
      System.arraycopy(good.file, start, repeated, start + length, length);
      assertThat(held(repeated)).isEqualTo(good.samples.subList(0, (frame + 1) * GROUP));
      byte[] without = good.file.clone();
      System.arraycopy(
          good.file, start + length, without, start, good.file.length - start - length);
      assertThat(held(without)).isEqualTo(good.samples.subList(0, frame * GROUP));
    }
  }

  @Test
  void after_a_torn_end_it_goes_on_and_what_was_there_does_not_come_back() throws DiskFailed {
    Good good = good();
    byte[] file = good.file.clone();
    file[good.ends.get(3) + 4] ^= 1;
    var disk = new SimulatedDisk(new SplittableRandom(1));
    disk.create("journal-0000", 4_096);
    disk.write("journal-0000", 0, file, 0, file.length);
    Journal journal = Journal.open(disk, TINY);
    assertThat(journal.view().counters().tornSegments()).isEqualTo(1);
    List<Sample> other = new ArrayList<>();
    for (Sample sample : good.samples.subList(0, GROUP)) {
      other.add(new Sample(sample.sequence() + 1_000, sample.monoMs(), sample.reading()));
    }
    journal.append(2, other, 0, true);
    Journal again = Journal.open(disk, TINY);
    assertThat(again.read(1, 1, 256)).isEqualTo(good.samples.subList(0, 4 * GROUP));
    assertThat(again.read(2, 1, 256)).isEqualTo(other);
  }

  @Test
  void what_rots_behind_good_records_is_told_as_lost_once_and_survives_a_power_cut()
      throws DiskFailed {
    Good good = good();
    for (int through : new int[] {0, 30}) {
      var disk = new SimulatedDisk(new SplittableRandom(1));
      disk.create("journal-0000", 4_096);
      disk.write("journal-0000", 0, good.file, 0, good.file.length);
      disk.force("journal-0000");
      Journal journal = Journal.open(disk, TINY);
      journal.acknowledged(1, 1, through);
      disk.write("journal-0000", good.ends.get(3) + 4, new byte[] {1, 2, 3, 4}, 0, 4);
      disk.force("journal-0000");

      assertThat(journal.read(1, 1, 256)).isEqualTo(good.samples.subList(0, 4 * GROUP));
      long from = Math.max(4 * GROUP, through) + 1L;
      var loss = new Loss(1, RecordClass.GAUGES, 1, from, 60, 60 - from + 1, false);
      disk.powerCut();
      assertThat(Journal.open(disk, TINY).contents().losses()).containsExactly(loss);
      assertThat(journal.takeLosses()).containsExactly(loss);
      assertThat(journal.view().counters().lost()).isEqualTo(loss.count());
      assertThat(journal.view().records()).isEqualTo(4 * GROUP);
      journal.read(1, 1, 256);
      assertThat(journal.takeLosses()).isEmpty();
    }
  }

  @Test
  void a_file_used_again_shows_nothing_of_what_it_held_before() throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    Journal journal = Journal.open(disk, TINY);
    for (long sequence = 1; sequence < 4_000; sequence++) {
      Reading reading = new Reading.Event("debug", "x".repeat(20 + (int) sequence % 60));
      journal.append(1, List.of(new Sample(sequence, sequence, reading)), sequence, true);
      if (sequence % 400 == 0) {
        Journal again = Journal.open(disk, TINY);
        assertThat(again.held()).isEqualTo(journal.held());
        assertThat(again.view().records()).isEqualTo(journal.view().records());
      }
    }
  }

  @Test
  void power_cuts_leave_every_forced_record_and_no_other_one_changed() throws DiskFailed {
    for (long seed = 1; seed <= 300; seed++) {
      assertThat(changedOrLost(seed, TINY)).as("seed %d", seed).isZero();
    }
  }

  @Test
  void a_journal_that_trusts_a_torn_end_is_noticed() throws DiskFailed {
    int noticed = 0;
    for (long seed = 1; seed <= 300; seed++) {
      noticed += changedOrLost(seed, TINY.withTrustedTail()) > 0 ? 1 : 0;
    }
    assertThat(noticed).isPositive();
  }

  private static int changedOrLost(long seed, JournalSettings settings) throws DiskFailed {
    var random = new SplittableRandom(seed);
    var disk = new SimulatedDisk(random.split());
    int wrong = 0;
    List<List<Sample>> forced = new ArrayList<>();
    for (int epoch = 0; epoch < 6; epoch++) {
      Journal journal = Journal.open(disk, settings);
      for (int before = 0; before < epoch; before++) {
        List<Sample> held = journal.read(before, 1, 256);
        List<Sample> expected = forced.get(before);
        wrong += held.size() >= expected.size() ? 0 : 1;
        for (Sample sample : held) {
          wrong += sample.equals(sample(before, sample.sequence())) ? 0 : 1;
        }
      }
      List<Sample> written = new ArrayList<>();
      int durable = 0;
      for (int group = random.nextInt(6); group >= 0; group--) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          samples.add(sample(epoch, written.size() + samples.size() + 1L));
        }
        boolean force = random.nextBoolean();
        journal.append(epoch, samples, 0, force);
        written.addAll(samples);
        durable = force ? written.size() : durable;
      }
      forced.add(List.copyOf(written.subList(0, durable)));
      disk.powerCut();
    }
    return wrong;
  }

  private static Sample sample(long epoch, long sequence) {
    Reading reading =
        sequence % 2 == 0
            ? new Reading.Event("note", "text " + epoch + "/" + sequence)
            : new Reading.Board((int) (epoch * 31 + sequence * 7) % 900, 70, (int) sequence);
    return new Sample(sequence, epoch * 1_000_000 + sequence * 977, reading);
  }
}
