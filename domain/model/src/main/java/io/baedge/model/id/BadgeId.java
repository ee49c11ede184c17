package io.baedge.model.id;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A badge: the hub's twin, which outlives the device it runs on. 1 to 32 of a-z, 0-9 and '-'. */
public record BadgeId(String text) implements Comparable<BadgeId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

  public BadgeId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "badge id must be 1 to 32 characters of a-z, 0-9 and '-', not '" + text + "'");
    }
  }

  /** The id if the text is one; for input from outside. */
  public static Optional<BadgeId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new BadgeId(text)) : Optional.empty();
  }

  // Keys of most maps: written out, because the generated ones cost a few calls more.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof BadgeId id && text.equals(id.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(BadgeId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
