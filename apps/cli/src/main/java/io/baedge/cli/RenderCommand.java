package io.baedge.cli;

import io.baedge.badgelinux.screens.OwnLooks;
import io.baedge.badgelinux.screens.ScreenFolder;
import io.baedge.badgelinux.screens.ThemeFile;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;
import io.baedge.screen.PngWriter;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport;
import io.baedge.screen.compose.Values;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.layout.ReadLayout;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.screen.library.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge render}. */
@Command(
    name = "render",
    description = {
      "Draws a screen as a PNG with the exact pixels of a panel.",
      "Values not given with --set are those of a sample wearer."
    })
final class RenderCommand implements Callable<Integer> {
  private static final long LOOK_EVERY_MS = 300;

  @Option(
      names = "--screen",
      required = true,
      paramLabel = "NAME|FILE",
      description = "A built-in screen, or a YAML file (its name ends in .yaml or has a slash).")
  private String screen = "";

  /** What the tier shows instead. */
  private String shown = "";

  @Option(
      names = "--panel",
      required = true,
      paramLabel = "MODEL",
      description = "For example 2in9_V2.")
  private String panel = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A value, for example wearer.name=Ada.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PNG to write.")
  private Path out = Path.of("");

  @Option(
      names = "--scale",
      defaultValue = "1",
      paramLabel = "N",
      description = "Pixels of the PNG for one of the panel (1 to 16).")
  private int scale = 1;

  @Option(names = "--portrait", description = "For badges worn upright.")
  private boolean portrait;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = {
        "What the glass shows instead in a power tier: full, saver, essential, last-gasp,",
        "nap or unknown, with the default tier table."
      })
  private @Nullable String tier;

  @Option(
      names = "--screens",
      paramLabel = "DIR",
      description = {
        "A folder of own screens and pictures, as a badge has it; by default that of a FILE."
      })
  private @Nullable Path folder;

  @Option(
      names = "--theme",
      paramLabel = "FILE",
      description = "The look of a conference, as a badge has it: a theme.yaml.")
  private @Nullable Path theme;

  @Option(
      names = "--watch",
      description = "Draws again whenever a file of the folder changes, until it is interrupted.")
  private boolean watch;

  @Mixin private Output output = new Output();

  private final Pause pause;

  /** Whether a file changed while the last picture was drawn. */
  private boolean meanwhile;

  /** What lies between two looks at the folder. */
  interface Pause {
    void pause() throws InterruptedException;
  }

  RenderCommand() {
    this(() -> Thread.sleep(LOOK_EVERY_MS));
  }

  RenderCommand(Pause pause) {
    this.pause = pause;
  }

  @Override
  public Integer call() throws CommandFailure {
    Optional<ThemeFile> look = Optional.ofNullable(theme).map(ThemeFile::new);
    OwnLooks files = new OwnLooks(folder(), look);
    if (watch && !files.any()) {
      throw new WrongUsage(
          "--watch needs files to look at; give --screens DIR, --screen FILE or --theme FILE");
    }
    files.look();
    if (!watch) {
      Optional<String> wrong = look.map(ThemeFile::problem).filter(words -> !words.isEmpty());
      if (wrong.isPresent()) {
        throw new CommandFailure(wrong.get());
      }
      return draw(files);
    }
    try {
      do {
        meanwhile = false;
        drawOrTell(files);
        while (!meanwhile && !files.look()) {
          pause.pause();
        }
      } while (true);
    } catch (InterruptedException e) {
      return Main.OK;
    }
  }

  /** While somebody edits, most files are wrong for a moment; the last good picture stays. */
  private void drawOrTell(OwnLooks files) {
    try {
      draw(files);
    } catch (CommandFailure e) {
      output.err().println(e.getMessage());
    }
    output.out().flush();
    output.err().flush();
  }

  private Optional<ScreenFolder> folder() {
    Path named = folder;
    if (named == null && isFile()) {
      named = Path.of(screen).toAbsolutePath().getParent();
    }
    Path look = theme == null ? out : theme;
    return Optional.ofNullable(named).map(path -> new ScreenFolder(path, out, look));
  }

  private Integer draw(OwnLooks own) throws CommandFailure {
    PanelModel model = Panels.find(panel);
    if (scale < 1 || scale > PngWriter.MAX_SCALE) {
      throw new WrongUsage("--scale is " + scale + "; it must be from 1 to " + PngWriter.MAX_SCALE);
    }
    ComposeOptions options = ComposeOptions.DEFAULT.with(new ScriptGlyphs(output.err()::println));
    options = portrait ? options.with(Orientation.PORTRAIT) : options;
    options = own.over(options);
    if (tier != null) {
      PowerTier power = powerTier(tier);
      options = options.in(power.word());
      shown = isFile() ? screen : TierTable.DEFAULT.shown(power, screen);
    } else {
      shown = screen;
    }
    Composition picture = new ScreenRenderer(options).render(layout(own), model, values());
    try {
      Files.write(out, PngWriter.write(picture.frame(), scale));
    } catch (IOException e) {
      throw new CommandFailure(
          "--out " + out + " cannot be written (" + e.getMessage() + "); give another file");
    }
    output.print(document(model, picture), text(model, picture));
    // Pictures are read when a layout names them, so what is wrong with one is known only now.
    meanwhile = own.look();
    own.screens().problems().forEach(output.err()::println);
    return Main.OK;
  }

  private static PowerTier powerTier(String word) {
    return PowerTier.of(word)
        .orElseThrow(
            () ->
                new WrongUsage(
                    "there is no power tier '"
                        + word
                        + "'; "
                        + Suggestion.oneOf(
                            word, Stream.of(PowerTier.values()).map(PowerTier::word).toList())));
  }

  private boolean isFile() {
    return screen.contains("/") || screen.endsWith(".yaml") || screen.endsWith(".yml");
  }

  private Layout layout(OwnLooks own) throws CommandFailure {
    if (!isFile()) {
      Optional<Layout> mine = Optional.ofNullable(own.screens().layouts().get(shown));
      if (mine.isPresent()) {
        return mine.get();
      }
      return Screens.builtIn()
          .find(Screens.builtIn().find(screen).isPresent() ? shown : screen)
          .orElseThrow(
              () ->
                  new WrongUsage(
                      "there is no screen '"
                          + screen
                          + "'; "
                          + Suggestion.oneOf(screen, own.screens().names())));
    }
    try {
      return switch (LayoutReader.read(Files.readString(Path.of(screen)))) {
        case ReadLayout.Ok(Layout layout) -> layout;
        case ReadLayout.Refused refused ->
            throw new CommandFailure(screen + ": " + refused.sentences().replace("\n", "; "));
      };
    } catch (IOException e) {
      throw new CommandFailure(screen + " cannot be read: " + e.getMessage());
    }
  }

  private Values values() throws CommandFailure {
    Values values = SampleValues.adaLovelace();
    try {
      for (Map.Entry<String, String> entry : set.entrySet()) {
        values = values.with(entry.getKey(), entry.getValue());
      }
      return values;
    } catch (IllegalArgumentException e) {
      throw new WrongUsage("--set: " + e.getMessage());
    }
  }

  private Doc document(PanelModel model, Composition picture) {
    FrameReport report = picture.report();
    return Doc.fields()
        .put("screen", screen)
        .put("shown", shown)
        .put("panel", model.name())
        .put("width", picture.frame().width())
        .put("height", picture.frame().height())
        .put("hash", picture.frame().hash())
        .put("out", out.toString())
        .put("nothingCut", report.nothingCut())
        .put("everyQrDrawn", report.everyQrDrawn())
        .put("qrCodes", texts(report.qrCodes().stream().map(FrameReport.QrNote::text).toList()))
        .put("fallbacks", texts(report.fallbacks()))
        .put("dropped", texts(report.dropped()))
        .put("missing", texts(report.missing()))
        .build();
  }

  private static List<Doc> texts(List<String> values) {
    return values.stream().<Doc>map(Doc.Text::new).toList();
  }

  private String text(PanelModel model, Composition picture) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "wrote "
            + out
            + ": "
            + (shown.equals(screen) ? screen : shown + " instead of " + screen)
            + " on "
            + model.name()
            + ", "
            + picture.frame().width()
            + " x "
            + picture.frame().height()
            + " pixels");
    FrameReport report = picture.report();
    report.texts().stream()
        .filter(FrameReport.TextNote::cut)
        .forEach(note -> lines.add("  cut: " + note.text()));
    report.qrCodes().stream()
        .filter(note -> !note.drawn())
        .forEach(note -> lines.add("  no room for the QR code of " + note.text()));
    report.fallbacks().forEach(note -> lines.add("  stand-in: " + note));
    report.dropped().forEach(note -> lines.add("  left out: " + note));
    report.missing().forEach(note -> lines.add("  no value for " + note + "; give it with --set"));
    return String.join("\n", lines);
  }
}
