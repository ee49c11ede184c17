package io.baedge.badgelinux.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which process a workload is, so that a badge that was killed does not start it a second time
 * beside itself. A process is named by number, time of its start in ticks, and start of the board:
 * numbers are used again.
 */
final class PidFile {
  private static final int STARTED_AT = 22;

  private final Path file;
  private final String boot;

  PidFile(Path file, String boot) {
    this.file = file;
    this.boot = boot;
  }

  void write(ProcessHandle process) {
    Optional<String> name = name(process.pid());
    if (name.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, name.get());
    } catch (IOException e) {
      // A card that cannot be written costs only this safety.
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What it names is gone, so the next start finds nothing to end.
    }
  }

  /** Ends the process that is written down, if it still runs. */
  void endLeftover(long graceMs) {
    try {
      String written = Files.exists(file) ? Files.readString(file) : "";
      String[] parts = written.split(" ", 2);
      Optional<ProcessHandle> left =
          parts[0].matches("\\d{1,10}")
              ? ProcessHandle.of(Long.parseLong(parts[0]))
                  .filter(p -> name(p.pid()).equals(Optional.of(written)))
              : Optional.empty();
      left.ifPresent(process -> end(process, graceMs));
    } catch (IOException e) {
      // Nothing is known of a leftover.
    }
    remove();
  }

  private static void end(ProcessHandle process, long graceMs) {
    process.destroy();
    try {
      process.onExit().get(graceMs, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Empty where the kernel does not tell. The name of the program may hold spaces and brackets. */
  private Optional<String> name(long pid) {
    if (boot.isEmpty()) {
      return Optional.empty();
    }
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
      // The first field after the bracket is the third.
      return Optional.of(pid + " " + fields[STARTED_AT - 3] + " " + boot);
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
