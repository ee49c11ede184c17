package io.baedge.sim.device;

import io.baedge.kit.journal.MemoryRecordLog;
import io.baedge.kit.journal.RecordLog;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A card in memory. */
public final class MemoryCard implements Card {
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final MemoryRecordLog records = new MemoryRecordLog();
  private long epoch;

  @Override
  public long raiseEpoch() {
    return ++epoch;
  }

  @Override
  public SortedMap<String, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  @Override
  public void save(String name, byte[] bytes) {
    files.put(name, bytes.clone());
  }

  @Override
  public RecordLog records() {
    return records;
  }

  @Override
  public void powerCut() {
    records.powerCut();
  }
}
