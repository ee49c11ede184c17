package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes room when all segments are in use: first what the hub has, then it thins, then it evicts
 * the oldest segment of the lowest class that is over its share; events only when nothing else is
 * left (methods.md 3.2). What the hub did not have is a loss.
 */
final class Room {
  private static final int PERCENT = 100;

  /** How much of a frame's samples one frame of a thinned segment takes up. */
  private static final int GROUP = 200;

  private final Segments segments;
  private final Marks marks;
  private final Frames frames;
  private long ofEpoch;
  private long nowMonoMs;

  /** Losses that are to be told before the space is used again. */
  private final List<Loss> losses = new ArrayList<>();

  private long nextLoss = 1;

  Room(Segments segments, Marks marks, Frames frames) {
    this.segments = segments;
    this.marks = marks;
    this.frames = frames;
  }

  /** The moment, on the clock of an epoch. */
  void now(long epoch, long monoMs) {
    ofEpoch = epoch;
    nowMonoMs = monoMs;
  }

  /** A number that was used for a loss before. */
  void lossSeen(long number) {
    nextLoss = Math.max(nextLoss, number + 1);
  }

  /** Frees at least one segment, unless nothing is left to free. */
  List<Loss> make() throws DiskFailed {
    losses.clear();
    if (!releaseAcknowledged()) {
      RecordClass victim = victim();
      if (!thin(victim)) {
        evict(victim);
      }
    }
    return losses;
  }

  /** Frees the oldest segment of which the hub has everything; false when there is none. */
  boolean releaseAcknowledged() {
    List<Segment> used = segments.used();
    for (int i = 0; i < used.size(); i++) {
      Segment segment = used.get(i);
      if (!segments.isWritten(segment) && marks.cover(segment)) {
        segments.release(segment);
        return true;
      }
    }
    return false;
  }

  /** The lowest class over its share; events only when nothing else is left. */
  private RecordClass victim() {
    int[] counts = new int[RecordClass.count()];
    for (Segment segment : segments.used()) {
      counts[segment.of.ordinal()]++;
    }
    for (int of = counts.length - 1; of > 0; of--) {
      int share = segments.limit() * RecordClass.at(of).sharePercent() / PERCENT;
      if (counts[of] > share) {
        return RecordClass.at(of);
      }
    }
    for (int of = counts.length - 1; of > 0; of--) {
      if (counts[of] > 0) {
        return RecordClass.at(of);
      }
    }
    return RecordClass.EVENTS;
  }

  private void evict(RecordClass of) throws DiskFailed {
    for (Segment segment : segments.used()) {
      if (segment.of == of) {
        lose(segment);
        // Told before it is true: a power cut between leaves a loss that did not happen.
        frames.losses(losses);
        segments.release(segment);
        return;
      }
    }
  }

  private void lose(Segment segment) {
    Map<Long, Tally> tallies = new TreeMap<>();
    try {
      frames.samples(
          segment,
          (epoch, sample) -> {
            if (sample.sequence() > marks.of(epoch)) {
              tallies.computeIfAbsent(epoch, _ -> new Tally()).add(sample.sequence());
            }
          });
    } catch (DiskFailed e) {
      // What cannot be read is lost all the same; the index knows how much it was.
      tallies.clear();
      for (Segment.Span span : segment.spans) {
        tallies.put(span.epoch, new Tally(span.first, span.last, span.count));
      }
    }
    note(segment.of, tallies, false);
  }

  /** Cuts off what of a segment cannot be read; returns what the hub lacks of it. */
  List<Loss> rotten(Segment segment, int end) {
    Map<Long, Tally> good = new TreeMap<>();
    segments.rotten(segment, end);
    try {
      frames.samples(
          segment,
          (epoch, sample) -> good.computeIfAbsent(epoch, _ -> new Tally()).add(sample.sequence()));
    } catch (DiskFailed e) {
      good.clear();
    }
    List<Loss> rotten = new ArrayList<>();
    for (Segment.Span span : List.copyOf(segment.spans)) {
      Tally left = good.getOrDefault(span.epoch, new Tally());
      long from = Math.max(Math.max(span.first, left.to + 1), marks.of(span.epoch) + 1);
      long count = Math.min(span.count - left.count, span.last - from + 1);
      if (count > 0) {
        rotten.add(new Loss(nextLoss++, segment.of, span.epoch, from, span.last, count, false));
      }
      segment.cut(span, left.to, left.count);
    }
    return rotten;
  }

  private void note(RecordClass of, Map<Long, Tally> tallies, boolean thinned) {
    tallies.forEach(
        (epoch, tally) -> {
          if (tally.count > 0) {
            losses.add(new Loss(nextLoss++, of, epoch, tally.from, tally.to, tally.count, thinned));
          }
        });
  }

  /** What was lost of one epoch. */
  private static final class Tally {
    private long from = Long.MAX_VALUE;
    private long to;
    private long count;

    Tally() {}

    Tally(long from, long to, long count) {
      this.from = from;
      this.to = to;
      this.count = count;
    }

    void add(long sequence) {
      from = Math.min(from, sequence);
      to = Math.max(to, sequence);
      count++;
    }
  }

  /** Thins some of the oldest segments of a class into one; false when that frees nothing. */
  private boolean thin(RecordClass of) throws DiskFailed {
    List<Segment> some = candidates(of);
    if (some.size() < 2) {
      return false;
    }
    int from = some.getFirst().level;
    int to = level(some.getLast());
    Segment thinned = segments.thinned(some.getFirst(), some.getLast(), to);
    Map<Long, Tally> tallies = new TreeMap<>();
    boolean done = false;
    try {
      done = copy(some, thinned, Thinning.of(of, from, to), tallies);
      if (done) {
        note(of, tallies, true);
        frames.losses(losses);
        segments.finish(thinned, some);
      }
    } finally {
      if (!done) {
        losses.clear();
        segments.abandon(thinned);
        some.forEach(segment -> segment.dense = true);
      }
    }
    return done;
  }

  /** The oldest neighbours of one level that are old enough for a higher one. */
  private List<Segment> candidates(RecordClass of) {
    List<Segment> some = new ArrayList<>();
    int target = 0;
    for (Segment segment : segments.used()) {
      if (segment.of != of) {
        continue;
      }
      boolean fits =
          !segments.isWritten(segment) && !segment.dense && level(segment) > segment.level;
      if (fits && some.isEmpty()) {
        target = level(segment);
      }
      boolean alike =
          fits
              && (some.isEmpty()
                  || (some.getFirst().level == segment.level && level(segment) == target));
      if (alike) {
        some.add(segment);
        if (some.size() == Thinning.together(of, segment.level, target)) {
          break;
        }
      } else if (some.size() >= 2) {
        break;
      } else {
        some.clear();
      }
    }
    return some;
  }

  /** The level that the newest record of the segment deserves. */
  private int level(Segment segment) {
    long youngestMs = Long.MAX_VALUE;
    for (Segment.Span span : segment.spans) {
      // Of an epoch that has ended at least this epoch's time has passed since.
      long ageMs = span.epoch == ofEpoch ? nowMonoMs - span.lastMonoMs : sinceEnd(span);
      youngestMs = Math.min(youngestMs, ageMs);
    }
    return Thinning.level(segment.of, youngestMs);
  }

  private long sinceEnd(Segment.Span span) {
    long endMonoMs = 0;
    for (Segment segment : segments.used()) {
      Segment.Span other = segment.span(span.epoch);
      endMonoMs = other == null ? endMonoMs : Math.max(endMonoMs, other.lastMonoMs);
    }
    return nowMonoMs + endMonoMs - span.lastMonoMs;
  }

  private boolean copy(
      List<Segment> some, Segment thinned, Thinning thinning, Map<Long, Tally> tallies)
      throws DiskFailed {
    var into = new Copy(thinned);
    for (Segment segment : some) {
      frames.samples(
          segment,
          (epoch, sample) -> {
            if (sample.sequence() <= marks.of(epoch)) {
              return; // the hub has it
            }
            if (thinning.keeps(epoch, sample)) {
              into.add(epoch, sample);
            } else {
              tallies.computeIfAbsent(epoch, _ -> new Tally()).add(sample.sequence());
            }
          });
    }
    return into.end();
  }

  /** Records on their way into a thinned segment, in groups of one epoch. */
  private final class Copy {
    private final Segment into;
    private final List<Sample> group = new ArrayList<>();
    private long epoch;
    private boolean overflows;

    Copy(Segment into) {
      this.into = into;
    }

    void add(long sampleEpoch, Sample sample) throws DiskFailed {
      if (!group.isEmpty() && (sampleEpoch != epoch || group.size() == GROUP)) {
        write();
      }
      epoch = sampleEpoch;
      group.add(sample);
    }

    boolean end() throws DiskFailed {
      write();
      return !overflows;
    }

    private void write() throws DiskFailed {
      if (!group.isEmpty() && !overflows) {
        overflows = !frames.records(into, epoch, group);
      }
      group.clear();
    }
  }
}
