package io.baedge.cli;

import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.model.doc.Doc;
import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code baedge panel}. */
@Command(
    name = "panel",
    description = "The e-paper panels that Baedge knows.",
    subcommands = {PanelCommand.ListCommand.class, PanelTraceCommand.class, PanelTestCommand.class})
final class PanelCommand {

  @Command(name = "list", description = "Lists the panels with size, inks and modes.")
  static final class ListCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
      List<Doc> panels =
          PanelModel.ALL.stream()
              .<Doc>map(
                  p ->
                      Doc.fields()
                          .put("panel", p.name())
                          .put("width", p.widthPx())
                          .put("height", p.heightPx())
                          .put("inks", words(p.inks()))
                          .put("modes", modes(p).stream().<Doc>map(Doc.Text::new).toList())
                          .build())
              .toList();
      String text =
          PanelModel.ALL.stream()
              .map(
                  p ->
                      String.format(
                          Locale.ROOT,
                          "%-10s %3d x %3d  %-20s  %s",
                          p.name(),
                          p.widthPx(),
                          p.heightPx(),
                          words(p.inks()),
                          String.join(", ", modes(p))))
              .collect(Collectors.joining("\n"));
      output.print(Doc.fields().put("panels", panels).build(), text);
      return Main.OK;
    }

    private static List<String> modes(PanelModel panel) {
      return PanelDriver.of(panel).modes().stream()
          .map(mode -> mode.name().toLowerCase(Locale.ROOT))
          .toList();
    }

    private static String words(Inks inks) {
      return switch (inks) {
        case BLACK -> "black";
        case BLACK_AND_ACCENT -> "black, red or yellow";
        case BLACK_YELLOW_RED -> "black, yellow, red";
      };
    }
  }
}
