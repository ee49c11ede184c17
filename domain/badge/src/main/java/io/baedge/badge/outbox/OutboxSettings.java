package io.baedge.badge.outbox;

/**
 * Bounds of the outbox.
 *
 * @param mostSamples held in memory over all epochs; older ones are on the card only
 * @param mostAcknowledged of these that stay after the hub has them, to be sent again to a hub that
 *     was restored from an older backup
 */
public record OutboxSettings(int mostSamples, int mostAcknowledged) {
  /** An hour of a badge that measures every 5 s. */
  public static final OutboxSettings DEFAULT = new OutboxSettings(2_000, 2_000);

  private static final int LARGEST_PAGE = 256;
  private static final int PAGE_PART = 4;

  public OutboxSettings {
    if (mostSamples < 256 || mostAcknowledged < 0 || mostAcknowledged > mostSamples) {
      throw new IllegalArgumentException(
          "an outbox holds at least 256 samples, and of these 0 or more acknowledged ones, not "
              + mostSamples
              + " and "
              + mostAcknowledged);
    }
  }

  /** Records that are read from the card at once. */
  int pageSamples() {
    return Math.min(LARGEST_PAGE, mostSamples / PAGE_PART);
  }
}
