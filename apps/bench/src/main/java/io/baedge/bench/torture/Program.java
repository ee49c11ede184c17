package io.baedge.bench.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that is started to be broken. It ends with this one.
final class Program implements AutoCloseable {
  private static final long FIRST_LINE_LIMIT_S = 60;
  private static final long STOP_LIMIT_S = 20;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread atExit;
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();

  private Program(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.atExit = new Thread(process::destroyForcibly, name + "-end");
  }

  /// Starts it; what it complains about is added to the log.
  static Program start(String name, Path log, List<String> command, Map<String, String> more)
      throws TortureFailed {
    var builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(more);
    try {
      var program = new Program(name, builder.start(), log);
      Runtime.getRuntime().addShutdownHook(program.atExit);
      // Not a virtual thread: those that wait for pipes could leave no carrier for the next.
      Thread.ofPlatform().daemon().name(name + "-output").start(program::read);
      return program;
    } catch (IOException e) {
      throw new TortureFailed(command.getFirst() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /// A main class of ours in a JVM of its own.
  static List<String> java(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main));
    command.addAll(arguments);
    return command;
  }

  /// The first line that it says.
  String firstLine() throws InterruptedException, TortureFailed {
    try {
      return firstLine.get(FIRST_LINE_LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw trouble("ended before it was ready", e);
    } catch (TimeoutException e) {
      throw trouble("said nothing in " + FIRST_LINE_LIMIT_S + " s", e);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /// As a power cut ends it.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    forget();
  }

  /// Sends a signal, for example `STOP`.
  void signal(String signal) throws InterruptedException, TortureFailed {
    Shell.run("kill", "-" + signal, Long.toString(process.pid()));
  }

  /// Asks it to end and waits.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    forget();
  }

  /// Its failure, with the end of its log.
  TortureFailed trouble(String what, Throwable cause) {
    return new TortureFailed("the " + name + " process " + what + ": " + lastWords(), cause);
  }

  /// The end of what it complained about.
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // This process ends; the hook has its turn.
      atExit.getName();
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
