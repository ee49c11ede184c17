package io.baedge.badge.local;

import java.util.List;
import java.util.Optional;

/** Choices and values of the badge itself. */
public record LocalView(Optional<Choice> choice, List<PutValue> values) {
  public LocalView {
    values = List.copyOf(values);
  }

  /**
   * A screen chosen at the badge.
   *
   * @param screen its name; empty for a cleared glass
   * @param untilMonoMs when the choice ends
   */
  public record Choice(String screen, long untilMonoMs) {}

  /**
   * A value put by a program.
   *
   * @param ageMs since it was put; -1 when it is from before the last start
   */
  public record PutValue(String key, String value, long ageMs) {}
}
