package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that is measured. It ends with this one.
final class Child implements AutoCloseable {
  private static final long FIRST_LINE_LIMIT_S = 60;
  private static final long STOP_LIMIT_S = 20;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread atExit;
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();
  private final long startedNs;

  private Child(String name, Process process, Path log, long startedNs) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.startedNs = startedNs;
    this.atExit = new Thread(process::destroyForcibly, name + "-end");
  }

  /// Starts it; what it complains about goes to a log in that directory.
  static Child start(String name, Path directory, List<String> command, Map<String, String> more) {
    Path log = directory.resolve(name + ".log");
    var builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .directory(directory.toFile());
    builder.environment().putAll(more);
    long startedNs = System.nanoTime();
    try {
      var child = new Child(name, builder.start(), log, startedNs);
      Runtime.getRuntime().addShutdownHook(child.atExit);
      // Not a virtual thread: those that wait for pipes could leave no carrier for the next.
      Thread.ofPlatform().daemon().name(name + "-output").start(child::read);
      return child;
    } catch (IOException e) {
      throw new CommandFailure(command.getFirst() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /// The first line that it says.
  String firstLine() throws InterruptedException {
    try {
      return firstLine.get(FIRST_LINE_LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw trouble("ended before it was ready", e);
    } catch (TimeoutException e) {
      throw trouble("said nothing in " + FIRST_LINE_LIMIT_S + " s", e);
    }
  }

  /// What `/proc` says of it.
  ProcessFigures figures() {
    return ProcessFigures.of(process.pid());
  }

  /// What `/proc` says of its pages.
  MemoryFigures memory() {
    return MemoryFigures.of(process.pid());
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Milliseconds since it was started.
  double ageMs() {
    return (System.nanoTime() - startedNs) / 1e6;
  }

  /// Its failure, with the end of its log.
  CommandFailure trouble(String what, Throwable cause) {
    String end;
    try {
      List<String> lines = Files.readAllLines(log);
      end = String.join(" ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    } catch (IOException e) {
      end = "its log cannot be read";
    }
    return new CommandFailure(
        "the " + name + " process " + what + (end.isBlank() ? "" : ": " + end), cause);
  }

  /// Ends it as a power cut would.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  /// Asks it to end and waits.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void read() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String first = out.readLine();
      if (first == null) {
        firstLine.completeExceptionally(new IOException("no output"));
        return;
      }
      firstLine.complete(first);
      while (out.readLine() != null) {
        // A pipe nobody reads would block the child.
      }
    } catch (IOException e) {
      firstLine.completeExceptionally(e);
    }
  }
}
