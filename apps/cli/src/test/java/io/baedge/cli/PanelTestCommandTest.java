package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.Cli.Said;
import io.baedge.model.panel.PanelModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class PanelTestCommandTest {
  @Test
  void every_emulated_panel_passes() {
    for (PanelModel model : PanelModel.ALL) {
      Said said = Cli.run("panel", "test", "--panel", "emulated:" + model.name(), "--json");
      assertThat(said.document().values()).as(model.name()).containsKey("ok");
    }
  }

  @Test
  void without_the_interface_it_says_what_to_do() {
    Assumptions.assumeFalse(
        Files.exists(Path.of("/dev/spidev0.0")), "skipped: this machine has a panel's bus");
    Said said = Cli.run("panel", "test", "--panel", "2in9_V2");
    assertThat(said.code()).isEqualTo(Main.FAILED);
    assertThat(said.err())
        .startsWith("baedge panel test: there is no /dev/spidev0.0; enable SPI")
        .hasLineCount(1);
  }

  @Test
  void a_wrong_time_to_look_is_refused() {
    Said said = Cli.run("panel", "test", "--panel", "emulated:2in9_V2", "--look", "-1");
    assertThat(said.code()).isEqualTo(Main.WRONG_USAGE);
    assertThat(said.err()).contains("--look is -1; it must be from 0 to 600");
  }
}
