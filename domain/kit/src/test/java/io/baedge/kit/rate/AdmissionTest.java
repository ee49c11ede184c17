package io.baedge.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.retry.Backoff;
import io.baedge.kit.time.VirtualTime;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final int BADGES = 600;
  private static final double CONNECTS_PER_SECOND = 50;
  private static final long CAP_MS = 10_000;

  @Test
  void a_hall_that_returns_silently_is_let_in_within_the_bound_and_nobody_hammers() {
    Storm storm = new Storm(true);
    storm.run();
    double least = 0.99 * BADGES / CONNECTS_PER_SECOND;
    assertThat(storm.ninetyNinePercentMs).isLessThanOrEqualTo((long) (1.3 * least * 1000) + CAP_MS);
    assertThat(storm.attemptsPerBadge()).isLessThanOrEqualTo(2);
    assertThat(storm.mostAttemptsOfOne).isLessThanOrEqualTo(8);
    assertThat(storm.mostAttemptsInOneSecond).isLessThanOrEqualTo((int) (3 * CONNECTS_PER_SECOND));
  }

  @Test
  void without_slots_and_jitter_the_same_demand_is_not_met() {
    Storm storm = new Storm(false);
    storm.run();
    assertThat(storm.mostAttemptsInOneSecond).isGreaterThan((int) (3 * CONNECTS_PER_SECOND));
    assertThat(storm.mostAttemptsOfOne).isGreaterThan(8);
    assertThat(storm.attemptsPerBadge()).isGreaterThan(2);
  }

  @Test
  void slots_are_spaced_and_never_farther_than_ten_minutes() {
    var admission = new Admission(10, random(1), 0);
    for (int i = 0; i < 10; i++) {
      assertThat(admission.ask(0)).isInstanceOf(Admission.Answer.Admitted.class);
    }
    long before = 0;
    for (int i = 0; i < 8_000; i++) {
      assertThat(admission.ask(0))
          .isInstanceOfSatisfying(
              Admission.Answer.Refused.class,
              refused -> assertThat(refused.retryAfterMs()).isBetween(100L, 600_200L));
      before++;
    }
    assertThat(admission.refused()).isEqualTo(before);
    assertThat(admission.admitted()).isEqualTo(10);
  }

  /** methods.md 1.9: an outage of a minute, silent return. */
  private static final class Storm {
    private final boolean careful;
    private final VirtualTime time = new VirtualTime(0);
    private final RandomGenerator random = random(42);
    private final Admission admission = new Admission(CONNECTS_PER_SECOND, random, 0);
    private final int[] attempts = new int[BADGES];
    private final int[] perSecond = new int[1_000];
    private int connected;
    long ninetyNinePercentMs = Long.MAX_VALUE;
    int mostAttemptsOfOne;
    int mostAttemptsInOneSecond;

    Storm(boolean careful) {
      this.careful = careful;
    }

    void run() {
      for (int i = 0; i < BADGES; i++) {
        var backoff = new Backoff(1_000, CAP_MS, random);
        int badge = i;
        // Somewhere in the long outage each badge is already at its cap.
        long firstMs = careful ? random.nextLong(CAP_MS) : 0;
        time.at(firstMs, () -> attempt(badge, backoff));
      }
      time.runUntil(300_000);
      for (int second = 1; second < perSecond.length; second++) {
        mostAttemptsInOneSecond = Math.max(mostAttemptsInOneSecond, perSecond[second]);
      }
    }

    double attemptsPerBadge() {
      return (double) Arrays.stream(attempts).sum() / BADGES;
    }

    private void attempt(int badge, Backoff backoff) {
      attempts[badge]++;
      mostAttemptsOfOne = Math.max(mostAttemptsOfOne, attempts[badge]);
      perSecond[(int) (time.nowMs() / 1000)]++;
      switch (admission.ask(time.nowMs())) {
        case Admission.Answer.Admitted _ -> {
          if (++connected == BADGES * 99 / 100) {
            ninetyNinePercentMs = time.nowMs();
          }
        }
        case Admission.Answer.Refused(long retryAfterMs) ->
            time.after(careful ? retryAfterMs : 1_000, () -> attempt(badge, backoff));
      }
    }
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
