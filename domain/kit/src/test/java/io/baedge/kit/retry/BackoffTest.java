package io.baedge.kit.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waits_are_spread_from_zero_to_a_bound_that_doubles_up_to_the_cap() {
    long[] largest = new long[8];
    long smallest = Long.MAX_VALUE;
    for (long seed = 0; seed < 400; seed++) {
      var backoff = new Backoff(1_000, 10_000, RandomGeneratorFactory.getDefault().create(seed));
      for (int n = 0; n < largest.length; n++) {
        long waitMs = backoff.nextDelayMs();
        assertThat(waitMs).as("seed %d", seed).isBetween(0L, Math.min(10_000L, 1_000L << n));
        largest[n] = Math.max(largest[n], waitMs);
        smallest = Math.min(smallest, waitMs);
      }
    }
    assertThat(largest[0]).isGreaterThan(900);
    assertThat(largest[2]).isGreaterThan(3_500);
    assertThat(largest[7]).isGreaterThan(9_500);
    assertThat(smallest).isLessThan(20);
  }

  @Test
  void many_failures_do_not_overflow() {
    var backoff = new Backoff(1_000, 60_000, RandomGeneratorFactory.getDefault().create(1));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.nextDelayMs()).isBetween(0L, 60_000L);
    }
  }

  @Test
  void without_jitter_every_wait_is_the_bound_itself() {
    var backoff =
        new Backoff(1_000, 5_000, RandomGeneratorFactory.getDefault().create(1)).withoutJitter();
    assertThat(LongStream.generate(backoff::nextDelayMs).limit(4))
        .containsExactly(1_000L, 2_000L, 4_000L, 5_000L);
  }

  @Test
  void a_cap_below_the_base_is_refused() {
    assertThatThrownBy(() -> new Backoff(10, 5, RandomGeneratorFactory.getDefault().create(1)))
        .hasMessageContaining("not 10 and 5");
  }
}
