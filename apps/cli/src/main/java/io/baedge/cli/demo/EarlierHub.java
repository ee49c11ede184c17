package io.baedge.cli.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** The hub of a demo that was killed a moment ago: it still stores what it had taken. */
final class EarlierHub {
  private static final long LIMIT_MS = 5_000;
  private static final long LOOK_EVERY_MS = 100;

  private EarlierHub() {}

  /**
   * Waits until nobody holds the directory, for a while: a hub that stays is somebody else's, and
   * the next one says so in its own sentence.
   */
  static void await(Path data) throws InterruptedException {
    Path lock = data.resolve("hub.lock");
    long limitNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MS);
    while (held(lock) && System.nanoTime() < limitNs) {
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private static boolean held(Path lock) {
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      FileLock free = channel.tryLock();
      return free == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      // The hub looks at its directory itself and says what is wrong with it.
      return false;
    }
  }
}
