package io.baedge.model.telemetry;

import java.util.ArrayList;
import java.util.List;

/** An immutable set of sequence numbers as sorted, disjoint, non-adjacent ranges. */
public record SequenceRanges(List<Range> ranges) {
  /** The empty set. */
  public static final SequenceRanges EMPTY = new SequenceRanges(List.of());

  /** All numbers from {@code from} to {@code to}, both included. */
  public record Range(long from, long to) {
    public Range {
      if (from < 1 || to < from) {
        throw new IllegalArgumentException(
            "a range runs from at least 1 upwards: " + from + ".." + to);
      }
    }

    /** How many numbers it holds. */
    public long size() {
      return to - from + 1;
    }
  }

  public SequenceRanges {
    ranges = List.copyOf(ranges);
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).from <= ranges.get(i - 1).to + 1) {
        throw new IllegalArgumentException("ranges must be sorted and apart: " + ranges);
      }
    }
  }

  /** Whether the number is in the set. */
  public boolean contains(long sequence) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Range range = ranges.get(middle);
      if (sequence < range.from) {
        high = middle - 1;
      } else if (sequence > range.to) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** The set with all numbers of the range added. */
  public SequenceRanges with(long from, long to) {
    var merged = new ArrayList<Range>(ranges.size() + 1);
    long low = from;
    long high = to;
    boolean placed = false;
    for (Range range : ranges) {
      if (range.to + 1 < low) {
        merged.add(range);
      } else if (range.from > high + 1) {
        if (!placed) {
          merged.add(new Range(low, high));
          placed = true;
        }
        merged.add(range);
      } else {
        low = Math.min(low, range.from);
        high = Math.max(high, range.to);
      }
    }
    if (!placed) {
      merged.add(new Range(low, high));
    }
    return new SequenceRanges(merged);
  }

  /** The set without the numbers up to and including {@code mark}. */
  public SequenceRanges above(long mark) {
    var kept = new ArrayList<Range>(ranges.size());
    for (Range range : ranges) {
      if (range.from > mark) {
        kept.add(range);
      } else if (range.to > mark) {
        kept.add(new Range(mark + 1, range.to));
      }
    }
    return new SequenceRanges(kept);
  }

  /** How many numbers the set holds. */
  public long size() {
    long size = 0;
    for (Range range : ranges) {
      size += range.size();
    }
    return size;
  }

  /** Whether the set holds nothing. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }
}
