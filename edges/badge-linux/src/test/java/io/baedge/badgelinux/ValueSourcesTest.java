package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValueSourcesTest {
  @TempDir Path directory;

  @Test
  void a_value_of_a_file_is_on_the_glass_in_the_status_and_there_after_a_restart()
      throws Exception {
    Path file = directory.resolve("lunch.json");
    Files.writeString(file, "{\"today\": {\"menu\": \"Soup\"}}");
    Path folder = Files.createDirectory(directory.resolve("screens"));
    Files.writeString(
        folder.resolve("lunch.yaml"), "layout: {text: '{value.lunch|none}', size: 40}");
    String[] settings = {
      "screens.folder", folder.toString(), "values", "lunch=" + file + "#/today/menu\n"
    };
    String picture;
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"), settings)) {
      Await.until(
          "the file is read",
          () ->
              badge.get("/v1/values").body().replaceAll("\\s", "").contains("\"value\":\"Soup\""));
      assertThat(badge.get("/v1/values").body()).contains("\"problem\": \"\"", "\"asked\": 1");
      assertThat(badge.get("/v1/metrics").body()).contains("baedge_badge_values_asked_total 1");
      badge.write("lunch");
      badge.settledOn("lunch");
      picture = badge.process.view().screen().glass().hash();
    }
    Files.delete(file);
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"), settings)) {
      badge.settledOn("lunch");
      Await.until(
          "the loss is told",
          () -> badge.logged().contains("value lunch: " + file + " is not there; make the file"));
      assertThat(badge.process.view().screen().glass().hash()).isEqualTo(picture);
      assertThat(badge.get("/v1/values").body().replaceAll("\\s", ""))
          .contains("\"value\":\"Soup\"", "isnotthere");
    }
  }
}
