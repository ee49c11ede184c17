package io.baedge.hub.store;

import java.util.List;

/**
 * Everything that a hub starts from.
 *
 * @param generation of the store: larger for every store that was restored, and never reused
 * @param rows the newest of every key, in any order
 * @param frames hashes of stored pictures, newest last; a store may leave out old ones
 */
public record HubSnapshot(long generation, List<Write.Row> rows, List<String> frames) {
  public HubSnapshot {
    rows = List.copyOf(rows);
    frames = List.copyOf(frames);
  }

  /** A new store. */
  public static HubSnapshot empty(long generation) {
    return new HubSnapshot(generation, List.of(), List.of());
  }
}
