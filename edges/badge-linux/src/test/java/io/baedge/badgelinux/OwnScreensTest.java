package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnScreensTest {
  @TempDir Path directory;

  @Test
  void an_own_screen_is_shown_drawn_anew_when_its_file_changes_and_stays_when_it_is_bad()
      throws Exception {
    Path folder = Files.createDirectory(directory.resolve("screens"));
    Path lunch = folder.resolve("lunch.yaml");
    Files.writeString(lunch, "layout: {text: Soup, size: 40}");
    try (RunningBadge badge =
        RunningBadge.start(directory.resolve("state"), "screens.folder", folder.toString())) {
      assertThat(badge.write("lunch").status()).isEqualTo(200);
      badge.settledOn("lunch");
      String first = badge.process.view().screen().glass().hash();
      Files.writeString(lunch, "layout: {text: Salad, size: 40}");
      Await.until(
          "the glass shows the new layout",
          () -> {
            String hash = badge.process.view().screen().glass().hash();
            return !hash.isEmpty() && !hash.equals(first);
          });
      String second = badge.process.view().screen().glass().hash();
      Files.writeString(lunch, "layout: {text: Salad, size: 4000}");
      Await.until(
          "the mistake is told",
          () -> badge.get("/v1/device/screens").body().contains("lunch.yaml, line 1, column "));
      Await.until(
          "the mistake is logged",
          () -> badge.logged().contains("error: lunch.yaml, line 1, column "));
      assertThat(badge.process.view().screen().glass().hash()).isEqualTo(second);
      assertThat(badge.get("/v1/device/screens").body())
          .containsPattern("\"own\": \\[\\s*\"lunch\"\\s*\\]");
    }
  }

  @Test
  void a_tier_may_show_own_screens_and_they_may_have_a_variant_for_it() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("screens"));
    Files.writeString(
        folder.resolve("lunch.yaml"),
        """
        variants:
          - for: {tier: full}
            layout: {text: Spend, size: 40}
        layout: {text: Save, size: 40}
        """);
    Files.writeString(folder.resolve("map.yaml"), "layout: {text: Map}");
    Files.writeString(folder.resolve("plain.yaml"), "layout: {text: Save, size: 40}");
    try (RunningBadge badge =
        RunningBadge.start(
            directory.resolve("state"),
            "screens.folder",
            folder.toString(),
            "gauge",
            "mains",
            "tiers.full.screens",
            "lunch, plain, diner")) {
      assertThat(badge.write("map").status()).isEqualTo(503);
      assertThat(badge.write("lunch").status()).isEqualTo(200);
      badge.settledOn("lunch");
      String variant = badge.process.view().screen().glass().hash();
      assertThat(badge.write("plain").status()).isEqualTo(200);
      badge.settledOn("plain");
      assertThat(badge.process.view().screen().glass().hash()).isNotEqualTo(variant);
      assertThat(badge.logged())
          .contains("a tier may show the screen 'diner', which is neither built in nor in");
    }
  }

  @Test
  void a_theme_changes_the_glass_when_its_file_changes_and_stays_when_it_is_bad() throws Exception {
    Path theme = directory.resolve("theme.yaml");
    Files.writeString(theme, "name: Edge Days");
    try (RunningBadge badge =
        RunningBadge.start(directory.resolve("state"), "screens.theme", theme.toString())) {
      assertThat(badge.write("conference").status()).isEqualTo(200);
      badge.settledOn("conference");
      String first = badge.process.view().screen().glass().hash();
      Files.writeString(theme, "name: Edge Nights");
      Await.until(
          "the glass shows the new theme",
          () -> {
            String hash = badge.process.view().screen().glass().hash();
            return !hash.isEmpty() && !hash.equals(first);
          });
      String second = badge.process.view().screen().glass().hash();
      Files.writeString(theme, "nam: Edge Mornings");
      Await.until(
          "the mistake is told",
          () ->
              badge
                  .get("/v1/device/screens")
                  .body()
                  .contains("theme.yaml, line 1, column 6: nam is unknown here; did you mean"));
      assertThat(badge.process.view().screen().glass().hash()).isEqualTo(second);
    }
  }
}
