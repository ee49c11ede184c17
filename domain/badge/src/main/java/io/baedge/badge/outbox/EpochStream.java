package io.baedge.badge.outbox;

import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The held records of one epoch in a ring, each waiting, sent or acknowledged. Positions count
 * records since the start of the ring and never wrap; cursors are positions.
 */
final class EpochStream {
  private static final byte WAITING = 0;
  private static final byte SENT = 1;
  private static final byte ACKNOWLEDGED = 2;

  final long epoch;
  private @Nullable Sample[] ring = new Sample[32];
  private byte[] states = new byte[32];
  private long first;
  private long end;

  /** Lowest position that is not acknowledged. */
  private long firstOpen;

  /** Where live records begin; those below are a backlog that must not hold them back. */
  private long liveFrom;

  /** No record of the backlog below waits. */
  private long nextOld;

  /** No live record below waits. */
  private long nextLive;

  private int waitingOld;
  private int waitingLive;

  /** No record from here on was ever sent since it last began to wait. */
  private long sentEnd;

  private int sent;
  private int acknowledged;
  private long lastSequence;

  /** Highest sequence that was lost to the bound; the hub must hear that it will never come. */
  private long gone;

  /** How far the hub says that it has everything. */
  private long hubMark;

  EpochStream(long epoch) {
    this.epoch = epoch;
  }

  void append(Sample sample) {
    if (end - first == ring.length) {
      grow();
    }
    int at = at(end);
    ring[at] = sample;
    states[at] = WAITING;
    end++;
    waitingLive++;
    lastSequence = sample.sequence();
  }

  /** From now on only so many of the newest records are live, and all that come. */
  void live(int most) {
    liveFrom = Math.max(first, end - most);
    waitingOld = 0;
    waitingLive = 0;
    for (long p = firstOpen; p < end; p++) {
      if (states[at(p)] == WAITING) {
        waitingOld += p < liveFrom ? 1 : 0;
        waitingLive += p < liveFrom ? 0 : 1;
      }
    }
    nextOld = firstOpen;
    nextLive = Math.max(firstOpen, liveFrom);
  }

  private int at(long position) {
    return (int) position & (ring.length - 1);
  }

  private void grow() {
    int capacity = ring.length * 2;
    @Nullable Sample[] larger = new Sample[capacity];
    byte[] largerStates = new byte[capacity];
    for (long p = first; p < end; p++) {
      larger[(int) p & (capacity - 1)] = ring[at(p)];
      largerStates[(int) p & (capacity - 1)] = states[at(p)];
    }
    ring = larger;
    states = largerStates;
  }

  Sample sample(long position) {
    Sample sample = ring[at(position)];
    if (sample == null) {
      throw new IllegalStateException("no record is held at " + position);
    }
    return sample;
  }

  int size() {
    return (int) (end - first);
  }

  int sent() {
    return sent;
  }

  int acknowledged() {
    return acknowledged;
  }

  /** Records that the hub has not acknowledged. */
  int open() {
    return size() - acknowledged;
  }

  /** Records that wait to be sent. */
  int waiting() {
    return waitingOld + waitingLive;
  }

  /** Live records that wait to be sent. */
  int waitingLive() {
    return waitingLive;
  }

  /** Records of the backlog that wait to be sent. */
  int waitingOld() {
    return waitingOld;
  }

  private void waits(long position, int change) {
    if (position < liveFrom) {
      waitingOld += change;
    } else {
      waitingLive += change;
    }
  }

  long end() {
    return end;
  }

  long firstOpen() {
    return firstOpen;
  }

  long lastSequence() {
    return lastSequence;
  }

  /** The lowest sequence still held; nothing below will come. */
  long low() {
    return end == first ? lastSequence + 1 : sample(first).sequence();
  }

  /** Everything up to here is acknowledged or gone. */
  long settledThrough() {
    return firstOpen == end ? lastSequence : sample(firstOpen).sequence() - 1;
  }

  boolean isOpen(long position) {
    return position >= first && position < end && states[at(position)] != ACKNOWLEDGED;
  }

  /** Whether the hub still has to hear that lost records will never come. */
  boolean mustAnnounceLow() {
    return gone > hubMark;
  }

  long hubMark() {
    return hubMark;
  }

  /** The oldest live record that waits; only when {@link #waitingLive()} is not 0. */
  Sample oldestLive() {
    while (states[at(nextLive)] != WAITING) {
      nextLive++;
    }
    return sample(nextLive);
  }

  /** Takes the oldest waiting live records that fit and marks them as sent. */
  List<Sample> sendLive(int mostRecords, int mostBytes) {
    List<Sample> batch = new ArrayList<>(Math.min(mostRecords, waitingLive));
    nextLive = send(nextLive, end, Math.min(mostRecords, waitingLive), mostBytes, batch);
    waitingLive -= batch.size();
    return batch;
  }

  /** The same of the backlog. */
  List<Sample> sendOld(int mostRecords, int mostBytes) {
    List<Sample> batch = new ArrayList<>(Math.min(mostRecords, waitingOld));
    nextOld = send(nextOld, liveFrom, Math.min(mostRecords, waitingOld), mostBytes, batch);
    waitingOld -= batch.size();
    return batch;
  }

  private long send(long from, long until, int most, int mostBytes, List<Sample> batch) {
    int bytes = 0;
    long position = from;
    for (; position < until && batch.size() < most; position++) {
      if (states[at(position)] == WAITING) {
        Sample sample = sample(position);
        bytes += Weight.bytes(sample.reading());
        if (bytes > mostBytes && !batch.isEmpty()) {
          break;
        }
        states[at(position)] = SENT;
        batch.add(sample);
      }
    }
    sentEnd = Math.max(sentEnd, position);
    sent += batch.size();
    return position;
  }

  /** What is not held directly before the records of a batch, from a sequence on. */
  SequenceRanges gapsBefore(List<Sample> batch, long from) {
    List<SequenceRanges.Range> gaps = new ArrayList<>();
    long expected = from;
    int next = 0;
    for (long p = first; p < end && next < batch.size(); p++) {
      long sequence = sample(p).sequence();
      if (sequence == batch.get(next).sequence()) {
        if (sequence > expected) {
          gaps.add(new SequenceRanges.Range(expected, sequence - 1));
        }
        next++;
      }
      expected = sequence + 1;
    }
    return new SequenceRanges(gaps);
  }

  /** Sent records within the sequences wait again; returns how many. */
  int waitAgain(long fromSequence, long toSequence) {
    int again = 0;
    for (long p = firstOpen; p < sentEnd; p++) {
      long sequence = sample(p).sequence();
      if (sequence > toSequence) {
        break;
      }
      if (sequence >= fromSequence && states[at(p)] == SENT) {
        states[at(p)] = WAITING;
        waits(p, 1);
        if (p < liveFrom) {
          nextOld = Math.min(nextOld, p);
        } else {
          nextLive = Math.min(nextLive, p);
        }
        again++;
      }
    }
    sent -= again;
    return again;
  }

  /** Marks what the hub has; returns how many records were not known to be there before. */
  int acknowledge(Received received) {
    hubMark = Math.max(hubMark, received.contiguous());
    var ranges = received.above().ranges();
    long highest = ranges.isEmpty() ? received.contiguous() : ranges.getLast().to();
    int fresh = 0;
    for (long p = firstOpen; p < end && sample(p).sequence() <= highest; p++) {
      byte state = states[at(p)];
      if (state != ACKNOWLEDGED && received.contains(sample(p).sequence())) {
        if (state == SENT) {
          sent--;
        } else {
          waits(p, -1);
        }
        states[at(p)] = ACKNOWLEDGED;
        fresh++;
      }
    }
    acknowledged += fresh;
    advance();
    return fresh;
  }

  private void advance() {
    while (firstOpen < end && states[at(firstOpen)] == ACKNOWLEDGED) {
      firstOpen++;
    }
    nextOld = Math.max(nextOld, firstOpen);
    nextLive = Math.max(nextLive, Math.max(firstOpen, liveFrom));
    sentEnd = Math.max(sentEnd, firstOpen);
  }

  /** A restored hub has none of it for sure: everything held waits again. Returns how many. */
  int restart(int mostLive) {
    int again = acknowledged + sent;
    Arrays.fill(states, WAITING);
    acknowledged = 0;
    sent = 0;
    firstOpen = first;
    sentEnd = first;
    hubMark = 0;
    live(mostLive);
    return again;
  }

  /** Whether the oldest record is one that the hub has. */
  boolean oldestIsAcknowledged() {
    return first < end && states[at(first)] == ACKNOWLEDGED;
  }

  /** Position of the oldest record. */
  long first() {
    return first;
  }

  /**
   * Drops the oldest record.
   *
   * @param elsewhere whether it is still to come from elsewhere; else, unless the hub has it, it is
   *     lost
   */
  void dropOldest(boolean elsewhere) {
    int at = at(first);
    byte state = states[at];
    switch (state) {
      case ACKNOWLEDGED -> acknowledged--;
      case SENT -> sent--;
      default -> waits(first, -1);
    }
    if (state != ACKNOWLEDGED && !elsewhere) {
      gone = sample(first).sequence();
    }
    ring[at] = null;
    states[at] = WAITING;
    first++;
    firstOpen = Math.max(firstOpen, first);
    advance();
  }

  /** The hub says that it has everything up to the mark. */
  void heard(long mark) {
    hubMark = Math.max(hubMark, mark);
  }

  /** Nothing is held, and nothing up to the sequence will ever come. */
  void goneThrough(long sequence) {
    lastSequence = sequence;
    gone = sequence;
  }
}
