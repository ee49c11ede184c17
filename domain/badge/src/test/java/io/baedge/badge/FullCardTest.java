package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.outbox.OutboxSettings;
import io.baedge.badge.screen.ScreenSettings;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A card that is full, read-only or broken for a while: what a badge calls durable is there. */
class FullCardTest {
  private static final Pattern RANGE = Pattern.compile("epoch (\\d+), (\\d+) to (\\d+)");
  private static final int SEEDS = 25;

  @Test
  void a_full_card_is_told_holds_what_it_has_and_is_used_again_when_there_is_space() {
    var bench = new Bench(3);
    bench.hubUp = false;
    bench.start().run(600_000);
    bench.disk.capacity(0);
    int there = bench.onCard().get(1L).size();
    assertThat(there).isPositive();
    bench.run(3 * 3_600_000);
    assertThat(bench.onCard().get(1L)).hasSizeGreaterThanOrEqualTo(there);
    assertThat(bench.view().outbox().cardProblem()).contains("no space is left");
    long durable = bench.view().outbox().counters().durableThrough();
    assertThat(durable).isLessThan(bench.view().outbox().taken());
    bench.disk.capacity(Long.MAX_VALUE);
    bench.run(20 * 60_000);
    assertThat(bench.view().outbox().cardProblem()).isEmpty();
    assertThat(bench.view().outbox().counters().durableThrough()).isGreaterThan(durable);
  }

  @Test
  void whatever_the_card_does_each_record_called_durable_is_there_or_told_as_lost() {
    int cuts = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      cuts += history(seed);
    }
    assertThat(cuts).as("power cuts with something durable").isPositive();
  }

  private static int history(long seed) {
    var random = new Random(seed);
    var bench = new Bench(seed);
    bench.settings =
        bench.settings.withBounds(
            new BadgeSettings.Bounds(new OutboxSettings(256, 64), ScreenSettings.DEFAULT, 10));
    bench.start();
    int cuts = 0;
    for (int step = 0; step < 25; step++) {
      bench.hubUp = random.nextInt(3) == 0;
      bench.disk.capacity(random.nextInt(3) == 0 ? 0 : Long.MAX_VALUE);
      bench.disk.readOnly(random.nextInt(6) == 0);
      bench.disk.failWrites(random.nextInt(6) == 0);
      bench.disk.failForces(random.nextInt(6) == 0);
      bench.run(random.nextInt(40 * 60_000));
      if (random.nextInt(4) == 0) {
        long durable = bench.view().outbox().counters().durableThrough();
        cuts += durable > 0 ? 1 : 0;
        bench.powerCut();
        assertThat(missing(bench, durable)).as("seed %d, step %d", seed, step).isEmpty();
        bench.start();
      }
    }
    return cuts;
  }

  private static List<Long> missing(Bench bench, long durable) {
    var there = new TreeMap<Long, Sample>();
    List<Sample> all = new ArrayList<>();
    bench.onCard().forEach((epoch, samples) -> add(bench, epoch, samples, there, all));
    bench.hub.stored.forEach(
        (epoch, samples) -> add(bench, epoch, List.copyOf(samples.values()), there, all));
    List<Long> missing = new ArrayList<>();
    for (long sequence = 1; sequence <= durable; sequence++) {
      if (!there.containsKey(sequence) && !told(all, bench.epoch, sequence)) {
        missing.add(sequence);
      }
    }
    return missing;
  }

  private static void add(
      Bench bench,
      long epoch,
      List<Sample> samples,
      TreeMap<Long, Sample> there,
      List<Sample> all) {
    all.addAll(samples);
    if (epoch == bench.epoch) {
      samples.forEach(sample -> there.put(sample.sequence(), sample));
    }
  }

  private static boolean told(List<Sample> all, long epoch, long sequence) {
    for (Sample sample : all) {
      if (sample.reading() instanceof Reading.Event(String kind, String detail)
          && kind.equals("evicted")) {
        Matcher range = RANGE.matcher(detail);
        if (range.find()
            && Long.parseLong(range.group(1)) == epoch
            && Long.parseLong(range.group(2)) <= sequence
            && Long.parseLong(range.group(3)) >= sequence) {
          return true;
        }
      }
    }
    return false;
  }
}
