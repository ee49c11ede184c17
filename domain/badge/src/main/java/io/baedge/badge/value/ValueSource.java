package io.baedge.badge.value;

import java.util.regex.Pattern;

/**
 * Where a value for screens comes from: {@code {value.NAME}}.
 *
 * @param name one word
 * @param place path of a file, or an address
 * @param pointer to the value in JSON (RFC 6901); empty = the text as a whole
 */
public record ValueSource(String name, Reach reach, String place, String pointer, Pace pace) {
  /** Most sources of a badge. */
  public static final int MOST = 16;

  /** How a name looks. */
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  /** Longest path, address or pointer, characters. */
  public static final int PLACE_CHARS = 512;

  /** How far away it is. */
  public enum Reach {
    /** A file of the board. */
    FILE,
    /** An address of the board itself: it needs no network. */
    OWN_URL,
    /** An address that needs a network. */
    URL
  }

  /**
   * How often and how long.
   *
   * @param everyMs between two times of asking, at least
   * @param timeoutMs until an answer that does not come counts as a failure
   * @param maxAgeMs from this age on the value is stale
   */
  public record Pace(long everyMs, long timeoutMs, long maxAgeMs) {
    public Pace {
      if (everyMs < 1 || timeoutMs < 1 || maxAgeMs < 1) {
        throw new IllegalArgumentException(
            "interval, timeout and age must be positive, not "
                + everyMs
                + ", "
                + timeoutMs
                + " and "
                + maxAgeMs);
      }
    }
  }

  public ValueSource {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a value is named by " + NAME + ", not '" + name + "'");
    }
  }

  /** The place for people: what follows a question mark may be a secret. */
  public String shownPlace() {
    int query = place.indexOf('?');
    return reach == Reach.FILE || query < 0 ? place : place.substring(0, query) + "?…";
  }
}
