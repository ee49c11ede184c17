package io.baedge.badge.value;

import java.util.List;
import java.util.Optional;

/** The sources of values in the order of the settings. */
public record ValuesView(List<Item> items) {
  public ValuesView {
    items = List.copyOf(items);
  }

  /**
   * A source.
   *
   * @param text its last good value
   * @param ageMs since it was last known to be right; -1 when nobody can tell or there is none
   * @param problem why the last time of asking brought nothing; empty when it did
   * @param waits why it is not asked now although it would be its time; empty when it is
   */
  public record Item(
      ValueSource source,
      Optional<String> text,
      long ageMs,
      boolean stale,
      String problem,
      String waits,
      Counters counters) {}

  /**
   * Counts since the start.
   *
   * @param asked times of asking
   * @param failed of them without a value that can be used, those refused for size apart
   * @param unchanged of them with the value that was known
   * @param tooLarge of them refused for their size
   */
  public record Counters(long asked, long failed, long unchanged, long tooLarge) {}
}
