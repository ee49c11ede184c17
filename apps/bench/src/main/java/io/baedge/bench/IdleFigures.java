package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the kernel has counted of a process, to tell what it does while nobody asks it anything.
///
/// @param threads by their number
/// @param cardBytes `write_bytes`: what went towards a disk, in whole pages
/// @param calledBytes `wchar`: what was handed to the kernel to write, sockets included
record IdleFigures(SortedMap<Long, Task> threads, long cardBytes, long calledBytes) {
  private static final double NS_PER_S = 1e9;

  /// A thread.
  ///
  /// @param cpuNs on a processor so far
  /// @param wakeUps how often it gave up its processor by itself, and so was woken later
  record Task(long cpuNs, long wakeUps) {
    private static final Task NEW = new Task(0, 0);
  }

  /// The same of one hour, if it is like the time between two looks.
  record PerHour(double cpuS, double wakeUps, double cardBytes, double calledBytes) {}

  static IdleFigures of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      SortedMap<Long, Task> threads = new TreeMap<>();
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
        for (Path task : tasks) {
          read(task, threads);
        }
      }
      String io = Files.readString(process.resolve("io"));
      return new IdleFigures(threads, value(io, "write_bytes:"), value(io, "wchar:"));
    } catch (IOException e) {
      throw new CommandFailure(
          process + " cannot be read (" + e.getMessage() + "); it has ended, or this is not Linux",
          e);
    }
  }

  /// What happened since an earlier look. Threads that began and ended between are not seen.
  PerHour since(IdleFigures before, double seconds) {
    long cpuNs = 0;
    long wakeUps = 0;
    for (var entry : threads.entrySet()) {
      Task then = before.threads.getOrDefault(entry.getKey(), Task.NEW);
      cpuNs += entry.getValue().cpuNs - then.cpuNs;
      wakeUps += entry.getValue().wakeUps - then.wakeUps;
    }
    double hours = seconds / 3_600;
    return new PerHour(
        cpuNs / NS_PER_S / hours,
        wakeUps / hours,
        (cardBytes - before.cardBytes) / hours,
        (calledBytes - before.calledBytes) / hours);
  }

  private static void read(Path task, SortedMap<Long, Task> threads) throws IOException {
    try {
      String run = Files.readString(task.resolve("schedstat"));
      String status = Files.readString(task.resolve("status"));
      threads.put(
          Long.parseLong(String.valueOf(task.getFileName())),
          new Task(
              Long.parseLong(run.substring(0, run.indexOf(' '))),
              value(status, "voluntary_ctxt_switches:")));
    } catch (NoSuchFileException e) {
      // It ended while it was looked at.
    }
  }

  private static long value(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
        .findFirst()
        .orElse(0);
  }
}
