package io.baedge.model.id;

import java.util.Optional;
import java.util.regex.Pattern;

/** A site: one store. 1 to 32 characters of a-z, 0-9 and '-'. */
public record SiteId(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

  public SiteId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "site must be 1 to 32 characters of a-z, 0-9 and '-', not '" + text + "'");
    }
  }

  /** The id if the text is one; for input from outside. */
  public static Optional<SiteId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SiteId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
