package io.baedge.kit.journal;

import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records in memory that behave like a card: only what was forced survives {@link #powerCut}. */
public final class MemoryRecordLog implements RecordLog {
  private final TreeMap<Long, TreeMap<Long, Sample>> forced = new TreeMap<>();
  private final TreeMap<Long, TreeMap<Long, Sample>> written = new TreeMap<>();

  @Override
  public List<Kept> readAll() {
    List<Kept> kept = new ArrayList<>();
    written.forEach((epoch, samples) -> kept.add(new Kept(epoch, List.copyOf(samples.values()))));
    return kept;
  }

  @Override
  public void append(long epoch, List<Sample> samples, boolean force) {
    TreeMap<Long, Sample> ofEpoch = written.computeIfAbsent(epoch, _ -> new TreeMap<>());
    for (Sample sample : samples) {
      ofEpoch.put(sample.sequence(), sample);
    }
    if (force) {
      copy(written, forced);
    }
  }

  @Override
  public void forget(long epoch, long throughSequence) {
    drop(written, epoch, throughSequence);
    drop(forced, epoch, throughSequence);
  }

  /** The power goes: what was not forced is gone. */
  public void powerCut() {
    copy(forced, written);
  }

  private static void copy(
      TreeMap<Long, TreeMap<Long, Sample>> from, TreeMap<Long, TreeMap<Long, Sample>> to) {
    to.clear();
    from.forEach((epoch, samples) -> to.put(epoch, new TreeMap<>(samples)));
  }

  private static void drop(Map<Long, TreeMap<Long, Sample>> log, long epoch, long through) {
    TreeMap<Long, Sample> ofEpoch = log.get(epoch);
    if (ofEpoch != null) {
      ofEpoch.headMap(through, true).clear();
      if (ofEpoch.isEmpty()) {
        log.remove(epoch);
      }
    }
  }
}
