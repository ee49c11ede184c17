package io.baedge.badgelinux.card;

import io.baedge.kit.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A disk as a folder of the file system. Few files are open at once. */
public final class FolderDisk implements Disk, AutoCloseable {
  private static final int ZERO_BYTES = 64 * 1024;

  private final Path folder;
  private final int mostOpen;
  private final boolean forces;

  /** The channel used last comes last. */
  private final Map<String, FileChannel> open = new LinkedHashMap<>(8, 0.75f, true);

  /** Files whose force failed; nobody knows what of them is durable. */
  private final Set<String> broken = new HashSet<>();

  /**
   * Uses the folder, which is made with its first file.
   *
   * @param mostOpen files kept open at once, at least 1
   */
  public FolderDisk(Path folder, int mostOpen) {
    this(folder, mostOpen, true);
  }

  private FolderDisk(Path folder, int mostOpen, boolean forces) {
    this.folder = folder;
    this.mostOpen = mostOpen;
    this.forces = forces;
  }

  /**
   * A disk for many emulated devices on one machine: what is written survives the program, but
   * nothing waits for the machine's storage.
   */
  public static FolderDisk unforced(Path folder) {
    return new FolderDisk(folder, 1, false);
  }

  @Override
  public List<String> names() throws DiskFailed {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> String.valueOf(path.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed("be listed", folder, e);
    }
  }

  @Override
  public long sizeBytes(String name) throws DiskFailed {
    try {
      return Files.size(path(name));
    } catch (IOException e) {
      throw failed("be found", path(name), e);
    }
  }

  @Override
  public void create(String name, long sizeBytes) throws DiskFailed {
    Path path = path(name);
    boolean made = false;
    makeFolder();
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      made = true;
      // Real zeros: space that is only promised would have to be found at every force.
      ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(ZERO_BYTES, sizeBytes));
      for (long left = sizeBytes; left > 0; ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), left));
        left -= channel.write(zeros);
      }
      if (forces) {
        Forcing.force(channel, true);
        SafeFile.forceDirectoryOf(path);
      }
    } catch (IOException e) {
      if (made) {
        takeBack(path);
      }
      throw failed("be made", path, e);
    }
  }

  private void makeFolder() throws DiskFailed {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        SafeFile.forceDirectoryOf(folder);
      }
    } catch (IOException e) {
      throw failed("be made", folder, e);
    }
  }

  /** Half a file would only take space; without success the next start finds and removes it. */
  private static void takeBack(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The failure that led here is the one to tell.
    }
  }

  @Override
  public void read(String name, long position, byte[] into, int offset, int length)
      throws DiskFailed {
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
    try {
      FileChannel channel = within(name, position, length);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position() - offset) < 0) {
          throw new IOException("it became shorter while it was read");
        }
      }
    } catch (IOException e) {
      throw failed("be read", path(name), e);
    }
  }

  @Override
  public void write(String name, long position, byte[] from, int offset, int length)
      throws DiskFailed {
    checkSound(name);
    ByteBuffer buffer = ByteBuffer.wrap(from, offset, length);
    try {
      FileChannel channel = within(name, position, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer, position + buffer.position() - offset);
      }
    } catch (IOException e) {
      throw failed("be written", path(name), e);
    }
  }

  @Override
  public void force(String name) throws DiskFailed {
    checkSound(name);
    try {
      FileChannel channel = channel(name);
      if (forces) {
        Forcing.force(channel, false);
      }
    } catch (IOException e) {
      broken.add(name);
      close(open.remove(name));
      throw failed("be forced", path(name), e);
    }
  }

  @Override
  public void delete(String name) throws DiskFailed {
    close(open.remove(name));
    try {
      Files.delete(path(name));
      broken.remove(name);
      SafeFile.forceDirectoryOf(path(name));
    } catch (IOException e) {
      throw failed("be removed", path(name), e);
    }
  }

  @Override
  public long freeBytes() throws DiskFailed {
    try {
      return Files.getFileStore(Files.exists(folder) ? folder : folder.toAbsolutePath().getRoot())
          .getUsableSpace();
    } catch (IOException e) {
      throw failed("tell its free space", folder, e);
    }
  }

  @Override
  public void close() {
    open.values().forEach(FolderDisk::close);
    open.clear();
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private void checkSound(String name) throws DiskFailed {
    if (broken.contains(name)) {
      throw new DiskFailed(
          Failure.IO, path(name) + " could not be forced before and is not written any more");
    }
  }

  private FileChannel within(String name, long position, int length) throws IOException {
    FileChannel channel = channel(name);
    if (position < 0 || position + length > channel.size()) {
      throw new IOException("it has " + channel.size() + " bytes, not " + length + " there");
    }
    return channel;
  }

  private FileChannel channel(String name) throws IOException {
    FileChannel channel = open.get(name);
    if (channel != null) {
      return channel;
    }
    if (open.size() >= mostOpen) {
      // What was written to it stays to be forced through the next channel of the same file.
      close(open.remove(open.keySet().iterator().next()));
    }
    channel = FileChannel.open(path(name), StandardOpenOption.READ, StandardOpenOption.WRITE);
    open.put(name, channel);
    return channel;
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // Everything that counts was forced, and a failed force was told.
      }
    }
  }

  private static DiskFailed failed(String what, Path path, IOException e) {
    String reason =
        e instanceof FileSystemException f && f.getReason() != null
            ? String.valueOf(f.getReason())
            : e.getClass().getSimpleName() + ": " + e.getMessage();
    return new DiskFailed(kind(reason), path + " cannot " + what + ": " + reason, e);
  }

  private static Failure kind(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    if (words.contains("no space left")
        || words.contains("quota")
        || words.contains("file too large")) {
      return Failure.FULL;
    }
    return words.contains("read-only") ? Failure.READ_ONLY : Failure.IO;
  }
}
