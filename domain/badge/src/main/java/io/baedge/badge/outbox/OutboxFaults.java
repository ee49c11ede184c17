package io.baedge.badge.outbox;

/**
 * Ways to break the outbox on purpose.
 *
 * @param trimOnReceipt takes the broker's receipt for the hub's acknowledgement
 * @param unbounded holds any number of records in memory, and sends a backlog as fast as it can
 * @param generationIgnored does not notice that a restored hub lacks what it once acknowledged
 */
public record OutboxFaults(boolean trimOnReceipt, boolean unbounded, boolean generationIgnored) {
  /** A sound outbox. */
  public static final OutboxFaults NONE = new OutboxFaults(false, false, false);
}
