package io.baedge.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Puts processes into control groups of their own that may hold only so much memory: a group below
/// this program's own where the kernel lets it (cgroup v1), else a scope of systemd (v2).
final class MemoryGroup implements AutoCloseable {
  private static final String PREFIX = "baedge-bench-";
  private static final Path MOUNTS = Path.of("/sys/fs/cgroup");
  private static final Path OWN = Path.of("/proc/self/cgroup");
  private static final String JOIN = "echo $$ >\"$1\" && shift && exec \"$@\"";
  private static final long TRY_LIMIT_S = 20;

  private final Optional<Path> parent;
  private final long limitBytes;
  private int made;

  private MemoryGroup(Optional<Path> parent, long limitBytes) {
    this.parent = parent;
    this.limitBytes = limitBytes;
  }

  /// What the kernel has counted of a group.
  ///
  /// @param mostBytes charged at once, pages of files included
  /// @param kills of processes, because there was no more
  record Charge(long mostBytes, long kills) {}

  /// Tries both ways; empty when this machine allows neither.
  static Optional<MemoryGroup> find(long limitBytes) throws InterruptedException {
    Optional<Path> own = ownGroup(OWN, MOUNTS.resolve("memory"));
    if (own.isPresent()) {
      removeEmptyOnes(own.get());
      var group = new MemoryGroup(own, limitBytes);
      if (group.works()) {
        return Optional.of(group);
      }
      group.close();
    }
    var scopes = new MemoryGroup(Optional.empty(), limitBytes);
    return scopes.works() ? Optional.of(scopes) : Optional.empty();
  }

  /// This program's own group of cgroup v1, if there is one and it can be seen.
  static Optional<Path> ownGroup(Path cgroups, Path mount) {
    try {
      return Files.readAllLines(cgroups).stream()
          .map(line -> line.split(":", 3))
          .filter(parts -> parts.length == 3 && List.of(parts[1].split(",")).contains("memory"))
          .map(parts -> mount.resolve(parts[2].substring(1)))
          .filter(Files::isDirectory)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Words in front of a command, so that it runs in a new group from its first instruction on.
  List<String> words() throws IOException {
    if (parent.isEmpty()) {
      return List.of(
          "systemd-run",
          "--scope",
          "--quiet",
          "--collect",
          "--property=MemoryMax=" + limitBytes,
          "--property=MemorySwapMax=0");
    }
    String name = PREFIX + ProcessHandle.current().pid() + "-" + made++;
    Path group = Files.createDirectory(parent.get().resolve(name));
    String limit = Long.toString(limitBytes);
    Files.writeString(group.resolve("memory.limit_in_bytes"), limit);
    Path withSwap = group.resolve("memory.memsw.limit_in_bytes");
    if (Files.exists(withSwap)) {
      Files.writeString(withSwap, limit);
    }
    return List.of("/bin/sh", "-c", JOIN, "sh", group.resolve("cgroup.procs").toString());
  }

  /// The charge of the group in which that process is.
  static Charge charge(long pid) throws IOException {
    return charge(Path.of("/proc", Long.toString(pid), "cgroup"), MOUNTS);
  }

  static Charge charge(Path cgroups, Path mounts) throws IOException {
    Optional<Path> first = ownGroup(cgroups, mounts.resolve("memory"));
    if (first.isPresent()) {
      return new Charge(
          number(first.get().resolve("memory.max_usage_in_bytes")),
          named(first.get().resolve("memory.oom_control"), "oom_kill"));
    }
    for (String line : Files.readAllLines(cgroups)) {
      if (line.startsWith("0::/")) {
        Path group = mounts.resolve(line.substring("0::/".length()));
        return new Charge(
            number(group.resolve("memory.peak")),
            named(group.resolve("memory.events"), "oom_kill"));
      }
    }
    throw new IOException(cgroups + " names no group of memory");
  }

  /// Removes the groups; their processes have ended.
  @Override
  public void close() {
    parent.ifPresent(MemoryGroup::removeEmptyOnes);
  }

  private boolean works() throws InterruptedException {
    try {
      List<String> command = new ArrayList<>(words());
      command.add("true");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(TRY_LIMIT_S, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /// Those of this run, and of earlier ones that could not tidy up.
  private static void removeEmptyOnes(Path parent) {
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path group : groups) {
        remove(group);
      }
    } catch (IOException e) {
      // Nothing can be seen, so nothing can be removed.
    }
  }

  private static void remove(Path group) {
    try {
      // The files in it are the kernel's; the directory goes as if it were empty.
      Files.delete(group);
    } catch (IOException e) {
      // Another run has processes in it.
    }
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }

  private static long named(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }
}
