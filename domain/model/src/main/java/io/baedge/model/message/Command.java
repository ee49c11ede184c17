package io.baedge.model.message;

import java.util.Locale;

/**
 * Something to do once.
 *
 * @param id by which a repeat is known; a badge keeps the last 64
 * @param expiresInMs after receipt; later the command is dropped
 */
public record Command(String id, Kind kind, long expiresInMs) implements DownMessage {
  /** What to do. */
  public enum Kind {
    /** Show which badge this is for a while. */
    IDENTIFY,
    /** Draw the current picture again with a full refresh. */
    REDRAW,
    /** Report everything now, with the picture. */
    REPORT;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
