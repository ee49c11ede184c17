package io.baedge.screen.layout;

import java.util.Optional;
import java.util.function.Function;

/// Whether an element is there: `wearer.title` (known and not empty), `!wearer.title` (the
/// opposite), `wearer.role == speaker` or `wearer.role != speaker` (upper and lower case do not
/// matter).
public record Condition(String key, Test test, String operand) {
  /// What is asked of the value.
  public enum Test {
    /// Known and not empty.
    PRESENT,
    /// Unknown or empty.
    ABSENT,
    /// Equal to the operand.
    EQUAL,
    /// Not equal to the operand.
    DIFFERENT
  }

  /// Reads a condition; empty if it is none.
  public static Optional<Condition> parse(String text) {
    String trimmed = text.strip();
    for (Test test : new Test[] {Test.EQUAL, Test.DIFFERENT}) {
      String operator = test == Test.EQUAL ? "==" : "!=";
      int at = trimmed.indexOf(operator);
      if (at > 0) {
        String key = trimmed.substring(0, at).strip();
        String operand = trimmed.substring(at + 2).strip();
        return Template.isKey(key)
            ? Optional.of(new Condition(key, test, operand))
            : Optional.empty();
      }
    }
    boolean negated = trimmed.startsWith("!");
    String key = negated ? trimmed.substring(1).strip() : trimmed;
    return Template.isKey(key)
        ? Optional.of(new Condition(key, negated ? Test.ABSENT : Test.PRESENT, ""))
        : Optional.empty();
  }

  /// Whether it holds for these values.
  public boolean holds(Function<String, Optional<String>> values) {
    String value = values.apply(key).orElse("").strip();
    return switch (test) {
      case PRESENT -> !value.isEmpty();
      case ABSENT -> value.isEmpty();
      case EQUAL -> value.equalsIgnoreCase(operand);
      case DIFFERENT -> !value.equalsIgnoreCase(operand);
    };
  }
}
