package io.baedge.badgelinux.card;

import io.baedge.badge.BadgeMemory;
import io.baedge.kit.journal.MemoryRecordLog;
import io.baedge.kit.journal.RecordLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state directory of a badge. When it cannot be written the badge lives on without it and says
 * so; only without an identity it cannot start. Used by the badge's own thread.
 */
public final class Card implements AutoCloseable {
  private static final String EPOCH_FILE = "epoch";
  private static final String RECORDS_FILE = "records.log";
  private static final long RECORD_BYTES = 16L * 1024 * 1024;
  private static final long LARGEST_FILE = 256 * 1024;

  private final Path directory;
  private final Identity identity;
  private final long epoch;
  private final RecordLog records;
  private String problem;

  /** The card cannot be used at all; the message is one sentence. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }

  private Card(Path directory, Identity identity, Start start) {
    this.directory = directory;
    this.identity = identity;
    this.epoch = start.epoch;
    this.records = start.records;
    this.problem = start.problem;
  }

  private record Start(long epoch, RecordLog records, String problem) {}

  /** Opens the directory, makes it if need be, and raises the epoch. */
  public static Card open(Path directory) throws Unusable {
    Identity identity;
    try {
      Files.createDirectories(directory);
      identity = Identity.of(directory);
    } catch (IOException e) {
      throw new Unusable(
          "state directory "
              + directory
              + " cannot be used ("
              + reason(e)
              + "); give one that can be written with --state DIR",
          e);
    }
    return new Card(directory, identity, start(directory));
  }

  private static Start start(Path directory) {
    long before = 0;
    try {
      Path file = directory.resolve(EPOCH_FILE);
      if (Files.exists(file)) {
        before = Long.parseLong(Files.readString(file).strip());
      }
      SafeFile.replace(file, Long.toString(before + 1).getBytes(StandardCharsets.US_ASCII));
      return new Start(
          before + 1, new FileRecordLog(directory.resolve(RECORDS_FILE), RECORD_BYTES), "");
    } catch (IOException | NumberFormatException e) {
      // An epoch that cannot be raised durably must still never repeat: take one from the clock,
      // far above every counted one.
      long epochNow = Math.max(before + 1, System.currentTimeMillis() / 1_000);
      return new Start(
          epochNow,
          new MemoryRecordLog(),
          "the card cannot be written (" + reason(e) + "): nothing survives a power cut");
    }
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
    List<RecordLog.Kept> earlier =
        records.readAll().stream().filter(kept -> kept.epoch() != epoch).toList();
    return BadgeMemory.of(epoch, files, earlier);
  }

  /** Replaces a small file. */
  public void save(String name, byte[] bytes) {
    try {
      SafeFile.replace(directory.resolve(name), bytes);
    } catch (IOException e) {
      problem = name + " cannot be saved: " + reason(e);
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
  }

  private static String reason(Exception e) {
    String kind = e.getClass().getSimpleName();
    return e instanceof java.nio.file.FileSystemException f && f.getReason() != null
        ? f.getReason()
        : kind + ": " + e.getMessage();
  }
}
