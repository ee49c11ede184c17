package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badgelinux.kernel.FakeChip;
import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutoGaugeTest {
  @TempDir Path root;

  private final FakeKernel kernel = Boards.kernel();
  private long nowMs;
  private AutoGauge gauge;

  @BeforeEach
  void gauge() throws IOException {
    gauge = new AutoGauge(root, () -> kernel, () -> nowMs);
    file("dev/i2c-1", "");
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void each_board_is_found_by_itself() throws Exception {
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    assertThat(gauge.read().millivolts()).isEqualTo(3_900);
    assertThat(gauge.describe()).isEqualTo("PiSugar 3 on I2C");

    gauge();
    kernel.chips.clear();
    kernel.chips.put(0x43, Boards.upsHat(3_900, -100));
    assertThat(gauge.read().milliamps()).isEqualTo(100);
    assertThat(gauge.describe()).startsWith("UPS HAT (C)");

    gauge();
    kernel.chips.clear();
    kernel.chips.put(0x75, Boards.piSugar2(3_900));
    gauge.read();
    assertThat(gauge.describe()).isEqualTo("PiSugar 2 on I2C");

    gauge();
    kernel.chips.put(0x75, Boards.piSugar2Pro(3_900));
    gauge.read();
    assertThat(gauge.describe()).isEqualTo("PiSugar 2 Pro on I2C");
  }

  @Test
  void a_driver_of_the_kernel_is_preferred_and_its_chip_left_alone() throws Exception {
    file("sys/class/power_supply/BAT0/type", "Battery");
    file("sys/class/power_supply/BAT0/capacity", "61");
    kernel.failures.put("open /dev/i2c-1", 5);
    assertThat(gauge.atOnce()).as("a chip on a slow bus may be behind the file").isFalse();
    assertThat(gauge.read().percent()).isEqualTo(61);
  }

  @Test
  void a_chip_that_a_driver_owns_is_not_asked() throws Exception {
    file("sys/bus/i2c/devices/1-0057/driver", "");
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    assertThat(gauge.read()).isEqualTo(GaugeReading.NOTHING);
    assertThat(gauge.describe()).isEqualTo("no gauge was found");
  }

  @Test
  void other_chips_at_the_same_addresses_are_not_taken_for_gauges_and_nothing_is_written()
      throws Exception {
    FakeChip memory = FakeChip.ofBytes(); // of a clock module, also at 0x57
    FakeChip erased = FakeChip.ofBytes();
    for (int i = 0; i < 256; i++) {
      erased.with(i, 0xFF);
    }
    FakeChip expander = FakeChip.ofBytes().with(0, 0xFF, 0xFF);
    for (FakeChip other : new FakeChip[] {memory, erased}) {
      gauge();
      kernel.chips.put(0x57, other);
      kernel.chips.put(0x43, FakeChip.ofWords().with(0, 0xFFFF).with(2, 0xFFFF));
      kernel.chips.put(0x75, expander);
      assertThat(gauge.read()).isEqualTo(GaugeReading.NOTHING);
      assertThat(other.writes).isEmpty();
      assertThat(expander.writes).isEmpty();
    }
  }

  @Test
  void a_server_that_starts_later_is_found_and_the_bus_is_looked_at_less_and_less()
      throws Exception {
    for (int i = 0; i < 4_000; i++) {
      gauge.read();
      nowMs += 1_000;
    }
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    int looks = 0;
    while (gauge.read().millivolts() == Reading.UNKNOWN) {
      nowMs += 1_000;
      looks++;
    }
    assertThat(looks)
        .as("seconds until the next look, which came every 5 at first")
        .isGreaterThan(60)
        .isLessThanOrEqualTo(300);
    kernel.chips.clear();
    gauge();
    assertThat(gauge.read()).isEqualTo(GaugeReading.NOTHING);
    try (FakePiSugarServer server = FakePiSugarServer.on(root)) {
      server.say("battery_v", "3.8").say("battery", "77");
      assertThat(gauge.read().percent()).isEqualTo(77);
    }
  }

  @Test
  void a_server_whose_socket_is_in_another_tmp_is_asked_over_TCP() throws Exception {
    file("etc/pisugar-server/config.json", "{}");
    try (FakePiSugarServer tcp = FakePiSugarServer.onTcp()) {
      tcp.say("battery_v", "3.8").say("battery", "77");
      gauge = new AutoGauge(root, () -> kernel, () -> nowMs, new PiSugarServer(root, tcp.port()));
      assertThat(gauge.atOnce()).isFalse();
      assertThat(gauge.read().percent()).isEqualTo(77);
    }
  }

  @Test
  void the_bus_is_left_to_an_installed_server_for_as_long_as_it_may_need_to_start()
      throws Exception {
    file("etc/pisugar-server/config.json", "{}");
    gauge = new AutoGauge(root, () -> kernel, () -> nowMs, new PiSugarServer(root, 1));
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    while (gauge.read().millivolts() == Reading.UNKNOWN) {
      nowMs += 1_000;
    }
    assertThat(nowMs).isBetween(120_000L, 180_000L);
    assertThat(gauge.describe()).isEqualTo("PiSugar 3 on I2C");
  }

  @Test
  void a_gauge_that_fails_is_kept_until_it_has_failed_very_often() throws Exception {
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    gauge.read();
    kernel.chips.clear();
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(GaugeFailed.class).isThrownBy(gauge::read);
    }
    nowMs += 600_000;
    assertThat(gauge.read().source()).isEqualTo(PowerSource.UNKNOWN);
    assertThat(gauge.describe()).isEqualTo("no gauge was found");
  }

  @Test
  void a_bus_that_may_not_be_used_is_told() throws Exception {
    kernel.failures.put("open /dev/i2c-1", 13);
    assertThat(gauge.read()).isEqualTo(GaugeReading.NOTHING);
    assertThat(gauge.describe()).contains("add it to the group i2c");
  }
}
