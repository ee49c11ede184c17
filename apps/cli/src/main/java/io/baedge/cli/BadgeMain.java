package io.baedge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `baedge` command of a board: what a badge needs and nothing of a hub, see `badge tarball`.
@Command(
    name = "baedge",
    description = {
      "Fault-tolerant edge computing on conference badges.",
      "This is the part for a board; hub, demo and simulator come with the source tree."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {BadgeCommand.class, RenderCommand.class, PanelCommand.class})
public final class BadgeMain implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private BadgeMain() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    OptionalInt quick = QuickBadge.run(out, err, args);
    int code = quick.isPresent() ? quick.getAsInt() : Main.run(new BadgeMain(), out, err, args);
    out.flush();
    System.exit(code);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "No command was given");
  }
}
