package io.baedge.badge.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import org.junit.jupiter.api.Test;

class PowerTest {
  private final Power power = new Power(10);

  @Test
  void before_the_first_reading_nothing_is_known_and_nothing_is_low() {
    assertThat(power.view(5)).isEqualTo(new PowerView(java.util.Optional.empty(), -1, false));
    assertThat(power.level()).isEmpty();
  }

  @Test
  void an_unknown_level_is_never_low() {
    power.read(new Reading.Power(Reading.UNKNOWN, 3_300, PowerSource.BATTERY), 0);
    assertThat(power.low()).isFalse();
    assertThat(power.level()).isEmpty();
  }

  @Test
  void a_draining_battery_is_low_from_the_guard_level_on() {
    power.read(new Reading.Power(11, 3_600, PowerSource.BATTERY), 0);
    assertThat(power.low()).isFalse();
    power.read(new Reading.Power(10, 3_600, PowerSource.BATTERY), 0);
    assertThat(power.low()).isTrue();
  }

  @Test
  void a_fed_battery_is_not_low() {
    power.read(new Reading.Power(3, 3_600, PowerSource.EXTERNAL), 0);
    assertThat(power.low()).isFalse();
  }

  @Test
  void the_view_tells_the_age_of_the_reading() {
    power.read(new Reading.Power(50, 3_800, PowerSource.UNKNOWN), 1_000);
    assertThat(power.view(4_000).ageMs()).isEqualTo(3_000);
  }

  @Test
  void the_level_for_people_moves_in_steps() {
    assertThat(power.read(new Reading.Power(50, 0, PowerSource.BATTERY), 0)).isTrue();
    assertThat(power.read(new Reading.Power(47, 0, PowerSource.BATTERY), 0)).isFalse();
    assertThat(power.level()).isEqualTo("50 %");
    assertThat(power.read(new Reading.Power(45, 0, PowerSource.BATTERY), 0)).isTrue();
    assertThat(power.level()).isEqualTo("45 %");
  }
}
