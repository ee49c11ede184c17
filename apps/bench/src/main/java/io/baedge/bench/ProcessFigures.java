package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What the kernel says of a process, from `/proc`.
///
/// @param cpuMs user and system time so far, of all threads, in steps of 10 ms
/// @param residentKb `VmRSS`
/// @param anonymousKb `RssAnon`, the part that no file backs
record ProcessFigures(long cpuMs, long residentKb, long anonymousKb) {
  /// USER_HZ, which is 100 on every Linux that Java runs on.
  private static final long MS_PER_TICK = 10;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Fields after the command name, which may hold spaces and ends with the last bracket.
  private static final int USER_TICKS = 11;

  private static final int SYSTEM_TICKS = 12;

  static ProcessFigures of(long pid) {
    Path directory = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(directory.resolve("stat"));
      String[] fields = SPACE.split(stat.substring(stat.lastIndexOf(')') + 2));
      long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
      List<String> status = Files.readAllLines(directory.resolve("status"));
      return new ProcessFigures(
          ticks * MS_PER_TICK, kilobytes(status, "VmRSS:"), kilobytes(status, "RssAnon:"));
    } catch (IOException e) {
      throw new CommandFailure(
          "process "
              + pid
              + " cannot be read from /proc ("
              + e.getMessage()
              + "); it has ended, or this is not Linux",
          e);
    }
  }

  private static long kilobytes(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(SPACE.split(line)[1]))
        .findFirst()
        .orElse(0);
  }
}
