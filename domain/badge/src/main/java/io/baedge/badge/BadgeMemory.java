package io.baedge.badge;

import io.baedge.kit.journal.JournalContents;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a badge remembered before this start.
 *
 * @param epoch of this start, raised and forced to storage before it was handed in
 * @param files the small files by name; a missing one counts as empty
 * @param onCard which records of earlier epochs are there to be read
 */
public record BadgeMemory(long epoch, SortedMap<String, byte[]> files, JournalContents onCard) {
  /** The last desired state that was applied. */
  public static final String DESIRED = "desired";

  /** What is on the glass. */
  public static final String GLASS = "glass";

  /** Choices made at the badge and values put by programs. */
  public static final String LOCAL = "local";

  /** The commands that were carried out. */
  public static final String COMMANDS = "commands";

  /** Which start of the board the monotonic clock counts from, and since which epoch. */
  public static final String CLOCK = "clock";

  /** The last good values of the badge's own sources. */
  public static final String VALUES = "values";

  /** When the hub was last heard, for workloads that stop without it. */
  public static final String WORK = "work";

  /** The names of all small files. */
  public static final List<String> FILES =
      List.of(CLOCK, COMMANDS, DESIRED, GLASS, LOCAL, VALUES, WORK);

  public BadgeMemory {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A device that starts for the first time. */
  public static BadgeMemory blank(long epoch) {
    return new BadgeMemory(epoch, new TreeMap<>(), JournalContents.NOTHING);
  }

  /** A device that starts with these. */
  public static BadgeMemory of(long epoch, Map<String, byte[]> files, JournalContents onCard) {
    return new BadgeMemory(epoch, new TreeMap<>(files), onCard);
  }

  byte[] file(String name) {
    byte[] bytes = files.get(name);
    return bytes == null ? new byte[0] : bytes;
  }
}
