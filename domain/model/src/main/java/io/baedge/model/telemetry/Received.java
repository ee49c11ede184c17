package io.baedge.model.telemetry;

import io.baedge.model.Limits;
import java.util.List;

/**
 * Which records of one device and epoch have arrived: everything up to a contiguous mark and some
 * ranges above it (methods.md 3.1).
 *
 * @param contiguous all sequences from 1 to here are in, or known to be gone for good
 * @param above what is in beyond {@code contiguous + 1}
 */
public record Received(long contiguous, SequenceRanges above) {
  /** Nothing yet. */
  public static final Received NOTHING = new Received(0, SequenceRanges.EMPTY);

  public Received {
    if (contiguous < 0) {
      throw new IllegalArgumentException("the contiguous mark is not negative: " + contiguous);
    }
  }

  /** Whether this record has arrived. */
  public boolean contains(long sequence) {
    return sequence <= contiguous || above.contains(sequence);
  }

  /** With the records of the range added and the mark raised as far as it goes. */
  public Received with(long from, long to) {
    if (to <= contiguous) {
      return this;
    }
    if (from <= contiguous + 1 && above.isEmpty()) {
      return new Received(to, above);
    }
    return settle(contiguous, above.with(Math.max(from, contiguous + 1), to));
  }

  /** How many records of the range have not arrived. */
  public long missing(long from, long to) {
    long low = Math.max(from, contiguous + 1);
    if (low > to) {
      return 0;
    }
    long missing = to - low + 1;
    for (SequenceRanges.Range range : above.ranges()) {
      if (range.from() > to) {
        break;
      }
      missing -= Math.max(0, Math.min(to, range.to()) - Math.max(low, range.from()) + 1);
    }
    return missing;
  }

  /** With the mark raised to {@code low - 1}: the device holds nothing older any more. */
  public Received raisedBelow(long low) {
    return low - 1 <= contiguous ? this : settle(low - 1, above.above(low - 1));
  }

  /** At most {@link Limits#ACK_RANGES} ranges, the lowest: what fits one acknowledgement. */
  public Received forAcknowledgement() {
    List<SequenceRanges.Range> ranges = above.ranges();
    return ranges.size() <= Limits.ACK_RANGES
        ? this
        : new Received(contiguous, new SequenceRanges(ranges.subList(0, Limits.ACK_RANGES)));
  }

  private static Received settle(long mark, SequenceRanges above) {
    if (!above.isEmpty() && above.ranges().getFirst().from() <= mark + 1) {
      long raised = above.ranges().getFirst().to();
      return new Received(raised, above.above(raised));
    }
    return new Received(mark, above);
  }
}
