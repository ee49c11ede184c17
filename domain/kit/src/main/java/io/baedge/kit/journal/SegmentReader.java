package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.telemetry.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads the frames of a segment up to the first that is not whole. */
final class SegmentReader {
  /** A frame is its length, its sum, and a body that begins with its kind. */
  static final int FRAME_HEAD = 8;

  static final int SUM_AT = 4;
  static final byte RECORDS = 1;
  static final byte MARK = 2;
  static final byte LOSS = 3;

  private static final int WINDOW = 16 << 10;

  private final Disk disk;
  private final Segment segment;
  private final int stopAt;
  private final boolean trustTail;
  private final CRC32C crc = new CRC32C();
  private byte[] window;
  private int windowAt;
  private int windowSize;

  /** Where the frame read last ends. */
  int end = Segment.HEADER_BYTES;

  /** The sum of the frame read last. */
  int chain;

  private byte kind;
  private int bodyFrom;
  private int bodyEnd;

  /** What a frame of records says before them. */
  record Head(long toldLoss, long epoch, long first, long last, long count, long lastMonoMs) {}

  SegmentReader(Disk disk, Segment segment, int headerSum, int stopAt, boolean trustTail) {
    this.disk = disk;
    this.segment = segment;
    this.chain = headerSum;
    this.stopAt = stopAt;
    this.trustTail = trustTail;
    this.window = new byte[Math.min(WINDOW, stopAt)];
  }

  /** Goes to the next frame; false at the end or where something is not right. */
  boolean next() throws DiskFailed {
    if (stopAt - end < FRAME_HEAD + 1) {
      return false;
    }
    int at = load(end, FRAME_HEAD);
    int length = Bytes.intAt(window, at);
    if (length < 1 || length > stopAt - end - FRAME_HEAD) {
      return false;
    }
    at = load(end, FRAME_HEAD + length);
    int sum = Bytes.intAt(window, at + SUM_AT);
    if (sum != sum(crc, chain, window, at, length) && !trustTail) {
      return false;
    }
    chain = sum;
    kind = window[at + FRAME_HEAD];
    bodyFrom = at + FRAME_HEAD + 1;
    bodyEnd = at + FRAME_HEAD + length;
    end += FRAME_HEAD + length;
    return true;
  }

  /** The sum of a frame: over the one before, the length and the body. */
  static int sum(CRC32C crc, int chain, byte[] bytes, int frameAt, int length) {
    crc.reset();
    for (int shift = 24; shift >= 0; shift -= 8) {
      crc.update(chain >>> shift);
    }
    crc.update(bytes, frameAt, SUM_AT);
    crc.update(bytes, frameAt + FRAME_HEAD, length);
    return (int) crc.getValue();
  }

  /** Whether there are bytes behind the last good frame that are no end. */
  boolean torn() throws DiskFailed {
    return stopAt - end >= FRAME_HEAD && Bytes.intAt(window, load(end, SUM_AT)) != 0;
  }

  byte kind() {
    return kind;
  }

  /** The body behind its kind. */
  Bytes.In body() {
    return new Bytes.In(window, bodyFrom, bodyEnd);
  }

  static Head head(Bytes.In body) {
    long toldLoss = body.number();
    long epoch = body.number();
    long first = body.number();
    long last = first + body.number();
    return new Head(toldLoss, epoch, first, last, body.number(), body.number());
  }

  /** The records behind a head; none when they cannot be read. */
  static List<Sample> samples(Bytes.In body) {
    return switch (SampleColumns.decode(body.rest())) {
      case Decoded.Ok<List<Sample>>(List<Sample> samples) -> samples;
      case Decoded.Malformed<List<Sample>> _ -> List.of();
    };
  }

  /** Brings bytes of the file into the window; returns where they begin in it. */
  private int load(int at, int length) throws DiskFailed {
    if (at < windowAt || at + length > windowAt + windowSize) {
      if (length > window.length) {
        window = Arrays.copyOf(window, length);
      }
      windowAt = at;
      windowSize = Math.min(window.length, stopAt - at);
      disk.read(segment.file, at, window, 0, windowSize);
    }
    return at - windowAt;
  }
}
