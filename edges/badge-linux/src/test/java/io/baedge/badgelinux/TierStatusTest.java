package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a badge process tells and does in its tiers. */
final class TierStatusTest {
  @TempDir Path directory;

  private RunningBadge badge(String capacity, String... settings) throws Exception {
    battery(capacity);
    String[] all = new String[settings.length + 2];
    all[0] = "wearer.name";
    all[1] = "Ada";
    System.arraycopy(settings, 0, all, 2, settings.length);
    return RunningBadge.start(directory.resolve("state"), all);
  }

  private void battery(String capacity) throws IOException {
    Path supply = directory.resolve("state-kernel/sys/class/power_supply/BAT0");
    Files.createDirectories(supply);
    Files.writeString(supply.resolve("type"), "Battery\n");
    Files.writeString(supply.resolve("status"), "Discharging\n");
    Files.writeString(supply.resolve("capacity"), capacity + "\n");
  }

  @Test
  void the_status_tells_both_tiers_why_and_what_is_switched_off() throws Exception {
    try (RunningBadge badge = badge("15")) {
      assertThat(badge.get("/v1/status/power").body())
          .contains("\"tier\": \"essential\"")
          .contains("the battery holds 15 %")
          .contains("workloads: stop", "screens: only wearer", "radio: duty");
      assertThat(badge.get("/v1/status/uplink").body())
          .contains("\"tier\": \"offline\"", "no hub is configured");
    }
  }

  @Test
  void a_board_without_a_gauge_says_that_nobody_can_tell() throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"))) {
      assertThat(badge.get("/v1/status/power").body())
          .contains("\"tier\": \"unknown\"", "nobody can tell what the battery holds")
          .contains("\"switchedOff\": []");
    }
  }

  @Test
  void a_battery_below_the_guard_level_is_told_by_the_local_api_and_the_name_stays()
      throws Exception {
    try (RunningBadge badge = badge("2")) {
      badge.settledOn("last-gasp");
      assertThat(badge.get("/v1/status/power").body())
          .contains("\"guarded\": true", "it works again from 6 % on");
      assertThat(badge.write("schedule").status()).isEqualTo(503);
      assertThat(badge.write("schedule").body()).contains("takes no orders in power tier");
    }
  }

  @Test
  void a_screen_that_the_tier_does_not_show_is_503_with_a_sentence() throws Exception {
    try (RunningBadge badge = badge("15")) {
      RawHttp.Answer answer = badge.write("schedule");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("power tier essential shows only wearer");
      assertThat(badge.write("wearer").status()).isEqualTo(200);
    }
  }

  @Test
  void an_emulated_board_powers_down_with_the_name_on_the_glass_and_tells_when_it_wakes()
      throws Exception {
    try (RunningBadge badge = badge("2", "tiers.alarm", "emulated")) {
      assertThat(badge.process.awaitEnd()).isEmpty();
      assertThat(badge.process.wakesInMs()).hasValue(1_800_000);
      assertThat(badge.process.view().screen().glass().screen()).isEqualTo("last-gasp");
    }
  }

  @Test
  void where_the_local_api_is_off_only_the_reason_is_told() throws Exception {
    try (RunningBadge badge = badge("15", "tiers.essential.local_api", "off")) {
      Await.until("measured", () -> badge.process.view().power().last().isPresent());
      assertThat(badge.get("/v1/status").status()).isEqualTo(503);
      assertThat(badge.get("/v1/status/power").status()).isEqualTo(200);
    }
  }
}
