package io.baedge.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"0ms,0", "500ms,500", "30s,30000", "10m,600000", "2h,7200000", "1d,86400000"})
  void a_number_with_its_unit_is_a_duration(String text, long ms) {
    assertThat(Durations.parse(text)).contains(ms);
    assertThat(Durations.parse(" " + text + " ")).contains(ms);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-1s", "1.5h", "5 s", "5S", "1w", "1234567890s"})
  void anything_else_is_none(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Test
  void the_longest_that_can_be_written_does_not_overflow() {
    assertThat(Durations.parse("999999999d")).contains(999_999_999L * 86_400_000L);
  }
}
