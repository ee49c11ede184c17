package io.baedge.hub.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deadlines in buckets of a quarter second. A deadline that moved later stays where it is and is
 * looked at again when its old bucket comes, so that being heard costs nothing here.
 */
final class Wheel {
  private static final int BUCKET_BITS = 8;

  private final TreeMap<Long, List<Watched>> buckets = new TreeMap<>();

  /** Looks at it at the deadline, or a bucket later. */
  void schedule(Watched watched, long deadlineMonoMs) {
    long bucket = (deadlineMonoMs >> BUCKET_BITS) + 1;
    if (bucket >= watched.bucket) {
      return;
    }
    watched.bucket = bucket;
    buckets.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(watched);
  }

  /** Takes out what is due. */
  List<Watched> due(long monoMs) {
    long bucket = monoMs >> BUCKET_BITS;
    List<Watched> due = new ArrayList<>();
    while (!buckets.isEmpty() && buckets.firstKey() <= bucket) {
      Map.Entry<Long, List<Watched>> first = buckets.pollFirstEntry();
      for (Watched watched : first.getValue()) {
        if (watched.bucket == first.getKey()) {
          watched.bucket = Long.MAX_VALUE;
          due.add(watched);
        }
      }
    }
    return due;
  }

  /** When the next is due. */
  long nextMonoMs() {
    return buckets.isEmpty() ? Long.MAX_VALUE : buckets.firstKey() << BUCKET_BITS;
  }
}
