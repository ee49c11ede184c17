package io.baedge.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.store.Write.Chunk.Anchor;
import io.baedge.model.message.Telemetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The simulation of methods.md 3.3, and what bounds an epoch that never reached the hub. */
class DeviceClockTest {
  private static final long SEED = 20_260_303L;
  private static final int EVENTS = 2_000;
  private static final long HUB_MS = 1_770_000_000_000L;
  private static final double DELAY_MEDIAN_MS = 80;
  private static final double DELAY_SIGMA = 0.8;
  private static final double DRIFT_SD = 20e-6;

  private final Random random = new Random(SEED);

  @Test
  void with_twenty_anchors_99_of_100_events_lie_within_the_stated_uncertainty() {
    Errors errors = simulate(20, 0);
    assertThat(errors.within).as("seed %d", SEED).isGreaterThanOrEqualTo(EVENTS * 99 / 100);
    // The spread of the delays, not hours of drift: the anchors are those nearest to the event.
    assertThat(errors.medianStatedMs()).as("seed %d", SEED).isLessThan(200);
  }

  @Test
  void the_best_of_twenty_anchors_is_far_better_than_a_lone_one() {
    double best = simulate(20, 0).medianErrorMs();
    double lone = simulate(1, 0).medianErrorMs();
    assertThat(lone).as("seed %d", SEED).isBetween(50.0, 110.0);
    assertThat(best).as("seed %d", SEED).isLessThan(lone / 2);
  }

  @Test
  void a_lone_anchor_says_how_little_it_knows() {
    Errors errors = simulate(1, 0);
    assertThat(errors.within).as("seed %d", SEED).isGreaterThanOrEqualTo(EVENTS * 99 / 100);
    assertThat(errors.medianStatedMs()).as("seed %d", SEED).isGreaterThan(400);
  }

  @Test
  void events_of_a_day_without_the_hub_are_as_unsure_as_the_drift_of_a_day() {
    long dayMs = 86_400_000;
    Errors errors = simulate(20, dayMs);
    assertThat(errors.within).as("seed %d", SEED).isGreaterThanOrEqualTo(EVENTS * 99 / 100);
    assertThat(errors.medianStatedMs()).as("seed %d", SEED).isBetween(2_000.0, 20_000.0);
  }

  @Test
  void the_order_of_an_epoch_is_that_of_its_own_clock_although_the_anchors_differ() {
    var clock = new DeviceClock();
    for (int i = 0; i < 40; i++) {
      clock.add(1, new Anchor(HUB_MS + i * 5_000L + (long) delayMs(), i * 5_000L));
    }
    EpochClock epoch = clock.anchored(1).orElseThrow();
    long before = Long.MIN_VALUE;
    for (long monoMs = 0; monoMs < 200_000; monoMs += 1_000) {
      long wallMs = epoch.at(monoMs).wallMs();
      assertThat(wallMs).isGreaterThan(before);
      before = wallMs;
    }
  }

  @Test
  void an_epoch_that_never_reached_the_hub_lies_between_its_neighbours() {
    var clock = new DeviceClock();
    clock.add(1, new Anchor(HUB_MS + 60_000, 60_000));
    // Epoch 2 ran for ten minutes without a hub; epoch 3 hands its records in.
    clock.add(2, new Anchor(HUB_MS + 4_000_000, Telemetry.NO_ANCHOR));
    clock.add(3, new Anchor(HUB_MS + 3_700_000, 100_000));

    assertThat(clock.anchored(2)).isEmpty();
    assertThat(clock.anchoredBefore(2)).contains(1L);
    var extent = new DeviceClock.Extent(5_000, 605_000, HUB_MS + 4_000_000);
    EpochClock epoch = clock.between(2, extent, 90_000);
    CorrectedTime first = epoch.at(5_000);
    CorrectedTime last = epoch.at(605_000);
    assertThat(first.earliestMs()).isBetween(HUB_MS + 89_000, HUB_MS + 90_000);
    assertThat(last.latestMs()).isBetween(HUB_MS + 3_600_000, HUB_MS + 3_601_000);
    assertThat(last.wallMs() - first.wallMs()).isBetween(599_000L, 601_000L);
    assertThat(first.uncertaintyMs()).isBetween(1_454_000L, 1_457_000L);
  }

  @Test
  void a_first_epoch_without_the_hub_has_no_earliest_moment() {
    var clock = new DeviceClock();
    clock.add(2, new Anchor(HUB_MS, 10_000));
    EpochClock epoch = clock.between(1, new DeviceClock.Extent(0, 50_000, HUB_MS), 0);
    assertThat(epoch.at(50_000).uncertaintyMs()).isEqualTo(CorrectedTime.OPEN);
    assertThat(epoch.at(50_000).earliestMs()).isEqualTo(Long.MIN_VALUE);
    assertThat(epoch.at(50_000).latestMs()).isBetween(HUB_MS - 10_000, HUB_MS - 9_000);
    assertThat(epoch.at(0).latestMs()).isBetween(HUB_MS - 60_000, HUB_MS - 59_000);
  }

  @Test
  void a_clock_that_went_on_over_the_start_of_the_next_epoch_tells_nothing_of_that_start() {
    var clock = new DeviceClock();
    clock.add(1, new Anchor(HUB_MS + 60_000, 60_000));
    clock.add(3, new Anchor(HUB_MS + 200_000, 200_000));
    EpochClock epoch =
        clock.between(2, new DeviceClock.Extent(100_000, 150_000, HUB_MS + 201_000), 60_000);
    assertThat(epoch.at(150_000).latestMs()).isBetween(HUB_MS + 200_000, HUB_MS + 201_000);
  }

  /** How far the corrected times are from the truth. */
  private record Errors(double[] errorsMs, double[] statedMs, int within) {
    double medianErrorMs() {
      return errorsMs[errorsMs.length / 2];
    }

    double medianStatedMs() {
      return statedMs[statedMs.length / 2];
    }
  }

  /** Each event is of a device of its own, with a drift and with anchors before and after. */
  private Errors simulate(int anchors, long awayMs) {
    double[] errors = new double[EVENTS];
    double[] stated = new double[EVENTS];
    int within = 0;
    for (int i = 0; i < EVENTS; i++) {
      double drift = random.nextGaussian() * DRIFT_SD;
      long bootMs = HUB_MS - random.nextLong(1_000_000_000);
      long eventMs = random.nextLong(4 * 3_600_000);
      List<Anchor> said = new ArrayList<>();
      for (int a = 0; a < anchors; a++) {
        long sentMs = eventMs + awayMs + 500 + 15_000L * a;
        said.add(new Anchor(bootMs + sentMs + (long) delayMs(), mono(sentMs, drift)));
      }
      CorrectedTime told = AnchoredClock.of(said).at(mono(eventMs, drift));
      errors[i] = Math.abs(told.wallMs() - (bootMs + eventMs));
      stated[i] = told.uncertaintyMs();
      within += errors[i] <= stated[i] ? 1 : 0;
    }
    Arrays.sort(errors);
    Arrays.sort(stated);
    return new Errors(errors, stated, within);
  }

  private static long mono(long trueMs, double drift) {
    return (long) (trueMs * (1 + drift));
  }

  private double delayMs() {
    return DELAY_MEDIAN_MS * StrictMath.exp(DELAY_SIGMA * random.nextGaussian());
  }
}
