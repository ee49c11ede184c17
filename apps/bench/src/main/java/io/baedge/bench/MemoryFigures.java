package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The memory of a process, counted page by page from `/proc/PID/smaps_rollup`.
///
/// @param residentKb all pages that are there, shared ones in full
/// @param anonymousKb the part that no file backs
record MemoryFigures(long residentKb, long anonymousKb) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static MemoryFigures of(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try {
      List<String> lines = Files.readAllLines(file);
      return new MemoryFigures(kilobytes(lines, "Rss:"), kilobytes(lines, "Anonymous:"));
    } catch (IOException e) {
      throw new CommandFailure(
          file
              + " cannot be read ("
              + e.getMessage()
              + "); the process has ended, or this is not"
              + " Linux",
          e);
    }
  }

  private static long kilobytes(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(SPACE.split(line)[1]))
        .findFirst()
        .orElse(0);
  }
}
