package io.baedge.cli;

import io.baedge.badgelinux.glass.HardwarePanel;
import io.baedge.badgelinux.kernel.OneKernel;
import io.baedge.badgelinux.setup.BadgeSetup;
import io.baedge.badgelinux.setup.Commands;
import io.baedge.badgelinux.setup.Dialog;
import io.baedge.badgelinux.setup.SetupOptions;
import io.baedge.badgelinux.setup.SetupStep;
import io.baedge.model.doc.Doc;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge badge setup}. */
@Command(
    name = "setup",
    description = {
      "Walks a board through SPI, I2C, panel, battery, Wi-Fi, badge.yaml, unit and archive of classes.",
      "Finds the panel by trial pictures. Run it as root; nothing that exists is written over unasked.",
      "Exit 1 when something that a badge on real hardware needs is missing."
    })
final class BadgeSetupCommand implements Callable<Integer> {
  @Option(names = "--check", description = "Only looks; changes nothing and asks nothing.")
  private boolean check;

  @Option(names = "--yes", description = "Asks nothing; what exists is kept, no panel is tried.")
  private boolean yes;

  @Option(
      names = "--panel",
      paramLabel = "MODEL",
      description = "The panel, so that none is tried.")
  private @Nullable String panel;

  @Option(names = "--hub", paramLabel = "ADDRESS", description = "The hub, for badge.yaml.")
  private String hub = "";

  @Option(
      names = "--root",
      paramLabel = "DIR",
      hidden = true,
      description = "Where the files of the machine are.")
  private Path root = Path.of("/");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    if (output.json() && !check && !yes) {
      throw new WrongUsage("--json cannot ask; give --yes or --check too");
    }
    var options =
        new SetupOptions(check, yes || check, Optional.ofNullable(panel), hub, root, home());
    List<SetupStep> steps =
        new BadgeSetup(options, new Terminal(), commands(), new OneKernel(), HardwarePanel::of)
            .run();
    boolean well = steps.stream().noneMatch(step -> step.state() == SetupStep.State.MISSING);
    String end =
        well ? "nothing is missing" : "do what is said above, then run baedge badge setup again";
    output.print(Doc.fields().put("ok", well).put("steps", documents(steps)).build(), end);
    return well ? Main.OK : Main.FAILED;
  }

  /** Users and services are those of a running machine, not of a folder. */
  private Commands commands() {
    return root.equals(Path.of("/"))
        ? Commands.real()
        : (command, limitS) -> String.join(" ", command) + " is only run on a machine itself";
  }

  private static List<Doc> documents(List<SetupStep> steps) {
    return steps.stream()
        .<Doc>map(
            step ->
                Doc.fields()
                    .put("step", step.name())
                    .put("state", word(step))
                    .put("finding", step.text())
                    .putIfAny("advice", step.advice())
                    .build())
        .toList();
  }

  private static String word(SetupStep step) {
    return step.state().name().toLowerCase(Locale.ROOT);
  }

  /** The folder above the program that has its launcher and units. */
  private static Path home() throws CommandFailure {
    try {
      CodeSource source = BadgeSetupCommand.class.getProtectionDomain().getCodeSource();
      Path at = source == null ? null : Path.of(source.getLocation().toURI());
      while (at != null) {
        if (Files.exists(at.resolve("deploy/systemd/baedge-badge.service"))) {
          return at;
        }
        at = at.getParent();
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new CommandFailure("the program's folder has no deploy/systemd; unpack it again, whole");
  }

  /** Whoever sits at the terminal; the end of the input answers everything. */
  private final class Terminal implements Dialog {
    private final BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    @Override
    public void tell(SetupStep step) {
      if (!output.json()) {
        output
            .out()
            .println(
                String.format(
                    Locale.ROOT,
                    "%-8s %-8s %s%s",
                    word(step),
                    step.name(),
                    step.text(),
                    step.advice().isEmpty() ? "" : "; " + step.advice()));
        output.out().flush();
      }
    }

    @Override
    public String ask(String question, String otherwise) {
      output.out().print(question + " ");
      output.out().flush();
      try {
        String line = lines.readLine();
        return line == null || line.isBlank() ? otherwise : line;
      } catch (IOException e) {
        return otherwise;
      }
    }
  }
}
