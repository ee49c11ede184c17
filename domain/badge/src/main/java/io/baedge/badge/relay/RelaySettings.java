package io.baedge.badge.relay;

/**
 * What a badge does for neighbours that have no network of their own.
 *
 * @param mostGuests badges that it carries for at once; 0 = none
 * @param messagesPerMinute most messages that it carries for all of them together
 */
public record RelaySettings(int mostGuests, int messagesPerMinute) {
  /** For nobody. */
  public static final RelaySettings NONE = new RelaySettings(0, 1);

  public RelaySettings {
    if (mostGuests < 0 || messagesPerMinute < 1) {
      throw new IllegalArgumentException(
          "a relay needs 0 or more guests and 1 or more messages per minute, not "
              + mostGuests
              + " and "
              + messagesPerMinute);
    }
  }
}
