package io.baedge.sim.conference;

import io.baedge.sim.report.Timeline;
import io.baedge.sim.scenario.MishapKind;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often what happened, by kind. */
final class Counts {
  private final SortedMap<String, Long> byKind = new TreeMap<>();
  private final Timeline timeline;

  /** Mishaps are marked on the time line. */
  Counts(Timeline timeline) {
    this.timeline = timeline;
  }

  void add(String kind) {
    byKind.merge(kind, 1L, Long::sum);
  }

  /** A mishap happened. */
  void happened(MishapKind kind, long nowMs) {
    add(kind.word());
    timeline.mark(nowMs, kind.word());
  }

  void set(String kind, long count) {
    byKind.put(kind, count);
  }

  long of(String kind) {
    return byKind.getOrDefault(kind, 0L);
  }

  SortedMap<String, Long> all() {
    return new TreeMap<>(byKind);
  }
}
