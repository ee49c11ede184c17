package io.baedge.model.id;

import io.baedge.model.Limits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wearer: the attendee, by the stable key of the attendee list. 1 to 64 characters, no controls.
 */
public record WearerId(String text) implements Comparable<WearerId> {
  public WearerId {
    if (!valid(text)) {
      throw new IllegalArgumentException(
          "wearer key must be 1 to 64 printable characters, not '" + text + "'");
    }
  }

  /** The id if the text is one; for input from outside. */
  public static Optional<WearerId> parse(String text) {
    return valid(text) ? Optional.of(new WearerId(text)) : Optional.empty();
  }

  // Keys of most maps: written out, because the generated ones cost a few calls more.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof WearerId id && text.equals(id.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(WearerId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean valid(String text) {
    return !text.isBlank()
        && text.length() <= Limits.SHORT_CHARS
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
