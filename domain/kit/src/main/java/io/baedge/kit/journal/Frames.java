package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.telemetry.Sample;
import java.util.List;
import java.util.Map;

/** Writes and reads frames: records, marks and losses. */
final class Frames {
  /** More than a mark or a loss needs. */
  private static final int SMALL_FRAME = 96;

  private final Segments segments;
  private final Marks marks;
  private final Bytes frame = new Bytes(512);

  Frames(Segments segments, Marks marks) {
    this.segments = segments;
    this.marks = marks;
  }

  /** Takes one record after the other. */
  @FunctionalInterface
  interface SampleSight {
    void sample(long epoch, Sample sample) throws DiskFailed;
  }

  private Bytes begin(byte kind) {
    frame.clear(SegmentReader.FRAME_HEAD);
    frame.number(kind);
    return frame;
  }

  /** A frame of records, to be appended before another is made. */
  Bytes records(long toldLoss, long epoch, List<Sample> samples) {
    begin(SegmentReader.RECORDS);
    long first = samples.getFirst().sequence();
    frame.number(toldLoss);
    frame.number(epoch);
    frame.number(first);
    frame.number(samples.getLast().sequence() - first);
    frame.number(samples.size());
    frame.number(Math.max(0, samples.getLast().monoMs()));
    frame.bytes(SampleColumns.encode(samples));
    return frame;
  }

  /** Appends records to a segment of their own; false when they find no room. */
  boolean records(Segment into, long epoch, List<Sample> samples) throws DiskFailed {
    Bytes bytes = records(0, epoch, samples);
    if (into.end + bytes.size > segments.segmentBytes()) {
      return false;
    }
    segments.append(into, bytes);
    note(into, epoch, samples);
    return true;
  }

  static void note(Segment segment, long epoch, List<Sample> samples) {
    segment.note(
        epoch,
        samples.getFirst().sequence(),
        samples.getLast().sequence(),
        samples.size(),
        samples.getLast().monoMs());
  }

  private Bytes mark(long epoch, long through) {
    begin(SegmentReader.MARK);
    frame.number(marks.generation());
    frame.number(epoch);
    frame.number(through);
    return frame;
  }

  /** Notes losses durably among the events. */
  void losses(List<Loss> losses) throws DiskFailed {
    if (losses.isEmpty()) {
      return;
    }
    for (int i = 0; i < losses.size(); i++) {
      Loss loss = losses.get(i);
      roomForSmall();
      begin(SegmentReader.LOSS);
      frame.number(loss.number());
      frame.number(loss.of().ordinal());
      frame.number(loss.epoch());
      frame.number(loss.from());
      frame.number(loss.to() - loss.from());
      frame.number(loss.count());
      frame.number(loss.thinned() ? 1 : 0);
      segments.append(RecordClass.EVENTS, frame);
    }
    segments.force();
  }

  private void roomForSmall() throws DiskFailed {
    if (!segments.fits(RecordClass.EVENTS, SMALL_FRAME)) {
      open(RecordClass.EVENTS);
    }
  }

  /** Begins a segment; one of events repeats the marks, since it may outlive the ones before. */
  void open(RecordClass of) throws DiskFailed {
    segments.open(of);
    if (of == RecordClass.EVENTS) {
      marks.all().keySet().removeIf(epoch -> !holds(epoch));
      for (Map.Entry<Long, Long> mark : marks.all().entrySet()) {
        roomForSmall();
        segments.append(of, mark(mark.getKey(), mark.getValue()));
      }
    }
  }

  private boolean holds(long epoch) {
    for (Segment segment : segments.used()) {
      if (segment.span(epoch) != null) {
        return true;
      }
    }
    return false;
  }

  /** Notes how far the hub has an epoch; losing that only means that it gets some again. */
  void noteMark(long epoch) throws DiskFailed {
    roomForSmall();
    segments.append(RecordClass.EVENTS, mark(epoch, marks.of(epoch)));
  }

  static Loss loss(Bytes.In body) {
    long number = body.number();
    RecordClass of = RecordClass.at((int) (body.number() & 3));
    long epoch = body.number();
    long from = body.number();
    return new Loss(
        number, of, epoch, from, from + body.number(), body.number(), body.number() == 1);
  }

  /** Shows all records of a segment. */
  void samples(Segment segment, SampleSight sight) throws DiskFailed {
    SegmentReader reader = segments.reader(segment);
    while (reader.next()) {
      if (reader.kind() == SegmentReader.RECORDS) {
        Bytes.In body = reader.body();
        SegmentReader.Head head = SegmentReader.head(body);
        for (Sample sample : SegmentReader.samples(body)) {
          sight.sample(head.epoch(), sample);
        }
      }
    }
  }
}
