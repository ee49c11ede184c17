package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.Cli.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  private static final Path SCENARIOS = Path.of("../../examples/scenarios");

  @TempDir Path directory;

  @Test
  void the_first_seeds_of_first_light_keep_every_invariant() {
    Said said =
        Cli.run("simulate", SCENARIOS.resolve("first-light.yaml").toString(), "--seeds", "1..3");
    assertThat(said.words()).contains("3 seeds, 0 broken");
  }

  @Test
  void a_mistyped_key_of_a_scenario_is_told_with_line_and_column() throws Exception {
    String broken =
        Files.readString(SCENARIOS.resolve("first-light.yaml")).replace("\nbadges:", "\nbagdes:");
    Path file = Files.writeString(directory.resolve("broken.yaml"), broken);
    Said said = Cli.run("simulate", file.toString());
    assertThat(said.code()).isIn(Main.FAILED, Main.WRONG_USAGE);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).contains(file.toString(), "line 5", "bagdes").contains("badges");
  }

  @Test
  void a_crowd_follows_the_schedule_and_the_report_is_one_page() throws Exception {
    Path schedule = Path.of("../../examples/conference/schedule.json").toAbsolutePath();
    Path file = Files.writeString(directory.resolve("crowd.yaml"), crowd(schedule.toString()));
    Path report = directory.resolve("report.html");

    Said said = Cli.run("simulate", file.toString(), "--report", report.toString());

    assertThat(said.words()).contains("1 seeds, 0 broken");
    assertThat(Files.readString(report)).startsWith("<!doctype html>").contains("<svg");
  }

  @Test
  void a_schedule_that_is_not_there_is_told() throws Exception {
    Path file = Files.writeString(directory.resolve("crowd.yaml"), crowd("nowhere.json"));
    Said said = Cli.run("simulate", file.toString());
    assertThat(said.code()).isEqualTo(Main.FAILED);
    assertThat(said.err()).contains("crowd.schedule").contains("nowhere.json");
  }

  private static String crowd(String schedule) {
    return """
        name: crowd
        badges: 3
        faults_for: 3m
        quiet_end: 3m
        crowd: {schedule: %s, foyer: Foyer}
        venue:
          rooms: [{name: Atrium}, {name: Foyer}]
          access_points: [{name: ap-1, room: Atrium}, {name: ap-2, room: Foyer}]
        """
        .formatted(schedule);
  }
}
