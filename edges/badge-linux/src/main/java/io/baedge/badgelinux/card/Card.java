package io.baedge.badgelinux.card;

import io.baedge.badge.BadgeMemory;
import io.baedge.badge.RecordCard;
import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.kit.journal.JournalContents;
import io.baedge.kit.journal.JournalSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
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
  private static final String RECORDS_FOLDER = "records";
  private static final String FORMER_RECORDS = "records.log";
  private static final String LOCK_FILE = "lock";
  private static final int MOST_OPEN_FILES = 4;
  private static final long LARGEST_FILE = 256 * 1024;
  private static final String CANNOT_SAVE = " cannot be saved: ";
  private static final int STEP_WITHOUT_CARD = 1_000_000;
  private static final String NOT_WRITTEN = "the card cannot be written (";

  private final Path directory;
  private final Identity identity;
  private final long epoch;
  private final FolderDisk disk;
  private final RecordCard records;
  private final Optional<FileChannel> lock;
  private volatile String problem;

  /** Whether the card says that this epoch was used. */
  private boolean counted;

  /** The highest epoch that is known to have been used. */
  private long usedEpoch;

  /** The card cannot be used at all; the message is one sentence. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  private Card(
      Path directory,
      Identity identity,
      Optional<FileChannel> lock,
      Start start,
      JournalSettings journal) {
    this.directory = directory;
    this.identity = identity;
    this.lock = lock;
    this.disk = new FolderDisk(directory.resolve(RECORDS_FOLDER), MOST_OPEN_FILES);
    this.records = new RecordCard(disk, journal, start.epoch);
    this.epoch = records.countAboveHeld();
    this.problem = start.problem;
    // Records of a start that could not count its epoch are sent like those of any earlier one.
    this.counted = start.counted && epoch == start.epoch;
    this.usedEpoch = epoch;
    countEpoch();
  }

  private record Start(long epoch, boolean counted, String problem) {}

  /** Opens the directory with a journal of the usual size. */
  public static Card open(Path directory) throws Unusable {
    return open(directory, JournalSettings.DEFAULT);
  }

  /** Opens the directory, makes it if need be, and raises the epoch. */
  public static Card open(Path directory, JournalSettings journal) throws Unusable {
    Optional<FileChannel> lock = Optional.empty();
    try {
      Files.createDirectories(directory);
      lock = lock(directory);
      Identity identity = Identity.of(directory);
      return new Card(directory, identity, lock, start(directory), journal);
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
      writeEpoch(directory, epoch);
      return new Start(
          epoch,
          true,
          damaged
              ? "the epoch on the card was damaged; it goes on with " + epoch
              : formerRecords(directory));
    } catch (IOException e) {
      return new Start(
          epochWithoutCard(before),
          false,
          NOT_WRITTEN + reason(e) + "): nothing survives a power cut");
    }
  }

  private static void writeEpoch(Path directory, long epoch) throws IOException {
    SafeFile.replace(
        directory.resolve(EPOCH_FILE), Long.toString(epoch).getBytes(StandardCharsets.US_ASCII));
  }

  /** Records of the former format are left as they are: nothing is lost, and nothing is hidden. */
  private static String formerRecords(Path directory) throws IOException {
    Path former = directory.resolve(FORMER_RECORDS);
    return Files.exists(former) && Files.size(former) > 0
        ? former
            + " holds records that an earlier version kept and this one does not send; start the"
            + " earlier version once to send them, or remove the file"
        : "";
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
    return BadgeMemory.of(epoch, files, recordsBefore());
  }

  private JournalContents recordsBefore() {
    try {
      return records.contents();
    } catch (DiskFailed e) {
      problem = "earlier records cannot be read: " + e.getMessage();
      return JournalContents.NOTHING;
    }
  }

  /**
   * Notes that an epoch of this device was used, so that the next start counts above it; false when
   * the card does not take that now. It is tried again with the next file that the card takes.
   */
  public boolean used(long otherEpoch) {
    if (otherEpoch > usedEpoch) {
      usedEpoch = otherEpoch;
      counted = false;
    }
    countEpoch();
    return counted;
  }

  /** An epoch that the card could not take at the start is written as soon as it can be. */
  private void countEpoch() {
    if (counted) {
      return;
    }
    try {
      writeEpoch(directory, usedEpoch);
      counted = true;
      if (problem.startsWith(NOT_WRITTEN)) {
        problem = "";
      }
    } catch (IOException e) {
      if (problem.isEmpty()) {
        problem = NOT_WRITTEN + reason(e) + "): the next start may count lower than this one";
      }
    }
  }

  /** Replaces a small file. */
  public void save(String name, byte[] bytes) {
    try {
      SafeFile.replace(directory.resolve(name), bytes);
      countEpoch();
      if (problem.startsWith(name + CANNOT_SAVE)) {
        problem = "";
      }
    } catch (IOException e) {
      problem = name + CANNOT_SAVE + reason(e);
    }
  }

  /** The records. */
  public RecordCard records() {
    return records;
  }

  /** What is wrong with the card; empty when all is well. */
  public String problem() {
    return problem;
  }

  @Override
  public void close() {
    countEpoch();
    try {
      records.close();
    } catch (DiskFailed e) {
      problem = "the records cannot be forced: " + e.getMessage();
    }
    disk.close();
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
