package io.baedge.badge.desired;

import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import java.util.List;
import java.util.Optional;

/**
 * What the hub wants.
 *
 * @param applied what is in force
 * @param refusal why a newer one is not
 * @param missing screens that it names and this badge does not have
 * @param counters since the start
 */
public record DesiredView(
    Desired applied, Optional<Reported.Refusal> refusal, List<String> missing, Counters counters) {
  public DesiredView {
    missing = List.copyOf(missing);
  }

  /**
   * Counts since the start.
   *
   * @param applied revisions
   * @param refused revisions that were not valid
   * @param stale revisions that were not newer
   * @param commands carried out
   * @param repeats of commands, ignored
   */
  public record Counters(long applied, long refused, long stale, long commands, long repeats) {}
}
