package io.baedge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `baedge` command. Exit codes: 0 ok, 1 failed, 2 wrong usage; every error is one sentence on
/// stderr.
@Command(
    name = "baedge",
    description = "Fault-tolerant edge computing on conference badges.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      HubCommand.class,
      BadgeCommand.class,
      RenderCommand.class,
      ContactSheetCommand.class,
      PanelCommand.class,
      SimulateCommand.class,
      BadgesCommand.class,
      DevicesCommand.class,
      AttendeesCommand.class,
      ScheduleCommand.class,
      ScreensCommand.class,
      AnnounceCommand.class,
      ConfigCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /// Set to anything, it adds the stack trace to the sentence of an unexpected error.
  private static final String DEBUG = "BAEDGE_DEBUG";

  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    OptionalInt quick = QuickBadge.run(out, err, args);
    int code = quick.isPresent() ? quick.getAsInt() : run(root(), out, err, args);
    out.flush();
    System.exit(code);
  }

  /// As [#main], but in this process and for any root command, so that a test can watch it.
  public static int run(Object command, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(command)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((failure, _) -> wrongUsage(failure))
        .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line))
        .execute(args);
  }

  static Main root() {
    return new Main();
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "No command was given");
  }

  private static int wrongUsage(ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    var sentence = new StringBuilder(withoutEnd(String.valueOf(failure.getMessage())));
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      List<String> suggestions = unmatched.getSuggestions();
      sentence.append("; did you mean ").append(String.join(" or ", suggestions)).append('?');
    } else {
      sentence.append('.');
    }
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + sentence + " See " + name + " --help.");
    return WRONG_USAGE;
  }

  private static int failed(Exception failure, CommandLine line) {
    String name = line.getCommandSpec().qualifiedName();
    boolean debug = System.getenv(DEBUG) != null;
    if (failure instanceof CommandFailure) {
      line.getErr().println(name + ": " + failure.getMessage());
    } else {
      line.getErr()
          .println(
              name
                  + ": unexpected "
                  + failure
                  + (debug ? "" : "; run it again with " + DEBUG + "=1 to see where."));
    }
    if (debug) {
      failure.printStackTrace(line.getErr());
    }
    return failure instanceof WrongUsage ? WRONG_USAGE : FAILED;
  }

  private static String withoutEnd(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /// The version of the build, from the manifest of the jar.
  public static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "baedge " + (version == null ? "(not packaged)" : version) + " on Java " + Runtime.version()
      };
    }
  }
}
