package io.baedge.bench;

import io.baedge.badgelinux.card.FolderDisk;
import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.kit.journal.Journal;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.kit.journal.JournalView;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own, with the JVM options of a badge: fills a journal in a folder and looks at
/// its heap, its pace and its recovery.
final class JournalProbe {
  private static final int GROUP = 50;
  private static final int FORCED_GROUPS = 200;
  private static final int COLLECTIONS = 4;

  /// With fewer segments left the journal makes room.
  private static final int SPARE = 4;

  private final Path folder;
  private final JournalSettings settings;
  private long sequence;

  private JournalProbe(Path folder, JournalSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /// Arguments: an empty folder, the size of the card in KiB. Prints the heap in KiB of a journal
  /// on an empty, half full and full card, records, milliseconds of filling, of the forced groups
  /// at the end, of recovery.
  public static void main(String[] args) throws DiskFailed {
    long cardBytes = Long.parseLong(args[1]) << 10;
    int segmentBytes = (int) Math.min(256 << 10, cardBytes / 16);
    new JournalProbe(Path.of(args[0]), JournalSettings.of(cardBytes, segmentBytes)).run();
  }

  /// What a badge measures, in turn.
  static Reading reading(long number) {
    return switch ((int) (number % 3)) {
      case 0 -> new Reading.Power((int) (number / 900) % 100, 3_700, PowerSource.BATTERY);
      case 1 -> new Reading.Radio(-60 - (int) (number % 7), 6, "ap-hall");
      default -> new Reading.Board(400, 60, 1_000 + (int) (number % 50));
    };
  }

  private void run() throws DiskFailed {
    warmUp();
    long bareKb = heapKb();
    Journal journal = Journal.open(FolderDisk.unforced(folder), settings);
    long emptyKb = heapKb() - bareKb;
    int most = journal.view().mostSegments() - SPARE;
    long beganNs = System.nanoTime();
    fill(journal, most / 2);
    long fillNs = System.nanoTime() - beganNs;
    long halfKb = heapKb() - bareKb;
    beganNs = System.nanoTime();
    fill(journal, most);
    fillNs += System.nanoTime() - beganNs;
    long fullKb = heapKb() - bareKb;
    JournalView full = journal.view();
    beganNs = System.nanoTime();
    Journal again = Journal.open(new FolderDisk(folder, 4), settings);
    long recoveryNs = System.nanoTime() - beganNs;
    beganNs = System.nanoTime();
    for (int i = 0; i < FORCED_GROUPS; i++) {
      append(again, true);
    }
    long forcedNs = System.nanoTime() - beganNs;
    System.out.println(
        Machine.text(
            "%d %d %d %d %.3f %.3f %.3f",
            emptyKb,
            halfKb,
            fullKb,
            full.records(),
            fillNs / 1e6,
            forcedNs / 1e6 / FORCED_GROUPS,
            recoveryNs / 1e6));
  }

  /// Classes and tables that every journal of the process shares are no heap of one journal.
  private void warmUp() throws DiskFailed {
    Journal journal = Journal.open(FolderDisk.unforced(folder.resolveSibling("warm-up")), settings);
    append(journal, false);
    sequence = 0;
  }

  private void fill(Journal journal, int segments) throws DiskFailed {
    while (journal.view().segments() < segments) {
      append(journal, false);
    }
  }

  private void append(Journal journal, boolean force) throws DiskFailed {
    List<Sample> samples = new ArrayList<>(GROUP);
    for (int i = 0; i < GROUP; i++) {
      sequence++;
      samples.add(new Sample(sequence, 100 * sequence, reading(sequence)));
    }
    journal.append(1, samples, 100 * sequence, force);
  }

  private static long heapKb() {
    for (int i = 0; i < COLLECTIONS; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
  }
}
