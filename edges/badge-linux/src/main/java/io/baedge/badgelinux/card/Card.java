package io.baedge.badgelinux.card;

import io.baedge.badge.BadgeMemory;
import io.baedge.kit.journal.MemoryRecordLog;
import io.baedge.kit.journal.RecordLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state directory of a badge. When it cannot be written the badge lives on without it and says
 * so; only without an identity it cannot start. Used by the badge's own thread.
 */
public final class Card implements AutoCloseable {
  private static final String EPOCH_FILE = "epoch";
  private static final String RECORDS_FILE = "records.log";
  private static final String LOCK_FILE = "lock";
  private static final long RECORD_BYTES = 4L * 1024 * 1024;
  private static final long LARGEST_FILE = 256 * 1024;
  private static final String CANNOT_SAVE = " cannot be saved: ";
  private static final int STEP_WITHOUT_CARD = 1_000_000;

  private final Path directory;
  private final Identity identity;
  private final long epoch;
  private final RecordLog records;
  private final Optional<FileChannel> lock;
  private volatile String problem;

  /** The card cannot be used at all; the message is one sentence. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  private Card(Path directory, Identity identity, Optional<FileChannel> lock, Start start) {
    this.directory = directory;
    this.identity = identity;
    this.lock = lock;
    this.epoch = start.epoch;
    this.records = start.records;
    this.problem = start.problem;
  }

  private record Start(long epoch, RecordLog records, String problem) {}

  /** Opens the directory, makes it if need be, and raises the epoch. */
  public static Card open(Path directory) throws Unusable {
    Optional<FileChannel> lock = Optional.empty();
    try {
      Files.createDirectories(directory);
      lock = lock(directory);
      Identity identity = Identity.of(directory);
      return new Card(directory, identity, lock, start(directory));
    } catch (IOException e) {
      lock.ifPresent(Card::release);
      throw new Unusable(
          "state directory "
              + directory
              + " cannot be used ("
              + reason(e)
              + "); give one that can be written with --state DIR",
          e);
    }
  }

  /** Two processes must not be the same device; the system frees the lock of one that died. */
  private static Optional<FileChannel> lock(Path directory) throws IOException, Unusable {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileSystemException e) {
      return Optional.empty(); // cannot be written, and so cannot be used by two for writing
    }
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this process: the same answer.
    }
    channel.close();
    throw new Unusable(
        "state directory "
            + directory
            + " is in use by another badge; stop it or give another directory with --state DIR",
        null);
  }

  private static Start start(Path directory) {
    long before = 0;
    boolean damaged = false;
    try {
      Path file = directory.resolve(EPOCH_FILE);
      if (Files.exists(file)) {
        try {
          before = Long.parseLong(Files.readString(file).strip());
        } catch (NumberFormatException e) {
          damaged = true;
        }
      }
      long epoch = damaged ? epochWithoutCard(0) : before + 1;
      SafeFile.replace(file, Long.toString(epoch).getBytes(StandardCharsets.US_ASCII));
      var records = new FileRecordLog(directory.resolve(RECORDS_FILE), RECORD_BYTES);
      return new Start(
          epoch,
          records,
          damaged ? "the epoch on the card was damaged; it goes on with " + epoch : "");
    } catch (IOException e) {
      return new Start(
          epochWithoutCard(before),
          new MemoryRecordLog(),
          "the card cannot be written (" + reason(e) + "): nothing survives a power cut");
    }
  }

  /**
   * An epoch that cannot be counted must still never repeat, even on a board whose clock starts at
   * the same moment each time.
   */
  private static long epochWithoutCard(long before) {
    return Math.max(before, System.currentTimeMillis() / 1_000)
        + 1
        + new SecureRandom().nextInt(STEP_WITHOUT_CARD);
  }

  /** Who this device is. */
  public Identity identity() {
    return identity;
  }

  /** The epoch of this start. */
  public long epoch() {
    return epoch;
  }

  /** What the badge remembered. */
  public BadgeMemory memory() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : BadgeMemory.FILES) {
      Path file = directory.resolve(name);
      try {
        if (Files.exists(file) && Files.size(file) <= LARGEST_FILE) {
          files.put(name, Files.readAllBytes(file));
        }
      } catch (IOException e) {
        problem = file + " cannot be read: " + reason(e);
      }
    }
    return BadgeMemory.of(epoch, files, earlierRecords());
  }

  private List<RecordLog.Kept> earlierRecords() {
    try {
      return records.readAll().stream().filter(kept -> kept.epoch() != epoch).toList();
    } catch (UncheckedIOException e) {
      problem = String.valueOf(e.getMessage());
      return List.of();
    }
  }

  /** Replaces a small file. */
  public void save(String name, byte[] bytes) {
    try {
      SafeFile.replace(directory.resolve(name), bytes);
      if (problem.startsWith(name + CANNOT_SAVE)) {
        problem = "";
      }
    } catch (IOException e) {
      problem = name + CANNOT_SAVE + reason(e);
    }
  }

  /** The records. */
  public RecordLog records() {
    return records;
  }

  /** What is wrong with the card; empty when all is well. */
  public String problem() {
    return problem;
  }

  @Override
  public void close() {
    if (records instanceof FileRecordLog log) {
      try {
        log.close();
      } catch (IOException e) {
        problem = "the records cannot be forced: " + reason(e);
      }
    }
    lock.ifPresent(Card::release);
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The system frees it at the end of the process in any case.
    }
  }

  private static String reason(Exception e) {
    return switch (e) {
      case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
      case FileSystemException f -> f.getClass().getSimpleName() + ": " + f.getMessage();
      default -> String.valueOf(e.getMessage());
    };
  }
}
