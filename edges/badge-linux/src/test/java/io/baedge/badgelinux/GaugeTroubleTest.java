package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.gauge.Boards;
import io.baedge.badgelinux.gauge.GaugeFailed;
import io.baedge.badgelinux.kernel.FakeChip;
import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.mqtt.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole badge with a gauge on a kernel that fails when told to. */
final class GaugeTroubleTest {
  @TempDir Path directory;

  private final FakeKernel kernel = Boards.kernel();
  private final AtomicInteger halts = new AtomicInteger();

  private RunningBadge badge(String... settings) throws BadgeStartFailed {
    return RunningBadge.on(
        () -> kernel, halts::incrementAndGet, directory.resolve("state"), settings);
  }

  @Test
  void a_gauge_that_fails_is_told_and_comes_back_and_HTTP_stays_up() throws Exception {
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    try (RunningBadge badge = badge("gauge", "pisugar3")) {
      badge.awaitPower("\"batteryPercent\": 88");
      for (int errno : new int[] {5, 121, 16}) {
        kernel.failures.put("i2c 57", errno);
        badge.awaitPower("\"problem\": \"");
        assertThat(badge.get("/v1/status").status()).isEqualTo(200);
        assertThat(badge.get("/v1/metrics").body())
            .containsPattern("baedge_badge_gauge_failures_total [1-9]");
        kernel.failures.clear();
        badge.awaitPower("\"batteryPercent\": 88");
        assertThat(badge.get("/v1/status/power").body()).doesNotContain("\"problem\"");
      }
    }
  }

  @Test
  void a_board_without_the_bus_says_which_line_enables_it() throws Exception {
    kernel.devices.clear();
    try (RunningBadge badge = badge("gauge", "ina219")) {
      badge.awaitPower("dtparam=i2c_arm=on in /boot/firmware/config.txt");
      assertThat(badge.get("/v1/status").status()).isEqualTo(200);
    }
  }

  @Test
  void the_board_and_its_Wi_Fi_have_a_status() throws Exception {
    Path root = RunningBadge.root(directory.resolve("state"));
    Files.createDirectories(root.resolve("proc/device-tree"));
    Files.writeString(root.resolve("proc/device-tree/model"), "Raspberry Pi Zero 2 W Rev 1.0\0");
    try (RunningBadge badge = badge()) {
      assertThat(badge.get("/v1/status/board").body())
          .contains("\"model\": \"Raspberry Pi Zero 2 W Rev 1.0\"", "\"throttled\": null")
          .contains("\"freeStorageMb\": ");
      assertThat(badge.get("/v1/status/uplink").body()).contains("\"networkManager\": false");
    }
  }

  @Test
  void mains_is_power_from_outside_at_once() throws Exception {
    try (RunningBadge badge = badge("gauge", "mains")) {
      assertThat(badge.get("/v1/status/power").body())
          .contains("\"source\": \"external\"", "\"tier\": \"full\"");
    }
  }

  @Test
  void an_empty_badge_naps_by_the_clock_of_its_PiSugar_with_the_name_on_the_glass()
      throws Exception {
    FakeChip chip = Boards.piSugar3(3_110);
    kernel.chips.put(0x57, chip);
    try (RunningBadge badge =
        badge("gauge", "pisugar3", "tiers.alarm", "gauge", "wearer.name", "Ada")) {
      Await.until("the board is halted", () -> halts.get() == 1);
      // What others see of the badge is written down after its orders have gone out.
      Await.until(
          "the last picture is on the glass",
          () -> badge.process.view().screen().glass().screen().equals("last-gasp"));
      // Noon and half an hour, and the power is cut a minute later.
      assertThat(chip.get(0x45)).isEqualTo(0x12);
      assertThat(chip.get(0x46)).isEqualTo(0x30);
      assertThat(chip.get(0x02) & 0x20).isZero();
      assertThat(badge.get("/v1/status/power").status()).isEqualTo(200);
    }
  }

  @Test
  void a_board_that_cannot_be_halted_keeps_its_power_and_stays_in_last_gasp() throws Exception {
    FakeChip chip = Boards.piSugar3(3_110);
    kernel.chips.put(0x57, chip);
    RunningBadge badge =
        RunningBadge.on(
            () -> kernel,
            () -> {
              throw new GaugeFailed("systemctl poweroff is refused; allow it");
            },
            directory.resolve("state"),
            "gauge",
            "pisugar3",
            "tiers.alarm",
            "gauge",
            "wearer.name",
            "Ada");
    try (badge) {
      badge.awaitPower("systemctl poweroff is refused");
      assertThat(badge.get("/v1/status/power").body()).contains("\"tier\": \"last-gasp\"");
      assertThat(chip.get(0x02) & 0x20).isNotZero();
      assertThat(chip.get(0x40) & 0x80).isZero();
    }
  }

  @Test
  void a_gauge_without_a_clock_says_why_the_badge_does_not_nap() throws Exception {
    kernel.chips.put(0x43, Boards.upsHat(3_300, -200));
    try (RunningBadge badge =
        badge("gauge", "ina219", "tiers.alarm", "gauge", "wearer.name", "Ada")) {
      badge.awaitPower("there is no clock that wakes the board (UPS HAT (C)");
      assertThat(halts).hasValue(0);
    }
  }
}
