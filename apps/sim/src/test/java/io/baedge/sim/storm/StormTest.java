package io.baedge.sim.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.storm.StormPlan.Return;
import io.baedge.sim.storm.StormPlan.StormFault;
import org.junit.jupiter.api.Test;

/** The goals of a storm (design 7), and the demands of methods.md 1.9 with its counter-checks. */
class StormTest {
  private static final int SEEDS = 20;

  @Test
  void a_hall_that_sees_the_return_is_back_at_once_and_in_an_orderly_way() {
    worstOf(SEEDS, StormPlan.of(600, 50, Return.SEEN)).within(1.1, 1.35, 3);
    worstOf(3, StormPlan.of(10_000, 200, Return.SEEN)).within(1.1, 1.35, 3);
  }

  @Test
  void a_hall_that_does_not_see_it_takes_little_longer() {
    worstOf(SEEDS, StormPlan.of(600, 50, Return.SILENT)).within(1.25, 4.5, 3);
    worstOf(3, StormPlan.of(10_000, 200, Return.SILENT)).within(1.25, 4.5, 3);
  }

  @Test
  void a_hundred_thousand_badges_come_back_in_the_same_order() {
    worstOf(1, StormPlan.of(100_000, 1_000, Return.SEEN).withOutageMs(180_000))
        .within(1.1, 1.35, 3);
    worstOf(1, StormPlan.of(100_000, 1_000, Return.SILENT).withOutageMs(180_000))
        .within(1.25, 4.5, 3);
  }

  private static final class Worst {
    double ratio;
    double peak;
    int mostOfOne;

    void within(double mostRatio, double mostPeak, int mostAttempts) {
      assertThat(ratio).isLessThanOrEqualTo(mostRatio);
      assertThat(peak).isLessThanOrEqualTo(mostPeak);
      assertThat(mostOfOne).isLessThanOrEqualTo(mostAttempts);
    }
  }

  private static Worst worstOf(int seeds, StormPlan plan) {
    var worst = new Worst();
    for (long seed = 1; seed <= seeds; seed++) {
      StormResult result = Storm.run(plan, seed);
      worst.ratio = Math.max(worst.ratio, result.ratio());
      worst.peak = Math.max(worst.peak, result.peak());
      worst.mostOfOne = Math.max(worst.mostOfOne, result.mostOfOne());
    }
    return worst;
  }

  @Test
  void the_demands_of_a_short_outage_are_met() {
    for (Return how : Return.values()) {
      assertThat(meetsTheDemands(StormPlan.of(600, 50, how).withOutageMs(60_000))).isTrue();
    }
  }

  @Test
  void without_admission_and_window_they_are_not_met() {
    StormPlan plan = StormPlan.of(600, 50, Return.SEEN).withOutageMs(60_000);
    assertThat(meetsTheDemands(plan.withFaults(StormFault.NO_ADMISSION, StormFault.NO_WINDOW)))
        .isFalse();
  }

  @Test
  void without_jitter_they_are_not_met() {
    for (Return how : Return.values()) {
      StormPlan plan = StormPlan.of(600, 50, how).withOutageMs(60_000);
      assertThat(meetsTheDemands(plan.withFaults(StormFault.NO_JITTER))).as("%s", how).isFalse();
    }
  }

  @Test
  void without_admission_a_large_crowd_without_window_never_comes_back() {
    StormPlan plan = StormPlan.of(10_000, 200, Return.SEEN).withOutageMs(60_000);
    StormResult broken =
        Storm.run(plan.withFaults(StormFault.NO_ADMISSION, StormFault.NO_WINDOW), 1);
    assertThat(broken.ratio()).isGreaterThan(4);
  }

  @Test
  void the_same_seed_gives_the_same_storm() {
    StormPlan plan = StormPlan.of(600, 50, Return.SILENT).withOutageMs(60_000);
    assertThat(Storm.run(plan, 7)).isEqualTo(Storm.run(plan, 7)).isNotEqualTo(Storm.run(plan, 8));
  }

  /** methods.md 1.9. */
  private static boolean meetsTheDemands(StormPlan plan) {
    double capMs = 10_000;
    for (long seed = 1; seed <= 5; seed++) {
      StormResult result = Storm.run(plan, seed);
      boolean met =
          result.t99Ms() <= 1.3 * plan.leastMs() + capMs
              && result.peakLaterPerS() <= 3 * plan.connectsPerS()
              && result.mostOfOne() <= 3;
      if (!met) {
        return false;
      }
    }
    return true;
  }
}
