package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The files of a journal, which of them are in use, and the one of each class that is written. */
final class Segments {
  private static final String PREFIX = "journal-";
  private static final byte[] NO_HEADER = new byte[Segment.HEADER_BYTES];

  private final Disk disk;
  private final JournalSettings settings;
  private final CRC32C crc = new CRC32C();

  /** In use, in the order of what they hold. */
  private final List<Segment> used = new ArrayList<>();

  /** Files whose content counts no more. */
  private final List<String> free = new ArrayList<>();

  /** Written since they were forced last. */
  private final List<String> dirty = new ArrayList<>(RecordClass.count());

  private final @Nullable Segment[] writers = new Segment[RecordClass.count()];
  private long nextNumber = 1;
  private int nextFile;
  private long writtenBytes;
  private int damaged;

  Segments(Disk disk, JournalSettings settings) {
    this.disk = disk;
    this.settings = settings;
  }

  /** Takes up what is on the disk; each good frame is shown. */
  void recover(FrameSight sight) throws DiskFailed {
    for (String file : disk.names()) {
      if (isOurs(file)) {
        nextFile = Math.max(nextFile, Integer.parseInt(file.substring(PREFIX.length())) + 1);
        Segment segment = Segment.in(disk, file);
        if (segment == null) {
          free.add(file);
        } else {
          used.add(segment);
          nextNumber = Math.max(nextNumber, Math.max(segment.number, segment.to) + 1);
        }
      }
    }
    for (Segment old : List.copyOf(used)) {
      if (used.stream().anyMatch(newer -> newer.replaces(old))) {
        release(old);
      }
    }
    used.sort(Comparator.comparingLong(segment -> segment.to));
    for (Segment segment : used) {
      int size = scan(segment, sight);
      if (segment.level == 0 && size == settings.segmentBytes()) {
        writers[segment.of.ordinal()] = segment;
      }
    }
  }

  /** Sees the frames of a segment in order. */
  @FunctionalInterface
  interface FrameSight {
    void frame(Segment segment, SegmentReader frame);
  }

  private int scan(Segment segment, FrameSight sight) throws DiskFailed {
    int size = (int) Math.min(Integer.MAX_VALUE, disk.sizeBytes(segment.file));
    var reader = new SegmentReader(disk, segment, segment.chain, size, settings.trustTail());
    while (reader.next()) {
      sight.frame(segment, reader);
    }
    segment.end = reader.end;
    segment.chain = reader.chain;
    damaged += reader.torn() ? 1 : 0;
    return size;
  }

  private static boolean isOurs(String file) {
    return file.startsWith(PREFIX)
        && file.length() > PREFIX.length()
        && file.length() <= PREFIX.length() + 6
        && file.chars().skip(PREFIX.length()).allMatch(c -> c >= '0' && c <= '9');
  }

  /** Reads what is known to be good. */
  SegmentReader reader(Segment segment) throws DiskFailed {
    Segment header = Segment.in(disk, segment.file);
    if (header == null || header.number != segment.number) {
      throw new DiskFailed(Disk.Failure.IO, segment.file + " has lost its header");
    }
    return new SegmentReader(disk, segment, header.chain, segment.end, settings.trustTail());
  }

  /** In the order of what they hold. */
  List<Segment> used() {
    return used;
  }

  /** How many more may be taken into use. */
  int left() {
    return settings.segments() - used.size();
  }

  boolean isWritten(Segment segment) {
    return writers[segment.of.ordinal()] == segment;
  }

  /** Whether a frame of this size finds room in the segment that is written. */
  boolean fits(RecordClass of, int frameBytes) {
    Segment writer = writers[of.ordinal()];
    return writer != null && writer.end + frameBytes <= settings.segmentBytes();
  }

  /** Writes to a new segment of the class from here on. */
  void open(RecordClass of) throws DiskFailed {
    writers[of.ordinal()] = null;
    Segment segment = begin(of);
    dirty(segment.file);
    used.add(segment);
    writers[of.ordinal()] = segment;
  }

  /** A segment for what is left of others; it counts only once it is finished. */
  Segment thinned(Segment first, Segment last, int level) throws DiskFailed {
    var segment = new Segment(file(), first.of, level, nextNumber++, first.from, last.to);
    segment.header();
    return segment;
  }

  private Segment begin(RecordClass of) throws DiskFailed {
    long number = nextNumber++;
    var segment = new Segment(file(), of, 0, number, number, number);
    try {
      segment.begin(disk);
    } catch (DiskFailed e) {
      free.add(segment.file);
      throw e;
    }
    writtenBytes += Segment.HEADER_BYTES;
    return segment;
  }

  /** A file to write to: one that was used before, or a new one. */
  private String file() throws DiskFailed {
    while (!free.isEmpty()) {
      String file = free.removeLast();
      if (disk.sizeBytes(file) == settings.segmentBytes()) {
        return file;
      }
      // Left from a power cut or another setting.
      disk.delete(file);
    }
    String file = PREFIX + String.format(Locale.ROOT, "%04d", nextFile);
    disk.create(file, settings.segmentBytes());
    nextFile++;
    writtenBytes += settings.segmentBytes();
    return file;
  }

  /**
   * Appends a frame to the segment of the class that is written.
   *
   * @param frame with room for the head of a frame before the body
   */
  Segment append(RecordClass of, Bytes frame) throws DiskFailed {
    Segment writer = writers[of.ordinal()];
    if (writer == null) {
      throw new IllegalStateException("no segment is open for " + of);
    }
    try {
      append(writer, frame);
    } catch (DiskFailed e) {
      // Nobody knows what stands there now.
      writers[of.ordinal()] = null;
      throw e;
    }
    dirty(writer.file);
    return writer;
  }

  /** Appends a frame to a segment. */
  void append(Segment segment, Bytes frame) throws DiskFailed {
    int length = frame.size - SegmentReader.FRAME_HEAD;
    Bytes.putInt(frame.array, 0, length);
    int sum = SegmentReader.sum(crc, segment.chain, frame.array, 0, length);
    Bytes.putInt(frame.array, SegmentReader.SUM_AT, sum);
    disk.write(segment.file, segment.end, frame.array, 0, frame.size);
    segment.end += frame.size;
    segment.chain = sum;
    writtenBytes += frame.size;
  }

  private void dirty(String file) {
    if (!dirty.contains(file)) {
      dirty.add(file);
    }
  }

  /** Makes all that was appended durable. */
  void force() throws DiskFailed {
    while (!dirty.isEmpty()) {
      String file = dirty.removeLast();
      try {
        disk.force(file);
      } catch (DiskFailed e) {
        // It takes no more writes; what was in it comes again and goes to another segment.
        for (int of = 0; of < writers.length; of++) {
          Segment writer = writers[of];
          if (writer != null && writer.file.equals(file)) {
            writers[of] = null;
          }
        }
        throw e;
      }
    }
  }

  /** Puts a thinned segment in the place of those that it was thinned from. */
  void finish(Segment thinned, List<Segment> instead) throws DiskFailed {
    // The header makes the frames count, so it comes last.
    disk.force(thinned.file);
    int chain = thinned.chain;
    thinned.begin(disk);
    thinned.chain = chain;
    disk.force(thinned.file);
    writtenBytes += Segment.HEADER_BYTES;
    used.set(used.indexOf(instead.getLast()), thinned);
    instead.forEach(this::release);
  }

  /** Gives the file of a segment back that never came into use. */
  void abandon(Segment segment) {
    free.add(segment.file);
  }

  /** The content of the segment counts no more; its file can be used again. */
  void release(Segment segment) {
    used.remove(segment);
    if (isWritten(segment)) {
      writers[segment.of.ordinal()] = null;
    }
    free.add(segment.file);
    try {
      disk.write(segment.file, 0, NO_HEADER, 0, NO_HEADER.length);
      dirty(segment.file);
    } catch (DiskFailed e) {
      // Then a start before it is used again finds what was in it once more, which does no harm.
    }
  }

  int segmentBytes() {
    return settings.segmentBytes();
  }

  int limit() {
    return settings.segments();
  }

  long writtenBytes() {
    return writtenBytes;
  }

  /** A segment cannot be read beyond there; it is not written any more. */
  void rotten(Segment segment, int end) {
    damaged++;
    segment.end = end;
    if (isWritten(segment)) {
      writers[segment.of.ordinal()] = null;
    }
  }

  /** Segments that ended in a torn frame, or that rotted. */
  int damaged() {
    return damaged;
  }
}
