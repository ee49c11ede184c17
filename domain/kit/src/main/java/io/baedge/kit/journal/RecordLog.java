package io.baedge.kit.journal;

import io.baedge.model.telemetry.Sample;
import java.util.List;

/** A device's records on durable storage. What is forced survives a power cut. */
public interface RecordLog {
  /**
   * What is kept of one epoch.
   *
   * @param samples sorted by sequence
   */
  record Kept(long epoch, List<Sample> samples) {
    public Kept {
      samples = List.copyOf(samples);
    }
  }

  /** Everything kept, oldest epoch first; damaged ends are cut off. */
  List<Kept> readAll();

  /** Appends records; with {@code force} they are durable on return. */
  void append(long epoch, List<Sample> samples, boolean force);

  /** The records of the epoch up to the sequence are not needed any more. */
  void forget(long epoch, long throughSequence);
}
