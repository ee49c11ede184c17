package io.baedge.cli;

import io.baedge.model.doc.Doc;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport;
import io.baedge.screen.java2d.ContactSheet;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge contact-sheet}. */
@Command(
    name = "contact-sheet",
    description = {
      "Draws the badge of every name of a list on some panels into one PNG, to look at before the",
      "conference, and tells whose name was cut or has characters that nothing can draw."
    })
final class ContactSheetCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 400;

  @Option(
      names = "--names",
      required = true,
      paramLabel = "FILE",
      description = "Names, one a line; lines that begin with # are left out.")
  private Path names = Path.of("");

  @Option(
      names = "--panel",
      required = true,
      paramLabel = "MODEL",
      description = "For example 2in9_V2; may be given several times.")
  private List<String> panels = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PNG to write.")
  private Path out = Path.of("");

  @Option(
      names = "--columns",
      defaultValue = "2",
      paramLabel = "N",
      description = "How many names stand side by side (1 to 8).")
  private int columns = 2;

  @Mixin private Output output = new Output();

  /** What became of one name on one panel. */
  private record Made(String name, PanelModel panel, Composition picture) {}

  @Override
  public Integer call() throws CommandFailure {
    if (columns < 1 || columns > 8) {
      throw new WrongUsage("--columns is " + columns + "; it must be from 1 to 8");
    }
    List<PanelModel> models = new ArrayList<>();
    for (String panel : panels) {
      models.add(Panels.find(panel));
    }
    var renderer =
        new ScreenRenderer(ComposeOptions.DEFAULT.with(new ScriptGlyphs(output.err()::println)));
    List<Made> all = new ArrayList<>();
    List<List<Frame>> rows = new ArrayList<>();
    for (String name : readNames()) {
      List<Frame> row = new ArrayList<>();
      for (PanelModel model : models) {
        var values = SampleValues.adaLovelace().with("wearer.name", name);
        Composition picture = renderer.render("wearer", model, values).orElseThrow();
        all.add(new Made(name, model, picture));
        row.add(picture.frame());
      }
      rows.add(row);
    }
    try {
      Files.write(out, ContactSheet.png(rows, columns));
    } catch (IOException e) {
      throw new CommandFailure(
          "--out " + out + " cannot be written (" + e.getMessage() + "); give another file");
    }
    output.print(document(all), text(all));
    return Main.OK;
  }

  private List<String> readNames() throws CommandFailure {
    List<String> read;
    try {
      read =
          Files.readString(names)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
    } catch (IOException e) {
      throw new CommandFailure("--names " + names + " cannot be read: " + e.getMessage());
    }
    if (read.isEmpty() || read.size() > MOST_NAMES) {
      throw new CommandFailure(
          "--names " + names + " has " + read.size() + " names; give 1 to " + MOST_NAMES);
    }
    return read;
  }

  private static List<String> problems(Made made) {
    FrameReport report = made.picture().report();
    String where = made.name() + " on " + made.panel().name() + ": ";
    List<String> problems = new ArrayList<>();
    if (report.texts().stream().anyMatch(t -> t.cut() && t.text().equals(made.name()))) {
      problems.add(where + "the end of the name does not fit");
    }
    report.fallbacks().forEach(fallback -> problems.add(where + fallback));
    report.dropped().forEach(dropped -> problems.add(where + "no room for " + dropped));
    if (!report.everyQrDrawn()) {
      problems.add(where + "no room for the QR code");
    }
    return problems;
  }

  private Doc document(List<Made> all) {
    return Doc.fields()
        .put("out", out.toString())
        .put("pictures", all.size())
        .put(
            "problems",
            all.stream().flatMap(made -> problems(made).stream()).<Doc>map(Doc.Text::new).toList())
        .build();
  }

  private String text(List<Made> all) {
    List<String> lines = new ArrayList<>();
    lines.add("wrote " + out + ": " + all.size() + " pictures");
    all.forEach(made -> problems(made).forEach(problem -> lines.add("  " + problem)));
    return String.join("\n", lines);
  }
}
