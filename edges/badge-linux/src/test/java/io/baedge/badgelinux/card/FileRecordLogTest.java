package io.baedge.badgelinux.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.journal.MemoryRecordLog;
import io.baedge.kit.journal.RecordLog;
import io.baedge.kit.journal.RecordLog.Kept;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileRecordLogTest {
  private static final long LARGE = 1 << 20;

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("records.log");
  }

  private static Sample sample(SplittableRandom random, long sequence) {
    Reading reading =
        switch (random.nextInt(4)) {
          case 0 ->
              new Reading.Power(
                  random.nextInt(101), 3_000 + random.nextInt(1_200), PowerSource.BATTERY);
          case 1 -> new Reading.Radio(-random.nextInt(1, 100), Reading.UNKNOWN, "ap-" + sequence);
          case 2 -> new Reading.Board(random.nextInt(900), Reading.UNKNOWN, random.nextInt(9_999));
          default -> new Reading.Event("button", "é" + random.nextInt(4));
        };
    return new Sample(sequence, sequence * 5_000 + random.nextInt(100), reading);
  }

  private static List<Sample> samples(SplittableRandom random, long from, int count) {
    List<Sample> samples = new ArrayList<>();
    for (long sequence = from; sequence < from + count; sequence++) {
      samples.add(sample(random, sequence));
    }
    return samples;
  }

  private static List<Kept> readAgain(Path file) throws Exception {
    try (var log = new FileRecordLog(file, LARGE)) {
      return log.readAll();
    }
  }

  @Test
  void what_was_appended_is_read_also_by_the_next_start() throws Exception {
    var random = new SplittableRandom(1);
    List<Sample> old = samples(random, 1, 700);
    List<Sample> young = samples(random, 5, 3);
    try (var log = new FileRecordLog(file(), LARGE)) {
      assertThat(log.readAll()).isEmpty();
      log.append(8, young, false);
      log.append(7, old.subList(0, 300), true);
      log.append(7, old.subList(300, 700), true);
      assertThat(log.readAll()).containsExactly(new Kept(7, old), new Kept(8, young));
    }
    assertThat(readAgain(file())).containsExactly(new Kept(7, old), new Kept(8, young));
  }

  @Test
  void a_file_cut_at_any_byte_keeps_all_whole_frames_before() throws Exception {
    long seed = 20_261;
    var random = new SplittableRandom(seed);
    List<List<Sample>> frames = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    try (var log = new FileRecordLog(file(), LARGE)) {
      for (int i = 0; i < 6; i++) {
        frames.add(samples(random, 1 + 10L * i, 1 + random.nextInt(6)));
        log.append(3, frames.getLast(), true);
        ends.add(Files.size(file()));
      }
    }
    byte[] whole = Files.readAllBytes(file());
    Path cut = directory.resolve("cut.log");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      List<Sample> expected = new ArrayList<>();
      for (int i = 0; i < frames.size() && ends.get(i) <= length; i++) {
        expected.addAll(frames.get(i));
      }
      assertThat(readAgain(cut))
          .as("seed %d, cut at %d", seed, length)
          .isEqualTo(expected.isEmpty() ? List.of() : List.of(new Kept(3, expected)));
      // The damaged end is gone, so that what is appended next will be read.
      try (var log = new FileRecordLog(cut, LARGE)) {
        assertThat(log.cutBytes()).isZero();
        log.append(4, frames.getFirst(), true);
      }
      assertThat(readAgain(cut)).last().isEqualTo(new Kept(4, frames.getFirst()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void flipped_bits_never_throw_and_cost_only_what_comes_after(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    List<List<Sample>> frames = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    try (var log = new FileRecordLog(file(), LARGE)) {
      for (int i = 0; i < 8; i++) {
        frames.add(samples(random, 1 + 10L * i, 1 + random.nextInt(9)));
        log.append(3, frames.getLast(), true);
        ends.add(Files.size(file()));
      }
    }
    byte[] whole = Files.readAllBytes(file());
    Path hurt = directory.resolve("hurt.log");
    for (int round = 0; round < 300; round++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(hurt, bytes);
      List<Sample> expected = new ArrayList<>();
      for (int i = 0; i < frames.size() && ends.get(i) <= at; i++) {
        expected.addAll(frames.get(i));
      }
      assertThat(readAgain(hurt))
          .as("seed %d, byte %d", seed, at)
          .isEqualTo(expected.isEmpty() ? List.of() : List.of(new Kept(3, expected)));
    }
  }

  @Test
  void a_file_of_random_bytes_is_an_empty_log() throws Exception {
    var random = new SplittableRandom(99);
    for (int round = 0; round < 200; round++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      Files.write(file(), noise);
      assertThat(readAgain(file())).isEmpty();
      assertThat(Files.size(file())).isZero();
    }
  }

  @Test
  void what_is_forgotten_stays_forgotten_after_a_restart() throws Exception {
    List<Sample> some = samples(new SplittableRandom(4), 1, 600);
    try (var log = new FileRecordLog(file(), LARGE)) {
      log.append(2, some, true);
      log.forget(2, 299);
      log.forget(2, 100);
      log.forget(9, 100);
      assertThat(log.readAll()).containsExactly(new Kept(2, some.subList(299, 600)));
    }
    assertThat(readAgain(file())).containsExactly(new Kept(2, some.subList(299, 600)));
  }

  @Test
  void when_all_is_forgotten_the_file_is_empty() throws Exception {
    var random = new SplittableRandom(5);
    try (var log = new FileRecordLog(file(), LARGE)) {
      log.append(1, samples(random, 1, 10), true);
      log.append(2, samples(random, 1, 10), true);
      log.forget(1, 10);
      assertThat(Files.size(file())).isPositive();
      log.forget(2, 10);
      assertThat(Files.size(file())).isZero();
      log.append(2, samples(random, 11, 1), true);
      assertThat(log.readAll()).hasSize(1);
    }
    assertThat(readAgain(file())).hasSize(1);
  }

  @Test
  void beyond_its_bound_the_file_is_written_anew_and_stays_small() throws Exception {
    var random = new SplittableRandom(6);
    long bound = 20_000;
    long largest = 0;
    List<Sample> wanted = new ArrayList<>();
    try (var log = new FileRecordLog(file(), bound)) {
      for (long from = 1; from < 20_000; from += 100) {
        List<Sample> more = samples(random, from, 100);
        wanted.addAll(more);
        log.append(1, more, false);
        if (from > 500) {
          log.forget(1, from - 400);
          wanted.removeIf(s -> s.sequence() <= more.getFirst().sequence() - 400);
        }
        largest = Math.max(largest, Files.size(file()));
      }
      assertThat(log.readAll()).containsExactly(new Kept(1, wanted));
    }
    assertThat(largest).isLessThan(2 * bound + 5_000);
    assertThat(readAgain(file())).containsExactly(new Kept(1, wanted));
    assertThat(Files.exists(directory.resolve("records.log.new"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void any_sequence_of_operations_is_the_same_as_in_memory(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    RecordLog model = new MemoryRecordLog();
    long[] next = {1, 1, 1};
    var log = new FileRecordLog(file(), 3_000);
    for (int step = 0; step < 400; step++) {
      int epoch = random.nextInt(next.length);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          List<Sample> more = samples(random, next[epoch], 1 + random.nextInt(30));
          next[epoch] += more.size();
          log.append(epoch + 1, more, random.nextBoolean());
          model.append(epoch + 1, more, true);
        }
        case 2, 3 -> {
          long through = random.nextLong(next[epoch]);
          log.forget(epoch + 1, through);
          model.forget(epoch + 1, through);
        }
        default -> {
          log.close();
          log = new FileRecordLog(file(), 3_000);
        }
      }
      assertThat(log.readAll()).as("seed %d, step %d", seed, step).isEqualTo(model.readAll());
    }
    log.close();
  }
}
