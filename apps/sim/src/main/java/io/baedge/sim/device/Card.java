package io.baedge.sim.device;

import io.baedge.kit.journal.RecordLog;
import java.util.SortedMap;

/** The memory card of a device. */
public interface Card {
  /** Raises the epoch, durably, and tells it. */
  long raiseEpoch();

  /** The small files by name. */
  SortedMap<String, byte[]> files();

  /** Replaces a small file as a whole. */
  void save(String name, byte[] bytes);

  /** The records. */
  RecordLog records();

  /** The power goes: what was not forced is gone. */
  void powerCut();
}
