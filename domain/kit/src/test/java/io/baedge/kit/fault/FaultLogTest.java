package io.baedge.kit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultLogTest {
  @Test
  void each_kind_is_kept_once_and_the_longest_silent_makes_room() {
    var log = new FaultLog(2);
    assertThat(log.note("busy", "stuck for 20 s", 1)).isTrue();
    assertThat(log.note("busy", "stuck for 25 s", 5)).isFalse();
    assertThat(log.note("spi", "short write", 3)).isTrue();
    assertThat(log.note("dns", "no answer", 9)).isTrue();
    assertThat(log.faults())
        .containsExactly(
            new FaultLog.Fault("dns", "no answer", 1, 9, 9),
            new FaultLog.Fault("busy", "stuck for 25 s", 2, 1, 5));
    assertThat(log.forgottenKinds()).isEqualTo(1);
  }
}
