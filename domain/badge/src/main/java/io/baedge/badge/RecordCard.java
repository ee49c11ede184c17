package io.baedge.badge;

import io.baedge.kit.journal.Disk;
import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.kit.journal.Held;
import io.baedge.kit.journal.Journal;
import io.baedge.kit.journal.JournalContents;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.kit.journal.JournalView;
import io.baedge.kit.journal.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out on a disk what a badge wants of its records, in one start of the badge. A disk that
 * fails is tried again with the next order. One thread uses it.
 */
public final class RecordCard {
  private final Disk disk;
  private final JournalSettings settings;
  private long epoch;
  private @Nullable Journal journal;
  private @Nullable JournalContents atStart;

  /** Nothing is read yet. */
  public RecordCard(Disk disk, JournalSettings settings, long epoch) {
    this.disk = disk;
    this.settings = settings;
    this.epoch = epoch;
  }

  /** What was on the disk at the start, for the badge that starts. */
  public JournalContents contents() throws DiskFailed {
    JournalContents known = atStart;
    if (known == null) {
      known = open().contents();
      atStart = known;
    }
    return known;
  }

  /**
   * The epoch of this start: the one it was made with, or above all of which the disk holds records
   * when that one is not. A start that could not save its number may have kept records of a higher
   * one.
   */
  public long countAboveHeld() {
    try {
      for (Held held : contents().held()) {
        epoch = Math.max(epoch, held.epoch() + 1);
      }
    } catch (DiskFailed e) {
      // Told by whoever asks for the contents; nothing is held back that could be sent.
    }
    return epoch;
  }

  private Journal open() throws DiskFailed {
    Journal open = journal;
    if (open == null) {
      open = Journal.open(disk, settings);
      journal = open;
    }
    return open;
  }

  /** Appends records; tells the outcome, and what had to make room. */
  public List<BadgeEvent> keep(BadgeEffect.Keep keep, long monoMs) {
    List<BadgeEvent> events = new ArrayList<>(2);
    try {
      open().append(epoch, keep.samples(), monoMs, keep.force());
      if (keep.force() && !keep.samples().isEmpty()) {
        events.add(new BadgeEvent.Kept(keep.samples().getLast().sequence()));
      }
    } catch (DiskFailed e) {
      events.add(new BadgeEvent.KeepFailed(String.valueOf(e.getMessage())));
    }
    tellLosses(events);
    return events;
  }

  private void tellLosses(List<BadgeEvent> events) {
    Journal open = journal;
    List<Loss> losses = open == null ? List.of() : open.takeLosses();
    if (!losses.isEmpty()) {
      events.add(new BadgeEvent.Evicted(losses));
    }
  }

  /** Reads a page, which comes first; then what turned out to be rotten, if anything. */
  public List<BadgeEvent> fetch(BadgeEffect.Fetch fetch) {
    List<BadgeEvent> events = new ArrayList<>(2);
    try {
      events.add(
          new BadgeEvent.Fetched(
              fetch.epoch(),
              fetch.fromSequence(),
              open().read(fetch.epoch(), fetch.fromSequence(), fetch.most())));
    } catch (DiskFailed e) {
      events.add(new BadgeEvent.FetchFailed(String.valueOf(e.getMessage())));
    }
    tellLosses(events);
    return events;
  }

  /**
   * Notes what the hub has; returns why that failed. Nothing depends on it but the number of
   * records that are sent twice after the next start.
   */
  public Optional<String> acknowledged(BadgeEffect.Acknowledged ack) {
    try {
      open().acknowledged(ack.generation(), ack.epoch(), ack.throughSequence());
      return Optional.empty();
    } catch (DiskFailed e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Forces what was written, because the device stops. */
  public void close() throws DiskFailed {
    Journal open = journal;
    if (open != null) {
      open.force();
    }
  }

  /** The journal now; empty before the disk could be read. */
  public Optional<JournalView> view() {
    return Optional.ofNullable(journal).map(Journal::view);
  }
}
