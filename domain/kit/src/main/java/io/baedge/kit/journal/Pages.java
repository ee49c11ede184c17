package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a journal page by page: the classes side by side, each in its own order. */
final class Pages {
  private static final int TRIES = 3;

  private final Segments segments;
  private final RotSight rot;

  Pages(Segments segments, RotSight rot) {
    this.segments = segments;
    this.rot = rot;
  }

  /** Hears that a segment cannot be read from a position on, before it is cut there. */
  @FunctionalInterface
  interface RotSight {
    void rotten(Segment segment, int end);
  }

  /** The lowest records of an epoch from a sequence on. */
  List<Sample> read(long epoch, long from, int most) throws DiskFailed {
    var read = new ArrayList<Sample>();
    for (int of = 0; of < RecordClass.count(); of++) {
      new Run(RecordClass.at(of), epoch, from, read.size() + most, read).read();
    }
    read.sort(Comparator.comparingLong(Sample::sequence));
    return read.size() <= most ? read : new ArrayList<>(read.subList(0, most));
  }

  /** The records of one class. */
  private final class Run {
    private final RecordClass of;
    private final long epoch;
    private final int wanted;
    private final List<Sample> into;
    private long next;

    Run(RecordClass of, long epoch, long from, int wanted, List<Sample> into) {
      this.of = of;
      this.epoch = epoch;
      this.next = from;
      this.wanted = wanted;
      this.into = into;
    }

    void read() throws DiskFailed {
      List<Segment> used = segments.used();
      for (int i = 0; i < used.size() && into.size() < wanted; i++) {
        Segment segment = used.get(i);
        Segment.Span span = segment.of == of ? segment.span(epoch) : null;
        if (span != null && span.last >= next && segment.failures < TRIES) {
          read(segment);
        }
      }
    }

    private void read(Segment segment) throws DiskFailed {
      try {
        SegmentReader reader = segments.reader(segment);
        while (into.size() < wanted && reader.next()) {
          if (reader.kind() == SegmentReader.RECORDS) {
            read(reader.body());
          }
        }
        if (into.size() < wanted && reader.end < segment.end) {
          rot.rotten(segment, reader.end);
        }
        segment.failures = 0;
      } catch (DiskFailed e) {
        // A card that cannot read a part of itself must not hold up the rest for ever.
        segment.failures++;
        if (segment.failures < TRIES) {
          throw e;
        }
        rot.rotten(segment, Segment.HEADER_BYTES);
      }
    }

    private void read(Bytes.In body) {
      SegmentReader.Head head = SegmentReader.head(body);
      if (head.epoch() != epoch || head.last() < next) {
        return;
      }
      for (Sample sample : SegmentReader.samples(body)) {
        if (sample.sequence() >= next && into.size() < wanted) {
          into.add(sample);
          next = sample.sequence() + 1;
        }
      }
    }
  }
}
