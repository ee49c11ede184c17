package io.baedge.bench;

import io.baedge.bench.torture.TortureCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `baedge bench` and `baedge torture` commands. Exit codes and errors are those of every other
/// command; a goal missed in a benchmark is a result, not a failure.
public final class Main {
  private Main() {}

  /// Runs one benchmark and ends the process with its exit code.
  public static void main(String[] args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    System.exit(code);
  }

  /// As [#main], but in this process; the first word (`bench`, `torture`) of the launcher is part
  /// of it.
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Machine.lookNow();
    return io.baedge.cli.Main.run(new Root(), out, err, args);
  }

  @Command(
      name = "baedge",
      mixinStandardHelpOptions = true,
      scope = CommandLine.ScopeType.INHERIT,
      subcommands = {Bench.class, TortureCommand.class},
      versionProvider = io.baedge.cli.Main.Version.class)
  static final class Root implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      throw noCommand(spec);
    }
  }

  @Command(
      name = "bench",
      description =
          "Measures Baedge on this machine and sets it beside its goals. Where Debian's"
              + " python3-flask, python3-pil and python3-qrcode are installed, a small program on"
              + " the libraries of the Python original is measured in the same run.",
      subcommands = {
        BadgeBench.class,
        FootprintBench.class,
        RenderBench.class,
        ApiBench.class,
        HubBench.class,
        SimulatorBench.class,
        StormBench.class,
        JournalBench.class,
        DayBench.class,
        AllBench.class
      })
  static final class Bench implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      throw noCommand(spec);
    }
  }

  private static ParameterException noCommand(@Nullable CommandSpec spec) {
    return new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "No command was given");
  }
}
