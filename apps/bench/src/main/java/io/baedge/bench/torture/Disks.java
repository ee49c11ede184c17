package io.baedge.bench.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Small file systems of their own. They are unmounted in turn when this is closed; what is left
/// goes with the mount namespace.
final class Disks implements AutoCloseable {
  private final Room room;
  private final Deque<Path> mounted = new ArrayDeque<>();
  private int copies;

  Disks(Room room) {
    this.room = room;
  }

  /// What is missing to mount loop devices and copy at one moment.
  static Optional<String> missingForPowerCuts() {
    return Shell.notApart()
        .or(() -> Shell.missing("mkfs.btrfs", "mkfs.ext4", "mount", "umount", "sqlite3"))
        .or(
            () ->
                Files.exists(Path.of("/dev/loop-control"))
                    ? Optional.empty()
                    : Optional.of("no loop devices here"));
  }

  /// A place whose images can be copied as they are at one moment.
  Path copyable(String name) throws TortureFailed, InterruptedException {
    Path image = room.directory().resolve(name + ".img");
    Shell.run("truncate", "-s", "2G", image.toString());
    Shell.run("mkfs.btrfs", "-q", image.toString());
    Path place = room.sub(name);
    mount(place, "-o", "loop", image.toString());
    return place;
  }

  /// A disk within a copyable place; its image lies beside.
  Path disk(Path place, String name, String size) throws TortureFailed, InterruptedException {
    Path image = place.resolve(name + ".img");
    Shell.run("truncate", "-s", size, image.toString());
    Shell.run("mkfs.ext4", "-q", "-F", image.toString());
    Path disk = room.sub(name);
    mount(disk, "-o", "loop", image.toString());
    return disk;
  }

  /// A file system in memory.
  Path memory(String name, String size) throws TortureFailed, InterruptedException {
    Path disk = room.sub(name);
    mount(disk, "-t", "tmpfs", "-o", "size=" + size, "tmpfs");
    return disk;
  }

  void remount(Path disk, String options) throws TortureFailed, InterruptedException {
    Shell.run("mount", "-o", "remount," + options, disk.toString());
  }

  /// What there would be after a power cut now: what the device held, mounted.
  PowerCut cut(Path place, String name) throws TortureFailed, InterruptedException {
    String copy = "copy-" + ++copies;
    Path image = place.resolve(copy + ".img");
    Shell.run("cp", "--reflink=always", place.resolve(name + ".img").toString(), image.toString());
    return new PowerCut(image, room.sub(copy));
  }

  private void mount(Path at, String... how) throws TortureFailed, InterruptedException {
    String[] command = new String[how.length + 2];
    command[0] = "mount";
    System.arraycopy(how, 0, command, 1, how.length);
    command[how.length + 1] = at.toString();
    Shell.run(command);
    mounted.push(at);
  }

  /// A copy; it is mounted on [#open()] and gone after [#close()].
  final class PowerCut {
    private final Path image;
    private final Path at;

    private PowerCut(Path image, Path at) {
      this.image = image;
      this.at = at;
    }

    Path open() throws TortureFailed, InterruptedException {
      mount(at, "-o", "loop", image.toString());
      return at;
    }

    void close() throws TortureFailed, InterruptedException {
      if (mounted.remove(at)) {
        Shell.run("umount", at.toString());
      }
      Shell.run("rm", "-f", image.toString());
    }
  }

  @Override
  public void close() {
    while (!mounted.isEmpty()) {
      Path at = mounted.pop();
      try {
        Shell.run("umount", "--lazy", at.toString());
      } catch (TortureFailed e) {
        System.err.println("torture: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
