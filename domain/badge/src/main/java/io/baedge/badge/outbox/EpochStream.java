package io.baedge.badge.outbox;

import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
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

  /** No record below waits. */
  private long nextToSend;

  /** No record from here on was ever sent since it last began to wait. */
  private long sentEnd;

  private int sent;
  private int acknowledged;
  private long lastSequence;

  /** Highest sequence that was lost to the bound; the hub must hear that it will never come. */
  private long gone;

  /** How far the hub says that it has everything. */
  private long hubMark;

  /** Of an earlier epoch: how far the card was told to forget. */
  long forgottenThrough;

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
    lastSequence = sample.sequence();
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
    return open() - sent;
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

  /** The oldest record that waits; only when {@link #waiting()} is not 0. */
  Sample oldestWaiting() {
    while (states[at(nextToSend)] != WAITING) {
      nextToSend++;
    }
    return sample(nextToSend);
  }

  /** Takes the oldest waiting records that fit and marks them as sent. */
  List<Sample> send(int mostRecords, int mostBytes) {
    int most = Math.min(mostRecords, waiting());
    List<Sample> batch = new ArrayList<>(most);
    int bytes = 0;
    long position = nextToSend;
    for (; position < end && batch.size() < most; position++) {
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
    nextToSend = position;
    sentEnd = Math.max(sentEnd, position);
    sent += batch.size();
    return batch;
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
        nextToSend = Math.min(nextToSend, p);
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
        sent -= state == SENT ? 1 : 0;
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
    nextToSend = Math.max(nextToSend, firstOpen);
    sentEnd = Math.max(sentEnd, firstOpen);
  }

  /** A restored hub has none of it for sure: everything held waits again. Returns how many. */
  int restart() {
    int again = acknowledged + sent;
    Arrays.fill(states, WAITING);
    acknowledged = 0;
    sent = 0;
    firstOpen = first;
    nextToSend = first;
    sentEnd = first;
    hubMark = 0;
    return again;
  }

  /** Whether the oldest record is one that the hub has. */
  boolean oldestIsAcknowledged() {
    return first < end && states[at(first)] == ACKNOWLEDGED;
  }

  /** Drops the oldest record. */
  void dropOldest() {
    int at = at(first);
    switch (states[at]) {
      case ACKNOWLEDGED -> acknowledged--;
      case SENT -> {
        sent--;
        gone = sample(first).sequence();
      }
      default -> gone = sample(first).sequence();
    }
    ring[at] = null;
    states[at] = WAITING;
    first++;
    firstOpen = Math.max(firstOpen, first);
    advance();
  }

  /**
   * Of an ended epoch everything is acknowledged but the hub misses numbers that are not held here:
   * lets all go, so that the hub hears that nothing more will come.
   */
  void closeWithHoles() {
    while (first < end) {
      dropOldest();
    }
    gone = lastSequence;
  }
}
