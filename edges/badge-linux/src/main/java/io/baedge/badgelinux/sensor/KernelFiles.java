package io.baedge.badgelinux.sensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small files of the kernel below a root; what cannot be read is not known. */
public final class KernelFiles {
  /** Numbers beyond it are a driver's mistake. */
  private static final int PLAUSIBLE = 100_000;

  private final Path root;

  /** Below that root; {@code /} on a real board. */
  public KernelFiles(Path root) {
    this.root = root;
  }

  /** Where a file is. */
  public Path at(String path) {
    return root.resolve(path);
  }

  /** Whether it is there. */
  public boolean exists(String path) {
    return Files.exists(at(path));
  }

  /** The first line; empty when there is none. */
  public Optional<String> text(String path) {
    return text(at(path));
  }

  /** The first line; empty when there is none. */
  public static Optional<String> text(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getFirst().strip());
  }

  /** All lines. */
  public List<String> lines(String path) {
    return lines(at(path));
  }

  /** All lines. */
  public static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Missing files are how the kernel says that it does not know.
      return List.of();
    }
  }

  /** A whole number, divided; empty where it is none or beyond what can be. */
  public static Optional<Integer> whole(Path file, int divisor) {
    try {
      return text(file)
          .map(text -> Long.parseLong(text) / divisor)
          .filter(value -> Math.abs(value) <= PLAUSIBLE)
          .map(Long::intValue);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What is in a folder, by name. */
  public List<Path> list(String path) {
    try (Stream<Path> entries = Files.list(at(path))) {
      return entries.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
