package io.baedge.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  @Test
  void lets_a_burst_through_and_then_the_rate() {
    var bucket = new TokenBucket(5, 10, 0);
    int taken = 0;
    for (long ms = 0; ms < 2_000; ms++) {
      taken += bucket.tryTake(ms) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(19);
  }

  @Test
  void debt_is_paid_back_first_and_has_a_floor() {
    var bucket = new TokenBucket(1, 1, -2, 0);
    bucket.charge(100, 0);
    assertThat(bucket.level(0)).isEqualTo(-2);
    assertThat(bucket.msUntilNext(0)).isEqualTo(3_000);
    assertThat(bucket.tryTake(2_900)).isFalse();
    assertThat(bucket.tryTake(3_001)).isTrue();
  }

  @Test
  void a_clock_that_stands_still_gives_nothing() {
    var bucket = new TokenBucket(1_000, 1, 50);
    assertThat(bucket.tryTake(50)).isTrue();
    assertThat(bucket.tryTake(50)).isFalse();
    assertThat(bucket.tryTake(40)).isFalse();
  }
}
