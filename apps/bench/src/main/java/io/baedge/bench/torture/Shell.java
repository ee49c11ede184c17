package io.baedge.bench.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of the machine.
final class Shell {
  private static final long LIMIT_S = 60;
  private static final List<String> FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private Shell() {}

  /// Which of the programs are not installed, in a few words.
  static Optional<String> missing(String... programs) {
    List<String> missing = Arrays.stream(programs).filter(p -> find(p).isEmpty()).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("not installed: " + String.join(", ", missing));
  }

  /// The file of a program.
  static Optional<Path> find(String program) {
    return Stream.concat(
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1)),
            FOLDERS.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Whether this is root in namespaces of its own, so that mounts and packet rules are nobody
  /// else's.
  static boolean apart() {
    return System.getenv("BAEDGE_TORTURE_APART") != null;
  }

  /// Why a step that needs [#apart()] cannot run.
  static Optional<String> notApart() {
    return apart()
        ? Optional.empty()
        : Optional.of("needs root and namespaces of its own: use bin/torture");
  }

  /// Runs a command; its standard output without the last line break.
  static String run(String... command) throws TortureFailed, InterruptedException {
    Said said = say(List.of(command));
    if (said.code() != 0) {
      throw new TortureFailed(
          String.join(" ", command) + " ended with " + said.code() + ": " + said.text());
    }
    return said.text();
  }

  /// What a command said, standard error included.
  record Said(int code, String text) {}

  /// Runs a command that may fail.
  static Said say(List<String> words) throws TortureFailed, InterruptedException {
    try {
      List<String> command =
          Stream.concat(program(words.getFirst()), words.stream().skip(1)).toList();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new TortureFailed(String.join(" ", words) + " did not end");
      }
      return new Said(process.exitValue(), text.stripTrailing());
    } catch (IOException e) {
      throw new TortureFailed(words.getFirst() + " cannot be run: " + e.getMessage(), e);
    }
  }

  private static Stream<String> program(String name) {
    return Stream.of(find(name).map(Path::toString).orElse(name));
  }
}
