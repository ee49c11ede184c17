package io.baedge.sim.conference;

import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.Arrays;
import java.util.BitSet;

/** What is known of the records of one device and epoch. */
final class RecordStream {
  /** In the store as it is now. */
  BitSet stored = new BitSet();

  /** Acknowledged by a store that was put back since: a badge may have let go of these. */
  final BitSet ofOlderStores = new BitSet();

  /** Never to come, as the badge said. */
  final BitSet gone = new BitSet();

  /** Acknowledged and not stored, because they never come. */
  BitSet holes = new BitSet();

  /** Nothing below will come, as the badge said. */
  long low = 1;

  SequenceRanges above = SequenceRanges.EMPTY;
  long checkedMark;
  long acknowledgedAbove;

  /** On the card for good, at some time. */
  final BitSet durable = new BitSet();

  /** On the card for good, and never stored as far as was looked. */
  final BitSet owed = new BitSet();

  /** The card said that it made room at the cost of some of these. */
  final BitSet evicted = new BitSet();

  /** How many that were, and how many were missed. */
  long evictions;

  long missed;

  /** Something has happened to the card since it was compared. */
  boolean touched;

  /** The highest that the badge sent. */
  long highestSent;

  /** How many are in this store, or were acknowledged by an older one. */
  private long everStored;

  private int[] sums = new int[0];

  void stored(int sequence) {
    stored.set(sequence);
    everStored += ofOlderStores.get(sequence) ? 0 : 1;
  }

  long everStored() {
    return everStored;
  }

  boolean wasStored(int sequence) {
    return stored.get(sequence) || ofOlderStores.get(sequence);
  }

  /** Whether the hub was told that it will not come. */
  boolean isGone(int sequence) {
    return sequence < low || gone.get(sequence);
  }

  /** What an older store acknowledged binds no longer; the present one holds this. */
  void goBackTo(BitSet before) {
    for (int s = stored.nextSetBit(0); s >= 0; s = stored.nextSetBit(s + 1)) {
      if (s <= checkedMark || above.contains(s)) {
        ofOlderStores.set(s);
      }
    }
    // What was stored and not acknowledged is owed again.
    BitSet back = (BitSet) durable.clone();
    back.andNot(ofOlderStores);
    back.andNot(before);
    back.andNot(evicted);
    back.andNot(gone);
    owed.or(back);
    touched = true;
    holes = new BitSet();
    checkedMark = 0;
    acknowledgedAbove = 0;
    above = SequenceRanges.EMPTY;
    stored = before;
    BitSet ever = (BitSet) before.clone();
    ever.or(ofOlderStores);
    everStored = ever.cardinality();
  }

  /** Whether the record is what it was when it was seen first. */
  boolean isAsTaken(Sample sample) {
    int sequence = Math.toIntExact(sample.sequence());
    return sequence < sums.length && sums[sequence] == sum(sample);
  }

  /** Remembers a record at its first sight; false when it is not what it was. */
  boolean take(Sample sample) {
    int sequence = Math.toIntExact(sample.sequence());
    if (sequence >= sums.length) {
      sums = Arrays.copyOf(sums, Math.max(64, 2 * sequence));
    }
    if (sums[sequence] == 0) {
      sums[sequence] = sum(sample);
      return true;
    }
    return sums[sequence] == sum(sample);
  }

  /** Never 0, which is for a record that nobody has seen. */
  private static int sum(Sample sample) {
    return sample.hashCode() | 1;
  }
}
