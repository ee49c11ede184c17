package io.baedge.sim.device;

import io.baedge.kit.journal.Disk;
import java.util.SortedMap;

/** The memory card of a device. */
public interface Card {
  /** Raises the epoch, durably, and tells it. */
  long raiseEpoch();

  /** The small files by name. */
  SortedMap<String, byte[]> files();

  /** Replaces a small file as a whole. */
  void save(String name, byte[] bytes);

  /** Where the records are. */
  Disk disk();

  /** The power goes: what was not forced may be gone. */
  void powerCut();

  /** Whether the power went in the middle of a write, so that the board is off from now on. */
  default boolean isDark() {
    return false;
  }
}
