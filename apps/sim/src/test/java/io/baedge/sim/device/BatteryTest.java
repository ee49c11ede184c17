package io.baedge.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.tier.PowerTier;
import io.baedge.sim.chance.Chance;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BatteryTest {
  private static final long HOUR_MS = 3_600_000;

  @Test
  void a_battery_drains_at_its_rate_and_charges_on_a_dock() {
    var battery = new Battery(80, 10, 0);

    assertThat(battery.percent(2 * HOUR_MS, true)).isCloseTo(60, within(1e-6));
    battery.dock(true, 2 * HOUR_MS);
    assertThat(battery.reading(2 * HOUR_MS + HOUR_MS / 3).batteryPercent()).isEqualTo(90);
    assertThat(battery.reading(3 * HOUR_MS).source()).isEqualTo(PowerSource.EXTERNAL);
    assertThat(battery.percent(9 * HOUR_MS, true)).isEqualTo(100);
  }

  @Test
  void a_device_without_power_drains_nothing() {
    var battery = new Battery(50, 10, 0);
    assertThat(battery.percent(3 * HOUR_MS, false)).isEqualTo(50);
  }

  @Test
  void a_board_that_saves_drains_less() {
    var battery = new Battery(20, 10, 0);
    battery.load(Drain.part(PowerTier.ESSENTIAL, false, 0), 0);
    assertThat(battery.percent(HOUR_MS, true)).isCloseTo(20 - 4.2, within(1e-6));
    battery.load(Drain.part(PowerTier.FULL, true, 0), HOUR_MS);
    assertThat(battery.percent(2 * HOUR_MS, true)).isCloseTo(5.8, within(1e-6));
  }

  @Test
  void batteries_are_handed_out_mostly_full_and_some_nearly_empty() {
    RandomGenerator random = new Chance(2).stream("battery");
    int low = 0;
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      double percent = Battery.handedOut(random, 0).percent(0, true);
      assertThat(percent).isBetween(3.0, 100.0);
      sum += percent;
      low += percent < 15 ? 1 : 0;
    }
    assertThat(sum / 1_000).isBetween(65.0, 80.0);
    assertThat(low).isBetween(15, 80);
  }
}
