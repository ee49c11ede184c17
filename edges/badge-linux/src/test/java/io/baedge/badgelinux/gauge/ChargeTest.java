package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChargeTest {
  private static final int UNKNOWN = Reading.UNKNOWN;

  private final Charge charge = new Charge();

  private int percent(int millivolts, int milliamps, PowerSource source, long monoMs) {
    var reading = new GaugeReading(UNKNOWN, millivolts, milliamps, source);
    return charge.of(reading, ChargeCurve.ANY_CELL, monoMs).batteryPercent();
  }

  @ParameterizedTest
  @CsvSource({"4300,100", "4160,100", "4105,98", "4050,95", "3790,26", "3100,0", "3000,0"})
  void the_curve_of_a_PiSugar_2_is_linear_between_its_points(int millivolts, int percent) {
    assertThat(ChargeCurve.PISUGAR_2.percent(millivolts)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"4100,100", "3900,88", "3700,65", "3490,26", "3320,5", "3099,0"})
  void the_curve_of_a_PiSugar_3_is_its_makers(int millivolts, int percent) {
    assertThat(ChargeCurve.PISUGAR_3.percent(millivolts)).isEqualTo(percent);
  }

  @Test
  void every_curve_falls_with_the_voltage() {
    for (ChargeCurve curve :
        new ChargeCurve[] {ChargeCurve.PISUGAR_2, ChargeCurve.PISUGAR_3, ChargeCurve.ANY_CELL}) {
      for (int mv = 3_000; mv < 4_300; mv++) {
        assertThat(curve.percent(mv)).isLessThanOrEqualTo(curve.percent(mv + 1));
      }
    }
  }

  @Test
  void a_load_is_reckoned_out_of_the_voltage() {
    // 400 mA over 0.15 ohm hide 60 mV.
    assertThat(percent(3_780, 400, PowerSource.BATTERY, 0)).isEqualTo(50);
    assertThat(percent(3_780, UNKNOWN, PowerSource.BATTERY, 0)).isEqualTo(33);
  }

  @Test
  void a_curve_made_under_a_load_is_left_alone_at_that_load() {
    var reading = new GaugeReading(UNKNOWN, 3_700, 250, PowerSource.BATTERY);
    assertThat(charge.of(reading, ChargeCurve.PISUGAR_3, 0).batteryPercent()).isEqualTo(65);
  }

  @Test
  void load_steps_teach_the_resistance_of_this_cell() {
    for (int i = 0; i < 6; i++) {
      boolean busy = i % 2 == 1;
      percent(busy ? 3_740 : 3_800, busy ? 400 : 100, PowerSource.BATTERY, i * 5_000L);
    }
    assertThat(charge.milliohm()).isEqualTo(200);
  }

  @Test
  void a_step_that_cannot_be_is_not_learned() {
    for (int i = 0; i < 20; i++) {
      percent(i % 2 == 0 ? 3_000 : 4_200, i % 2 == 0 ? 100 : 400, PowerSource.BATTERY, i * 5_000L);
    }
    assertThat(charge.milliohm()).isEqualTo(Charge.FIRST_MILLIOHM);
  }

  @Test
  void while_it_is_charged_the_charge_from_before_stays_and_then_nobody_can_tell() {
    assertThat(percent(3_840, UNKNOWN, PowerSource.EXTERNAL, 0)).isEqualTo(UNKNOWN);
    assertThat(percent(3_840, UNKNOWN, PowerSource.BATTERY, 1_000)).isEqualTo(50);
    assertThat(percent(4_100, UNKNOWN, PowerSource.EXTERNAL, 2_000)).isEqualTo(50);
    long late = 1_000 + Charge.FROZEN_MS;
    assertThat(percent(4_150, UNKNOWN, PowerSource.EXTERNAL, late)).isEqualTo(UNKNOWN);
    assertThat(percent(4_110, UNKNOWN, PowerSource.BATTERY, late + 1_000)).isEqualTo(90);
  }

  @Test
  void what_the_gauge_knows_itself_is_not_doubted_and_nothing_is_made_up() {
    var known = new GaugeReading(37, 4_200, UNKNOWN, PowerSource.BATTERY);
    assertThat(charge.of(known, ChargeCurve.ANY_CELL, 0).batteryPercent()).isEqualTo(37);
    assertThat(charge.of(GaugeReading.NOTHING, ChargeCurve.ANY_CELL, 0))
        .isEqualTo(new Reading.Power(UNKNOWN, UNKNOWN, PowerSource.UNKNOWN));
  }
}
