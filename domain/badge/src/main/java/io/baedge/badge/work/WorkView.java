package io.baedge.badge.work;

import java.util.List;
import java.util.Locale;

/**
 * The workloads of a badge.
 *
 * @param hubSilentMs how long the hub has not been heard; 0 while it is
 */
public record WorkView(List<Item> items, long hubSilentMs) {
  public WorkView {
    items = List.copyOf(items);
  }

  /** What a workload is doing. */
  public enum State {
    /** It is not to run. */
    STOPPED,
    /** It was told to start. */
    STARTING,
    /** It runs. */
    RUNNING,
    /** It was told to stop. */
    STOPPING,
    /** It ended by itself and is started again later. */
    WAITING,
    /** It ended by itself and is not started again. */
    ENDED;

    /** The word in interfaces. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One workload.
   *
   * @param reason why it does not run, or how it ended last; empty while all is well
   * @param stopInMs after which further silence of the hub it is stopped; -1 = never
   * @param starts since the badge started
   * @param failures since the badge started: it ended by itself with a failure or did not start
   */
  public record Item(
      String name, State state, String reason, long stopInMs, long starts, long failures) {}
}
