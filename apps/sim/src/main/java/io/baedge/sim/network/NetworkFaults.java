package io.baedge.sim.network;

import io.baedge.sim.chance.Spread;

/**
 * How bad the network is while faults are on. The three shares add up to at most 1.
 *
 * @param loss share of messages that never arrive
 * @param duplication share that arrives twice
 * @param reordering share that is overtaken
 * @param delay of every message
 * @param late what reordered messages and second copies take on top
 * @param dropEveryMs mean time between two broken connections of one badge; 0 = never
 */
public record NetworkFaults(
    double loss,
    double duplication,
    double reordering,
    Spread delay,
    Spread late,
    long dropEveryMs) {
  /** Nothing goes wrong. */
  public static final NetworkFaults NONE =
      new NetworkFaults(0, 0, 0, new Spread(5, 25), Spread.of(0), 0);

  /** Whether every message arrives once and in order, and no connection breaks. */
  public boolean isClean() {
    return loss + duplication + reordering == 0 && dropEveryMs == 0;
  }

  public NetworkFaults {
    if (loss < 0 || duplication < 0 || reordering < 0 || loss + duplication + reordering > 1) {
      throw new IllegalArgumentException(
          "loss, duplication and reordering must be shares that add up to at most 1, not "
              + loss
              + ", "
              + duplication
              + " and "
              + reordering);
    }
  }
}
