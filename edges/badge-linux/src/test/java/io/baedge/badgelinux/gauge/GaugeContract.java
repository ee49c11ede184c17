package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every gauge that can fail does. */
abstract class GaugeContract {
  /** The gauge. */
  abstract Gauge gauge();

  /** The cell has that voltage, and feeds the board. */
  abstract void cell(int millivolts) throws IOException;

  /** What is measured is gone. */
  abstract void gone() throws IOException;

  @Test
  void a_cell_is_read_and_its_charge_follows_from_its_voltage() throws Exception {
    cell(3_600);
    Reading.Power low = power();
    cell(4_100);
    Reading.Power high = power();
    assertThat(low.batteryMv()).isBetween(3_595, 3_605);
    assertThat(high.batteryMv()).isBetween(4_095, 4_105);
    assertThat(low.batteryPercent()).isBetween(0, 60);
    assertThat(high.batteryPercent()).isBetween(80, 100);
    assertThat(low.source()).isNotEqualTo(PowerSource.EXTERNAL);
  }

  private Reading.Power power() throws GaugeFailed {
    return new Charge().of(gauge().read(), gauge().curve(), 0);
  }

  @Test
  void what_is_gone_is_told_in_a_sentence_and_read_again_when_it_is_back() throws Exception {
    cell(3_800);
    gone();
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(GaugeFailed.class)
          .isThrownBy(gauge()::read)
          .matches(e -> e.sentence().contains(";"), "says what to do");
    }
    cell(3_800);
    assertThat(power().batteryMv()).isBetween(3_795, 3_805);
  }

  @Test
  void a_voltage_that_no_cell_has_is_no_reading() throws Exception {
    cell(1_000);
    assertThatExceptionOfType(GaugeFailed.class)
        .isThrownBy(gauge()::read)
        .withMessageContaining("which no lithium cell has");
  }

  @Test
  void it_says_what_it_is() {
    assertThat(gauge().describe()).isNotBlank();
    assertThat(gauge().atOnce()).isFalse();
  }
}
