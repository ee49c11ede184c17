package io.baedge.cli;

import io.baedge.badgelinux.screens.OwnLooks;
import io.baedge.model.doc.Doc;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.PngWriter;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport;
import io.baedge.screen.compose.Values;
import io.baedge.screen.java2d.ContactSheet;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.screen.library.Screens;
import io.baedge.screen.mark.Icons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge contact-sheet}. */
@Command(
    name = "contact-sheet",
    description = {
      "Draws the badge of every name of a list, or every screen of a folder, on some panels into one",
      "PNG, to look at before the conference, and tells what was cut, left out or cannot be drawn."
    })
final class ContactSheetCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 400;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  /** What is drawn. */
  static final class Subject {
    @Option(
        names = "--names",
        paramLabel = "FILE",
        description = "Names, one a line; lines that begin with # are left out.")
    private @Nullable Path names;

    @Option(names = "--screens", paramLabel = "DIR", description = "A folder of own screens.")
    private @Nullable Path screens;

    @Option(names = "--icons", description = "The icons that layouts can name; needs no panel.")
    private boolean icons;
  }

  @Option(
      names = "--theme",
      paramLabel = "FILE",
      description = "The look of a conference: a theme.yaml.")
  private @Nullable Path theme;

  @Option(names = "--portrait", description = "For badges worn upright.")
  private boolean portrait;

  @Option(
      names = "--panel",
      paramLabel = "MODEL",
      description = "For example 2in9_V2; may be given several times.")
  private List<String> panels = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PNG to write.")
  private Path out = Path.of("");

  @Option(
      names = "--columns",
      defaultValue = "2",
      paramLabel = "N",
      description = "How many names or screens stand side by side (1 to 8).")
  private int columns = 2;

  @Mixin private Output output = new Output();

  /** What became of one name or screen on one panel. */
  private record Made(String name, PanelModel panel, Composition picture) {}

  /** What to draw. */
  private record Wanted(String name, Layout layout, Values values) {}

  @Override
  public Integer call() throws CommandFailure {
    if (columns < 1 || columns > 8) {
      throw new WrongUsage("--columns is " + columns + "; it must be from 1 to 8");
    }
    if (subject.icons) {
      write(PngWriter.write(IconSheet.frame(), 1));
      output.print(
          Doc.fields().put("out", out.toString()).put("icons", Icons.names().size()).build(),
          "wrote " + out + ": " + Icons.names().size() + " icons");
      return Main.OK;
    }
    List<PanelModel> models = new ArrayList<>();
    for (String panel : panels) {
      models.add(Panels.find(panel));
    }
    if (models.isEmpty()) {
      throw new WrongUsage("--panel is missing; give a model such as 2in9_V2");
    }
    OwnLooks looks = OwnLooks.of(Optional.ofNullable(subject.screens), Optional.ofNullable(theme));
    looks.look();
    if (!looks.screens().problems().isEmpty()) {
      throw new CommandFailure(String.join("; ", looks.screens().problems()));
    }
    ComposeOptions options =
        looks.over(ComposeOptions.DEFAULT.with(new ScriptGlyphs(output.err()::println)));
    var renderer = new ScreenRenderer(portrait ? options.with(Orientation.PORTRAIT) : options);
    List<Made> all = new ArrayList<>();
    List<List<Frame>> rows = new ArrayList<>();
    for (Wanted wanted : wanted(looks)) {
      List<Frame> row = new ArrayList<>();
      for (PanelModel model : models) {
        Composition picture = renderer.render(wanted.layout(), model, wanted.values());
        all.add(new Made(wanted.name(), model, picture));
        row.add(picture.frame());
      }
      rows.add(row);
    }
    looks.look(); // what is wrong with a picture shows when it has been drawn
    List<String> problems = new ArrayList<>(looks.screens().problems());
    all.forEach(made -> problems.addAll(problems(made)));
    write(sheet(rows));
    output.print(document(all.size(), problems), text(all.size(), problems));
    return Main.OK;
  }

  private byte[] sheet(List<List<Frame>> rows) throws CommandFailure {
    try {
      return ContactSheet.png(rows, columns);
    } catch (IOException e) {
      throw new CommandFailure("the pictures cannot be written as PNG: " + e.getMessage());
    }
  }

  private List<Wanted> wanted(OwnLooks looks) throws CommandFailure {
    if (subject.screens != null) {
      List<Wanted> screens =
          looks.screens().layouts().entrySet().stream()
              .map(own -> new Wanted(own.getKey(), own.getValue(), SampleValues.adaLovelace()))
              .toList();
      if (screens.isEmpty()) {
        throw new CommandFailure("--screens " + subject.screens + " has no screen; give another");
      }
      return screens;
    }
    Layout wearer = Screens.builtIn().find("wearer").orElseThrow();
    return readNames().stream()
        .map(name -> new Wanted(name, wearer, SampleValues.adaLovelace().with("wearer.name", name)))
        .toList();
  }

  private void write(byte[] png) throws CommandFailure {
    try {
      Files.write(out, png);
    } catch (IOException e) {
      throw new CommandFailure(
          "--out " + out + " cannot be written (" + e.getMessage() + "); give another file");
    }
  }

  private List<String> readNames() throws CommandFailure {
    Path names = subject.names == null ? Path.of("") : subject.names;
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

  private List<String> problems(Made made) {
    FrameReport report = made.picture().report();
    String where = made.name() + " on " + made.panel().name() + ": ";
    List<String> problems = new ArrayList<>();
    if (report.texts().stream().anyMatch(t -> t.cut() && t.text().equals(made.name()))) {
      problems.add(where + "the end of the name does not fit");
    }
    if (subject.screens != null && !report.nothingCut()) {
      problems.add(where + "the end of a text does not fit");
    }
    report.missing().forEach(key -> problems.add(where + "no value for " + key));
    report.fallbacks().forEach(fallback -> problems.add(where + fallback));
    report.dropped().forEach(dropped -> problems.add(where + "no room for " + dropped));
    if (!report.everyQrDrawn()) {
      problems.add(where + "no room for the QR code");
    }
    return problems;
  }

  private Doc document(int pictures, List<String> problems) {
    return Doc.fields()
        .put("out", out.toString())
        .put("pictures", pictures)
        .put("problems", problems.stream().<Doc>map(Doc.Text::new).toList())
        .build();
  }

  private String text(int pictures, List<String> problems) {
    List<String> lines = new ArrayList<>();
    lines.add("wrote " + out + ": " + pictures + " pictures");
    problems.forEach(problem -> lines.add("  " + problem));
    return String.join("\n", lines);
  }
}
