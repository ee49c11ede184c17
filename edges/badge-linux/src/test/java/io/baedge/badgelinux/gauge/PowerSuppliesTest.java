package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PowerSuppliesTest {
  private static final int UNKNOWN = Reading.UNKNOWN;
  private static final String SUPPLIES = "sys/class/power_supply/";

  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private Reading.Power power() {
    var supplies = new PowerSupplies(root);
    return new Charge().of(supplies.read(), supplies.curve(), 0);
  }

  private void battery(String status, String capacity, String microvolts) throws IOException {
    file(SUPPLIES + "BAT0/type", "Battery");
    file(SUPPLIES + "BAT0/status", status);
    file(SUPPLIES + "BAT0/capacity", capacity);
    file(SUPPLIES + "BAT0/voltage_now", microvolts);
  }

  @Test
  void where_the_kernel_says_nothing_everything_is_unknown() {
    assertThat(power()).isEqualTo(new Reading.Power(UNKNOWN, UNKNOWN, PowerSource.UNKNOWN));
  }

  @Test
  void a_driver_without_a_percentage_is_judged_by_its_voltage() throws IOException {
    file(SUPPLIES + "BAT0/type", "Battery");
    file(SUPPLIES + "BAT0/status", "Discharging");
    file(SUPPLIES + "BAT0/voltage_now", "3840000");
    assertThat(power()).isEqualTo(new Reading.Power(50, 3_840, PowerSource.BATTERY));
  }

  @ParameterizedTest
  @CsvSource({
    "Discharging,BATTERY",
    "Charging,EXTERNAL",
    "Full,EXTERNAL",
    "Not charging,UNKNOWN",
    "Unknown,UNKNOWN"
  })
  void a_battery_tells_charge_voltage_and_whether_it_feeds(String status, PowerSource source)
      throws IOException {
    battery(status, "57", "3712345");
    assertThat(power()).isEqualTo(new Reading.Power(57, 3_712, source));
  }

  @Test
  void a_plug_counts_whatever_its_name_sorts_to() throws IOException {
    battery("Discharging", "57", "3712345");
    file(SUPPLIES + "AC/type", "Mains");
    file(SUPPLIES + "AC/online", "1");
    assertThat(power().source()).isEqualTo(PowerSource.EXTERNAL);
    file(SUPPLIES + "AC/online", "0");
    assertThat(power().source()).isEqualTo(PowerSource.BATTERY);
    file(SUPPLIES + "usb/type", "USB");
    file(SUPPLIES + "usb/online", "1");
    assertThat(power().source()).isEqualTo(PowerSource.EXTERNAL);
  }

  @Test
  void the_battery_of_a_mouse_is_not_the_badges() throws IOException {
    file(SUPPLIES + "hid-1/type", "Battery");
    file(SUPPLIES + "hid-1/scope", "Device");
    file(SUPPLIES + "hid-1/capacity", "5");
    assertThat(power().batteryPercent()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "abc,abc",
    "'',''",
    "99999999999999999999,99999999999999999999",
    "300000,999999999999"
  })
  void nonsense_in_a_file_stays_unknown(String capacity, String microvolts) throws IOException {
    battery("Discharging", capacity, microvolts);
    assertThat(power()).isEqualTo(new Reading.Power(UNKNOWN, UNKNOWN, PowerSource.BATTERY));
  }

  @Test
  void a_gauge_beyond_its_scale_is_clamped() throws IOException {
    battery("Charging", "104", "4200000");
    assertThat(power().batteryPercent()).isEqualTo(100);
  }
}
