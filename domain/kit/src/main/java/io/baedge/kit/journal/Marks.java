package io.baedge.kit.journal;

import java.util.Map;
import java.util.TreeMap;

/** How far the hub has everything of each epoch, for one generation of its store. */
final class Marks {
  private final TreeMap<Long, Long> through = new TreeMap<>();
  private long generation;

  long generation() {
    return generation;
  }

  /** The mark of an epoch; 0 for none. */
  long of(long epoch) {
    Long mark = through.get(epoch);
    return mark == null ? 0 : mark;
  }

  /** Raises a mark; a newer generation knows nothing of what an older one acknowledged. */
  boolean raise(long ofGeneration, long epoch, long mark) {
    if (ofGeneration < generation) {
      return false;
    }
    if (ofGeneration > generation) {
      through.clear();
      generation = ofGeneration;
    }
    if (mark <= of(epoch)) {
      return false;
    }
    through.put(epoch, mark);
    return true;
  }

  Map<Long, Long> all() {
    return through;
  }

  /** Whether the hub has everything in the segment. */
  boolean cover(Segment segment) {
    for (int i = 0; i < segment.spans.size(); i++) {
      Segment.Span span = segment.spans.get(i);
      if (span.last > of(span.epoch)) {
        return false;
      }
    }
    return true;
  }
}
