package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.mqtt.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole badge whose keys are pressed. */
final class ButtonsTest {
  private static final String KEYS = "5, 6, 13, 19";

  @TempDir Path directory;

  private final FakeKernel kernel = new FakeKernel();

  private RunningBadge badge(String... settings) throws Exception {
    kernel.devices.put("/dev/gpiochip0", "pinctrl-bcm2835");
    Path state = directory.resolve("state");
    chipIn(RunningBadge.root(state));
    return RunningBadge.on(() -> kernel, () -> {}, state, settings);
  }

  private static void chipIn(Path root) throws IOException {
    Files.createDirectories(root.resolve("dev"));
    Files.createFile(root.resolve("dev/gpiochip0"));
  }

  private void press(int line) {
    kernel.edges.add(-line);
    kernel.edges.add(line);
  }

  private static void await(RunningBadge badge, String words) {
    Await.until(
        "the buttons tell " + words, () -> badge.get("/v1/device/buttons").body().contains(words));
  }

  @Test
  void a_key_of_the_HAT_shows_its_screen() throws Exception {
    try (RunningBadge badge = badge("buttons.keys", KEYS)) {
      badge.settledOn("baedge");
      press(13);
      badge.settledOn("conference");
      press(19);
      badge.settledOn("hardware");
      await(badge, "\"presses\": 2");
      assertThat(badge.get("/v1/device/buttons").body()).contains("GPIO 5, 6, 13, 19");
    }
  }

  @Test
  void a_key_that_is_held_shows_which_badge_it_is() throws Exception {
    try (RunningBadge badge = badge("buttons.keys", KEYS)) {
      badge.settledOn("baedge");
      kernel.edges.add(-5);
      badge.settledOn("identify");
      kernel.edges.add(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ioctl c250b407,16,is in use by another program",
    "open /dev/gpiochip0,13,add it to the group gpio",
    "poll,19,has gone away",
    "poll,5,answers with an I/O error"
  })
  void keys_in_trouble_are_told_and_work_again_when_the_cause_is_gone(
      String call, int errno, String words) throws Exception {
    try (RunningBadge badge = badge("buttons.keys", KEYS)) {
      badge.settledOn("baedge");
      if (!call.equals("poll")) {
        kernel.failures.put("poll", 19); // so that the lines are asked for anew
      }
      kernel.failures.put(call, errno);
      await(badge, words);
      assertThat(badge.get("/v1/status").status()).isEqualTo(200);
      assertThat(badge.get("/v1/metrics").body())
          .containsPattern("baedge_badge_key_failures_total [1-9]");
      kernel.failures.clear();
      Await.until(
          "the keys are well",
          () -> !badge.get("/v1/device/buttons").body().contains("\"problem\""));
      press(6);
      badge.settledOn("schedule");
    }
  }

  @Test
  void anybody_can_press_a_button_without_a_HAT() throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"))) {
      badge.settledOn("baedge");
      assertThat(badge.http("POST", "/v1/device/buttons/4").status()).isEqualTo(200);
      badge.settledOn("hardware");
      RawHttp.Answer held =
          badge.send(
              "POST", "/v1/device/buttons/1", "application/x-www-form-urlencoded", "press=hold");
      assertThat(held.status()).isEqualTo(200);
      badge.settledOn("identify");
      RawHttp.Answer none = badge.http("POST", "/v1/device/buttons/9");
      assertThat(none.status()).isEqualTo(400);
      assertThat(none.body()).isEqualTo("there is no button 9; there are buttons 1 to 4");
      assertThat(badge.http("POST", "/v1/device/buttons/10").status()).isEqualTo(405);
      assertThat(badge.get("/v1/device/buttons").body())
          .contains("\"keys\": \"none\"", "\"press\": \"wearer\"", "\"hold\": \"identify\"");
    }
  }

  @Test
  void what_buttons_do_is_a_setting() throws Exception {
    try (RunningBadge badge =
        RunningBadge.start(
            directory.resolve("state"),
            "buttons.press",
            "next, hardware",
            "buttons.hold",
            "none")) {
      badge.settledOn("baedge");
      badge.http("POST", "/v1/device/buttons/2");
      badge.settledOn("hardware");
      badge.http("POST", "/v1/device/buttons/1");
      badge.settledOn("wearer");
      assertThat(badge.http("POST", "/v1/device/buttons/3").status()).isEqualTo(400);
    }
  }
}
