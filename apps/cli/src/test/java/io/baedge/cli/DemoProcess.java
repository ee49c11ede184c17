package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A demo in a process of its own, as a person starts it. */
final class DemoProcess implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private DemoProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  /**
   * Starts it on free ports.
   *
   * @param temporary where it makes temporary files; its standard error goes beside it
   */
  static DemoProcess start(Path temporary, String... args) throws IOException {
    Path errors = Files.createTempFile(temporary.getParent(), "demo", ".err");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "demo",
            "--http",
            "0",
            "--mqtt",
            "0",
            "--no-browser"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    return new DemoProcess(process, errors);
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null) {
        synchronized (lines) {
          lines.add(line);
        }
        line = out.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything said so far. */
  String said() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Waits for a line with these words. */
  String line(String words) throws InterruptedException {
    Cli.until(
        () -> said().contains(words) || !process.isAlive(),
        () -> "waits for '" + words + "' in:\n" + said());
    return said()
        .lines()
        .filter(line -> line.contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("it ended and said:\n" + said() + complaint()));
  }

  private String complaint() {
    try {
      return errors();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The console's address. */
  String console() throws InterruptedException {
    return line("console: ").replaceAll("console: (\\S+).*", "$1");
  }

  /** The hub it started. */
  ProcessHandle hub() {
    return process.children().findFirst().orElseThrow();
  }

  /** As a power cut of everything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(Cli.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /** As Ctrl-C. */
  void terminate() throws InterruptedException {
    // Not Process.destroy, which would close the pipe that the last words come through.
    process.toHandle().destroy();
    assertThat(process.waitFor(Cli.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    reader.join();
  }

  /** Its exit code, once it has ended by itself. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(Cli.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
