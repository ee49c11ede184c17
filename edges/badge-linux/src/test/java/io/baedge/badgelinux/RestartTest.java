package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import io.baedge.screen.Frame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {
  @TempDir Path directory;

  private Path state() {
    return directory.resolve("state");
  }

  @Test
  void a_restart_shows_the_stored_picture_at_once_and_does_not_draw_it_again() throws Exception {
    byte[] picture;
    String device;
    try (RunningBadge badge = RunningBadge.start(state())) {
      badge.write("hardware");
      badge.settledOn("hardware");
      picture = badge.get("/v1/device/frame.png").bytes();
      device = badge.process.device().text();
    }
    // A panel so slow that a refresh would be seen: what is asked now comes from the card.
    try (RunningBadge badge = RunningBadge.start(state(), "panel_pace", "10")) {
      assertThat(badge.process.device().text()).isEqualTo(device);
      assertThat(badge.get("/v1/device/frame.png").bytes()).isEqualTo(picture);
      Await.until(
          "the new picture is compared",
          () -> badge.process.view().screen().counters().unchanged() > 0);
      assertThat(badge.get("/v1/status/screen").body()).endsWith("shows hardware, settled");
      assertThat(badge.panel.shown()).isEmpty();
      assertThat(badge.process.view().screen().counters().refreshes()).isZero();
    }
  }

  @Test
  void a_badge_that_is_worn_another_way_draws_the_same_picture_anew() throws Exception {
    byte[] picture;
    Frame onGlass;
    try (RunningBadge badge = RunningBadge.start(state())) {
      badge.settledOn("baedge");
      picture = badge.get("/v1/device/frame.png").bytes();
      onGlass = badge.panel.shown().orElseThrow();
    }
    try (RunningBadge badge = RunningBadge.start(state(), "panel_rotate", "180")) {
      badge.settledOn("baedge");
      Await.until("the glass is drawn anew", () -> badge.panel.shown().isPresent());
      assertThat(badge.panel.shown()).contains(onGlass.halfTurned());
      assertThat(badge.get("/v1/device/frame.png").bytes()).isEqualTo(picture);
      assertThat(badge.get("/v1/status/screen").body()).contains("turned by 180 degrees");
    }
    try (RunningBadge badge = RunningBadge.start(state(), "panel_rotate", "portrait")) {
      badge.settledOn("baedge");
      Frame upright = badge.process.view().screen().frame().orElseThrow();
      assertThat(upright.height()).isGreaterThan(upright.width());
    }
  }

  @Test
  void a_restart_raises_the_epoch_and_keeps_records_values_and_choice() throws Exception {
    long taken;
    try (RunningBadge badge = RunningBadge.start(state())) {
      badge.send("PUT", "/v1/values/queue", "text/plain", "12");
      badge.write("nomad");
      badge.settledOn("nomad");
      Await.until("records are taken", () -> badge.process.view().outbox().taken() >= 4);
      assertThat(badge.process.view().epoch()).isEqualTo(1);
      taken = badge.process.view().outbox().taken();
    }
    try (RunningBadge badge = RunningBadge.start(state())) {
      assertThat(badge.process.view().epoch()).isEqualTo(2);
      Await.until("the first readings are taken", () -> badge.process.view().outbox().taken() >= 4);
      assertThat(badge.process.view().outbox().waiting()).isGreaterThanOrEqualTo((int) taken + 4);
      assertThat(badge.get("/v1/values").body()).contains("\"queue\"", "\"12\"", "\"ageMs\": null");
      assertThat(badge.process.view().screen().wanted()).isEqualTo("nomad");
    }
  }

  @Test
  void damaged_small_files_are_told_and_left_behind() throws Exception {
    try (RunningBadge badge = RunningBadge.start(state())) {
      badge.settledOn("baedge");
    }
    Files.write(state().resolve("glass"), new byte[] {1, 2, 3});
    Files.write(state().resolve("local"), "nonsense".getBytes(StandardCharsets.UTF_8));
    try (RunningBadge badge = RunningBadge.start(state())) {
      badge.settledOn("baedge");
      assertThat(badge.logged()).contains("the saved picture cannot be read");
      assertThat(badge.get("/v1/status").body()).isEqualTo("OK");
    }
  }
}
