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
}
