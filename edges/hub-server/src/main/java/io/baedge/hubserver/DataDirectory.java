package io.baedge.hubserver;

import io.baedge.hubserver.store.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The hub's directory, held by one process at a time: {@code hub.lock} (held while a hub, a
 * backup's restore or another hub uses it; the text is the process id) and {@code hub.db} with its
 * {@code -wal} and {@code -shm}, unless the store is PostgreSQL.
 */
final class DataDirectory implements AutoCloseable {
  static final String LOCK = "hub.lock";

  private final Path directory;
  private final FileChannel channel;

  private DataDirectory(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** Makes the directory if needed and holds it until closed. */
  static DataDirectory hold(Path directory) throws HubStartFailed {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      FileChannel channel =
          FileChannel.open(
              absolute.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new HubStartFailed(
            "a hub already runs on "
                + absolute
                + holder(absolute)
                + "; stop it or choose another directory with --data");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(processId().getBytes(StandardCharsets.US_ASCII)), 0);
      return new DataDirectory(absolute, channel);
    } catch (IOException e) {
      throw new HubStartFailed(
          "the data directory "
              + absolute
              + " cannot be written to ("
              + Database.reason(e)
              + "); make it writable or choose another with --data",
          e);
    }
  }

  Path path() {
    return directory;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held in this very process.
      return null;
    }
  }

  private static String holder(Path directory) {
    try {
      String id = Files.readString(directory.resolve(LOCK)).strip();
      return id.isEmpty() ? "" : " (process " + id + ")";
    } catch (IOException e) {
      return "";
    }
  }

  private static String processId() {
    return Long.toString(ProcessHandle.current().pid());
  }
}
