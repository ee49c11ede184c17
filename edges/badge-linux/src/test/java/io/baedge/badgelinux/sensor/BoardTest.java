package io.baedge.badgelinux.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoardTest {
  private static final int UNKNOWN = Reading.UNKNOWN;
  private static final String SUPPLIES = "sys/class/power_supply/";

  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private Reading.Power power() {
    return (Reading.Power) readings().getFirst();
  }

  private Reading.Radio radio() {
    return (Reading.Radio) readings().get(1);
  }

  private Reading.Board board() {
    return (Reading.Board) readings().getLast();
  }

  private List<Reading> readings() {
    return new Board(root, root).readings();
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
    assertThat(radio()).isEqualTo(new Reading.Radio(UNKNOWN, UNKNOWN, ""));
    assertThat(board().temperatureDeciC()).isEqualTo(UNKNOWN);
    assertThat(board().freeMemoryMb()).isEqualTo(UNKNOWN);
    assertThat(board().freeStorageMb()).isPositive();
    assertThat(new Board(root, root).memoryMb()).isZero();
    assertThat(new Board(root, root).linkUp()).isTrue();
  }

  @Test
  void a_state_directory_that_is_gone_has_no_free_space_to_tell() {
    var board = (Reading.Board) new Board(root, root.resolve("gone")).readings().getLast();
    assertThat(board.freeStorageMb()).isEqualTo(UNKNOWN);
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

  @ParameterizedTest
  @CsvSource({"-52.,-52", "-52,-52", "0.,", "204.,", "-300.,", "junk,"})
  void signal_strength_is_read_where_it_is_in_dBm(String level, Integer dbm) throws IOException {
    file(
        "proc/net/wireless",
        """
        Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
         face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
         wlan0: 0000   58.  %s  -256        0      0      0      0      0        0"""
            .replace("%s", level));
    assertThat(radio().rssiDbm()).isEqualTo(dbm == null ? UNKNOWN : dbm);
  }

  @Test
  void memory_and_temperature_are_read() throws IOException {
    file("proc/meminfo", "MemTotal:         434016 kB\nMemFree: 1 kB\nMemAvailable: 204800 kB");
    file("sys/class/thermal/thermal_zone0/temp", "48312");
    assertThat(board().temperatureDeciC()).isEqualTo(483);
    assertThat(board().freeMemoryMb()).isEqualTo(200);
    assertThat(new Board(root, root).memoryMb()).isEqualTo(423);
  }

  @Test
  void the_link_is_down_only_when_every_interface_but_loopback_says_so() throws IOException {
    file("sys/class/net/lo/operstate", "unknown");
    assertThat(new Board(root, root).linkUp()).isTrue();
    file("sys/class/net/wlan0/operstate", "down");
    assertThat(new Board(root, root).linkUp()).isFalse();
    file("sys/class/net/eth0/operstate", "dormant");
    assertThat(new Board(root, root).linkUp()).isFalse();
    file("sys/class/net/eth0/operstate", "up");
    assertThat(new Board(root, root).linkUp()).isTrue();
    file("sys/class/net/eth0/operstate", "down");
    file("sys/class/net/tun0/operstate", "unknown");
    assertThat(new Board(root, root).linkUp()).isTrue();
  }

  @Test
  void this_machine_can_be_read() {
    assertThat(new Board(Path.of("/"), root).readings()).hasSize(3);
    assertThat(new Board(Path.of("/"), root).memoryMb()).isGreaterThan(64);
  }
}
