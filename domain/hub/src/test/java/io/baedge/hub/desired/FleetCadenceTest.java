package io.baedge.hub.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.desired.Cadence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetCadenceTest {
  /** methods.md 1.1: 0.6 N/C from 10 to 60 s with slots, 1.2 N/C from 10 to 120 s without. */
  @ParameterizedTest
  @CsvSource({
    "600, 50, 10000, 14400",
    "10000, 200, 30000, 60000",
    "100000, 1000, 60000, 120000",
    "1000000, 1000, 60000, 120000",
  })
  void the_longest_wait_follows_the_time_that_the_hub_needs_for_all(
      int badges, int perS, long slotsMs, long brokerMs) {
    Cadence slots = FleetCadence.of(badges, new Capacity(perS, 200));
    Cadence broker = FleetCadence.of(badges, new Capacity(perS, 200, false));
    assertThat((double) slots.backoffCapMs()).isBetween(0.97 * slotsMs, 1.04 * slotsMs);
    assertThat((double) broker.backoffCapMs()).isBetween(0.97 * brokerMs, 1.04 * brokerMs);
  }

  @Test
  void the_window_is_never_more_than_a_few_percent_from_the_right_one_and_changes_seldom() {
    long before = 0;
    int changes = 0;
    for (int badges = 600; badges <= 20_000; badges++) {
      long windowMs = FleetCadence.of(badges, new Capacity(50, 200)).reconnectWindowMs();
      double right = 1.05 * 1_000 * badges / 50;
      assertThat(windowMs / right).as("%d badges", badges).isBetween(0.96, 1.04);
      changes += windowMs == before ? 0 : 1;
      before = windowMs;
    }
    assertThat(changes).isLessThan(65);
  }
}
