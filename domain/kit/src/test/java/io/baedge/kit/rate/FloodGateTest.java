package io.baedge.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FloodGateTest {
  @Test
  void ten_times_the_rate_passes_in_a_second_and_not_one_more() {
    var gate = new FloodGate(50);
    for (int i = 0; i < 500; i++) {
      assertThat(gate.letsThrough(1_000 + i)).isTrue();
    }
    assertThat(gate.letsThrough(1_999)).isFalse();
    assertThat(gate.turnedAway()).isEqualTo(1);
    assertThat(gate.letsThrough(2_000)).isTrue();
  }

  @Test
  void a_rate_of_nothing_is_refused() {
    assertThatThrownBy(() -> new FloodGate(0)).hasMessageContaining("not 0.0");
  }
}
