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

/** What a card has to write for what it keeps: whole blocks of 4 KiB, at every force. */
class JournalWearTest {
  private static final JournalSettings SETTINGS = JournalSettings.of(4 << 20, 256 << 10);

  private static long written(BlockDisk disk) {
    return disk.blockBytes() + disk.newFileBytes();
  }

  private static long perRecord(int group, boolean steady, Kind kind) throws DiskFailed {
    var disk = new BlockDisk(new SimulatedDisk(new SplittableRandom(1)));
    Journal journal = Journal.open(disk, SETTINGS);
    long sequence = 0;
    // Until every file was used once: from then on none is filled with zeros any more.
    int before = steady ? 40_000 : 0;
    long counted = 0;
    long start = 0;
    while (counted < 20_000) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < group; i++) {
        sequence++;
        samples.add(new Sample(sequence, sequence * 1_000, kind.reading(sequence)));
      }
      journal.append(1, samples, sequence * 1_000, true);
      if (sequence <= before) {
        start = written(disk);
      } else {
        counted += group;
      }
    }
    return (written(disk) - start) / counted;
  }

  @FunctionalInterface
  private interface Kind {
    Reading reading(long sequence);
  }

  private static Reading of200Bytes(long sequence) {
    return new Reading.Event("note", "x".repeat(180) + sequence);
  }

  private static Reading ofABadge(long sequence) {
    return switch ((int) (sequence % 3)) {
      case 0 -> new Reading.Power((int) (sequence / 900) % 100, 3_700, PowerSource.BATTERY);
      case 1 -> new Reading.Radio(-60 - (int) (sequence % 7), 6, "aa:bb:cc:dd:ee:0" + sequence % 5);
      default -> new Reading.Board(240 + (int) (sequence % 9), 230, 9_400);
    };
  }

  @Test
  void a_record_of_200_bytes_in_groups_of_50_costs_at_most_twice_its_size() throws DiskFailed {
    long steady = perRecord(50, true, JournalWearTest::of200Bytes);
    long alone = perRecord(1, true, JournalWearTest::of200Bytes);
    System.out.println(
        "card bytes per record of 200 bytes: " + steady + " in groups of 50, " + alone + " alone");
    assertThat(steady).isBetween(200L, 400L);
    assertThat(alone).as("why records are grouped").isGreaterThan(4_000);
  }

  @Test
  void the_readings_of_a_badge_in_groups_of_50_cost_less_than_400_bytes_each() throws DiskFailed {
    long tenASecond = perRecord(50, true, JournalWearTest::ofABadge);
    long oneAMinute = perRecord(15, true, JournalWearTest::ofABadge);
    System.out.println(
        "card bytes per reading of a badge: "
            + tenASecond
            + " at ten a second, "
            + oneAMinute
            + " at one a minute");
    assertThat(tenASecond).isLessThan(400);
    assertThat(oneAMinute).isLessThan(1_000);
  }

  @Test
  void reading_16_mib_back_needs_no_more_memory_than_a_page() throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    Journal journal = Journal.open(disk, JournalSettings.DEFAULT);
    List<Sample> group = new ArrayList<>();
    long sequence = 0;
    while (journal.takeLosses().isEmpty() && sequence < 4_000_000) {
      group.clear();
      for (int i = 0; i < 250; i++) {
        sequence++;
        group.add(new Sample(sequence, sequence, ofABadge(sequence)));
      }
      journal.append(1, group, sequence, true);
    }
    long read = 0;
    long from = 1;
    for (int page = 0; page < 400; page++) {
      List<Sample> samples = journal.read(1, from, 256);
      assertThat(samples).hasSize(256);
      from = samples.getLast().sequence() + 1;
      read += samples.size();
    }
    System.out.println("a full journal holds " + journal.view().records() + " readings");
    assertThat(read).isEqualTo(102_400);
    assertThat(journal.view().records()).isGreaterThan(500_000);
  }
}
