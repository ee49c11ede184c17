package io.baedge.badge.outbox;

/**
 * Bounds of the outbox.
 *
 * @param mostSamples held in memory over all epochs; then the oldest make room
 * @param mostAcknowledged of these that stay after the hub has them, to be sent again to a hub that
 *     was restored from an older backup
 */
public record OutboxSettings(int mostSamples, int mostAcknowledged) {
  /** Days of a calm badge. */
  public static final OutboxSettings DEFAULT = new OutboxSettings(20_000, 4_000);

  public OutboxSettings {
    if (mostSamples < 256 || mostAcknowledged < 0 || mostAcknowledged > mostSamples) {
      throw new IllegalArgumentException(
          "an outbox holds at least 256 samples, and of these 0 or more acknowledged ones, not "
              + mostSamples
              + " and "
              + mostAcknowledged);
    }
  }
}
