package io.baedge.cli;

import io.baedge.cli.demo.Demo;
import io.baedge.cli.demo.DemoOptions;
import io.baedge.cli.demo.DemoSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge demo}. */
@Command(
    name = "demo",
    description = {
      "Shows a conference on this machine: a hub and a crowd of simulated badges over real sockets.",
      "Open the console, cut an access point, kill the hub, and watch it heal. Ctrl-C ends it."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int MOST_BADGES = 20_000;
  private static final long STOP_LIMIT_S = 30;

  @Option(
      names = "--badges",
      defaultValue = "600",
      paramLabel = "N",
      description = "How many badges (${DEFAULT-VALUE}).")
  private int badges;

  @Option(
      names = "--http",
      defaultValue = "2344",
      paramLabel = "PORT",
      description = "Console and API (${DEFAULT-VALUE}; 0 = any free port).")
  private int http;

  @Option(
      names = "--mqtt",
      defaultValue = "1883",
      paramLabel = "PORT",
      description = "Where badges connect (${DEFAULT-VALUE}; 0 = any free port).")
  private int mqtt;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps everything here; again the same directory goes on. Default: a new one, removed at the end.")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Decides who walks where (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "X",
      description = "How fast the crowd lives (${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "When the conference begins, for example 2026-09-14T09:00:00+02:00. Default: now.")
  private @Nullable String at;

  @Option(
      names = "--duration",
      paramLabel = "D",
      description =
          "Ends after this time, counted from all badges connected, with a summary: 60s, 5m, 1h.")
  private @Nullable String duration;

  @Option(
      names = "--bind",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Address of the console (${DEFAULT-VALUE}).")
  private String bind = "";

  @Option(names = "--no-browser", description = "Do not open a browser.")
  private boolean noBrowser;

  @Mixin private Output output = new Output();

  private final CountDownLatch finished = new CountDownLatch(1);

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    check();
    Path given = data;
    Path directory = given != null ? given : temporary();
    // A line on standard output is for people; with --json only the document goes there.
    var demo = new Demo(options(directory), this::tell);
    Thread atExit = new Thread(() -> stop(demo), "demo-stop");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      DemoSummary summary = demo.run(this::ready);
      output.print(summary.document(), summary.text());
      output.out().flush();
      return summary.good() || demo.stopped() ? Main.OK : Main.FAILED;
    } catch (Demo.Failed e) {
      if (demo.stopped()) {
        return Main.OK;
      }
      throw new CommandFailure(String.valueOf(e.getMessage()));
    } finally {
      if (given == null) {
        remove(directory);
      }
      finished.countDown();
      release(atExit);
    }
  }

  /** On Ctrl-C the process waits for this: the demo ends as after its duration. */
  private void stop(Demo demo) {
    demo.stop();
    try {
      if (!finished.await(STOP_LIMIT_S, TimeUnit.SECONDS)) {
        output.err().println("baedge demo: it did not end within " + STOP_LIMIT_S + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() throws WrongUsage {
    if (badges < 1 || badges > MOST_BADGES) {
      throw new WrongUsage("--badges is " + badges + "; it must be from 1 to " + MOST_BADGES);
    }
    if (!(speed > 0) || speed > 100) {
      throw new WrongUsage("--speed is " + speed + "; it must be above 0 and at most 100");
    }
    Ports.checked("--http", http);
    Ports.checked("--mqtt", mqtt);
    begin();
    lasts();
  }

  private DemoOptions options(Path directory) throws WrongUsage {
    return new DemoOptions(
        badges, new DemoOptions.Ports(bind, http, mqtt), directory, seed, speed, begin(), lasts());
  }

  private Optional<Duration> lasts() throws WrongUsage {
    return duration == null
        ? Optional.empty()
        : Optional.of(Times.duration("--duration", duration));
  }

  private Optional<OffsetDateTime> begin() throws WrongUsage {
    if (at == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(at));
    } catch (DateTimeParseException e) {
      throw new WrongUsage(
          "--at is '" + at + "'; give a time with its zone such as 2026-09-14T09:00:00+02:00");
    }
  }

  private void ready(String console) {
    tell("console: " + console + "  (Ctrl-C ends the demo)");
    if (!noBrowser && !output.json()) {
      Browser.open(console);
    }
  }

  private void tell(String line) {
    if (!output.json()) {
      output.out().println(line);
      output.out().flush();
    }
  }

  /** A name only: the demo makes the directory once Ctrl-C would remove it again. */
  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"), "baedge-demo-" + UUID.randomUUID());
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook has its turn.
    }
  }

  private static void remove(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // A temporary directory that stays is for the system to clean.
    }
  }
}
