package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A directory that is gone after the run.
record WorkDirectory(Path path) implements AutoCloseable {
  static WorkDirectory make() {
    try {
      return new WorkDirectory(Files.createTempDirectory("baedge-bench-"));
    } catch (IOException e) {
      throw new CommandFailure("no temporary directory can be made: " + e.getMessage(), e);
    }
  }

  /// A new directory in it.
  Path sub(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new CommandFailure(path.resolve(name) + " cannot be made: " + e.getMessage(), e);
    }
  }

  /// The kind of file system that it is on.
  String fileSystem() {
    try {
      return Files.getFileStore(path).type();
    } catch (IOException e) {
      return "a file system without a name";
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary files in " + path + " stay", e);
    }
  }
}
