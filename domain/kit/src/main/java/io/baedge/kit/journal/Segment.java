package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of a journal: a header, then frames. Its number salts the sum of every frame, so that
 * what a file held before it was used again is never taken for its own. The file starts with magic,
 * format version, class, level of thinning, number, the numbers that it stands for, and a sum.
 */
final class Segment {
  static final int HEADER_BYTES = 64;

  private static final int MAGIC = 0x42444a31;
  private static final byte VERSION = 1;
  private static final int VERSION_AT = 4;
  private static final int CLASS_AT = 5;
  private static final int LEVEL_AT = 6;
  private static final int NUMBER_AT = 8;
  private static final int FROM_AT = 16;
  private static final int TO_AT = 24;
  private static final int SUM_AT = 32;

  final String file;
  final RecordClass of;
  final int level;
  final long number;

  /** The numbers that it stands for: its own, or those of the segments that it was thinned from. */
  final long from;

  final long to;

  /** The sum of the last frame, or of the header; the next frame's sum begins with it. */
  int chain;

  /** Where the next frame goes. */
  int end = HEADER_BYTES;

  /** Whether thinning did not help. */
  boolean dense;

  /** How often it could not be read. */
  int failures;

  final List<Span> spans = new ArrayList<>(1);

  /** The records of one epoch in it. */
  static final class Span {
    final long epoch;
    long first = Long.MAX_VALUE;
    long last;
    long count;
    long lastMonoMs;

    Span(long epoch) {
      this.epoch = epoch;
    }
  }

  Segment(String file, RecordClass of, int level, long number, long from, long to) {
    this.file = file;
    this.of = of;
    this.level = level;
    this.number = number;
    this.from = from;
    this.to = to;
  }

  /** Writes the header; what the file held before counts no more. */
  void begin(Disk disk) throws DiskFailed {
    disk.write(file, 0, header(), 0, HEADER_BYTES);
  }

  /** The header; from here on the next frame's sum begins with its sum. */
  byte[] header() {
    byte[] header = new byte[HEADER_BYTES];
    Bytes.putInt(header, 0, MAGIC);
    header[VERSION_AT] = VERSION;
    header[CLASS_AT] = (byte) of.ordinal();
    header[LEVEL_AT] = (byte) level;
    Bytes.putLong(header, NUMBER_AT, number);
    Bytes.putLong(header, FROM_AT, from);
    Bytes.putLong(header, TO_AT, to);
    chain = sum(header);
    Bytes.putInt(header, SUM_AT, chain);
    return header;
  }

  /** The segment in the file, without its frames; null when there is none. */
  static @Nullable Segment in(Disk disk, String file) throws DiskFailed {
    if (disk.sizeBytes(file) < HEADER_BYTES) {
      return null;
    }
    byte[] header = new byte[HEADER_BYTES];
    disk.read(file, 0, header, 0, HEADER_BYTES);
    int sum = sum(header);
    if (Bytes.intAt(header, 0) != MAGIC
        || header[VERSION_AT] != VERSION
        || Bytes.intAt(header, SUM_AT) != sum
        || header[CLASS_AT] < 0
        || header[CLASS_AT] >= RecordClass.count()) {
      return null;
    }
    var segment =
        new Segment(
            file,
            RecordClass.at(header[CLASS_AT]),
            header[LEVEL_AT],
            Bytes.longAt(header, NUMBER_AT),
            Bytes.longAt(header, FROM_AT),
            Bytes.longAt(header, TO_AT));
    segment.chain = sum;
    return segment;
  }

  private static int sum(byte[] header) {
    var crc = new CRC32C();
    crc.update(header, 0, SUM_AT);
    return (int) crc.getValue();
  }

  /** Adds a frame of records to what is known of the segment. */
  void note(long epoch, long first, long last, long count, long lastMonoMs) {
    Span span = span(epoch);
    if (span == null) {
      span = new Span(epoch);
      spans.add(span);
    }
    span.first = Math.min(span.first, first);
    span.last = Math.max(span.last, last);
    span.count += count;
    span.lastMonoMs = Math.max(span.lastMonoMs, lastMonoMs);
  }

  @Nullable Span span(long epoch) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (spans.get(i).epoch == epoch) {
        return spans.get(i);
      }
    }
    return null;
  }

  /** Of the records of an epoch only so many are left. */
  void cut(Span span, long last, long count) {
    if (count == 0) {
      spans.remove(span);
    } else {
      span.last = last;
      span.count = count;
    }
  }

  /** Whether it was thinned from the other. */
  boolean replaces(Segment other) {
    return other.of == of
        && other.number != number
        && other.number < number
        && other.from >= from
        && other.to <= to
        && level > other.level;
  }
}
