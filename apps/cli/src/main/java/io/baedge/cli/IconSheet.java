package io.baedge.cli;

import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.screen.mark.Icons;
import java.util.List;

/** All icons in all sizes with their names, as one picture: itself a layout. */
final class IconSheet {
  private static final int COLUMNS = 4;
  private static final int ROW_PX = 56;
  private static final int COLUMN_PX = 290;
  private static final PanelModel PAPER =
      new PanelModel(
          "paper",
          (Icons.names().size() + COLUMNS - 1) / COLUMNS * ROW_PX,
          COLUMNS * COLUMN_PX,
          Inks.BLACK);

  private IconSheet() {}

  static Frame frame() {
    StringBuilder yaml = new StringBuilder("layout:\n  row:\n");
    List<String> names = Icons.names();
    int lines = (names.size() + COLUMNS - 1) / COLUMNS;
    for (int first = 0; first < names.size(); first += lines) {
      yaml.append("    - width: ").append(COLUMN_PX).append("\n      column:\n");
      names.subList(first, Math.min(names.size(), first + lines)).forEach(n -> row(n, yaml));
    }
    return switch (LayoutReader.read(yaml.toString())) {
      case ReadLayout.Ok ok ->
          new ScreenRenderer().render(ok.layout(), PAPER, Values.empty()).frame();
      case ReadLayout.Refused refused -> throw new IllegalStateException(refused.sentences());
    };
  }

  private static void row(String name, StringBuilder yaml) {
    yaml.append("        - {height: ").append(ROW_PX).append(", gap: 6, padding: [4, 8], row: [");
    Icons.SIZES.forEach(
        size -> yaml.append("{icon: ").append(name).append(", size: ").append(size).append("}, "));
    yaml.append("{text: ").append(name).append(", size: 14, grow: 1}]}\n");
  }
}
