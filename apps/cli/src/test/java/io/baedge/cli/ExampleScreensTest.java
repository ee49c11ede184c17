package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.screens.OwnLooks;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The own screens of the examples, as people will try them. */
class ExampleScreensTest {
  private static final Path EXAMPLES = Path.of("../../examples/screens");

  @TempDir Path directory;

  private static OwnLooks looks() {
    OwnLooks looks =
        OwnLooks.of(Optional.of(EXAMPLES), Optional.of(EXAMPLES.resolve("theme.yaml")));
    looks.look();
    assertThat(looks.screens().problems()).isEmpty();
    return looks;
  }

  @Test
  void every_screen_is_whole_on_every_panel_in_both_orientations() {
    OwnLooks looks = looks();
    assertThat(looks.screens().layouts())
        .containsOnlyKeys("agenda", "contact", "lunch", "now-next", "quiet", "sponsor", "wifi");
    for (Orientation orientation : Orientation.values()) {
      var renderer = new ScreenRenderer(looks.over(ComposeOptions.DEFAULT).with(orientation));
      for (Map.Entry<String, Layout> screen : looks.screens().layouts().entrySet()) {
        for (PanelModel panel : PanelModel.ALL) {
          Composition made = renderer.render(screen.getValue(), panel, SampleValues.adaLovelace());
          String what = screen.getKey() + " on " + panel.name() + " " + orientation;
          assertThat(made.report().nothingCut()).as(what).isTrue();
          assertThat(made.report().everyQrDrawn()).as(what).isTrue();
          assertThat(made.report().missing()).as(what).isEmpty();
          assertThat(made.report().fallbacks()).as(what).isEmpty();
          // A list shows as many of its entries as there is room for.
          if (!screen.getKey().equals("agenda")) {
            assertThat(made.report().dropped()).as(what).isEmpty();
          }
          assertThat(made.frame().pixels()).as(what).contains((byte) 0, (byte) 1);
        }
      }
    }
    looks.look();
    assertThat(looks.screens().problems()).isEmpty();
  }

  @Test
  void the_picture_in_the_documentation_is_the_one_that_is_drawn() throws IOException {
    Path out = directory.resolve("screens.png");
    Cli.run(
            "contact-sheet",
            "--screens",
            EXAMPLES.toString(),
            "--theme",
            EXAMPLES.resolve("theme.yaml").toString(),
            "--panel",
            "2in13_V4",
            "--panel",
            "2in7b",
            "--panel",
            "2in9b_V4",
            "--columns",
            "1",
            "--out",
            out.toString())
        .words();
    assertThat(ContactSheetCommandTest.pixels(out))
        .as("draw docs/images/screens.png again as examples/README.md says")
        .isEqualTo(ContactSheetCommandTest.pixels(Path.of("../../docs/images/screens.png")));
  }
}
