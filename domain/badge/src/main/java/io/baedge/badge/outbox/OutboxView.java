package io.baedge.badge.outbox;

/**
 * Records on their way.
 *
 * @param taken the last sequence of this epoch
 * @param acknowledged records of this epoch that the hub has committed
 * @param waiting records of all epochs that the hub has not acknowledged
 * @param held records in memory, the acknowledged ones included
 * @param inFlight records sent and not acknowledged
 * @param counters since the start
 */
public record OutboxView(
    long taken, long acknowledged, int waiting, int held, int inFlight, Counters counters) {
  /**
   * Counts since the start.
   *
   * @param keptOnCard records handed to the card
   * @param evicted records lost because the bound was reached
   * @param sentAgain records sent more than once
   * @param staleAcks acknowledgements of an older store generation, ignored
   */
  public record Counters(long keptOnCard, long evicted, long sentAgain, long staleAcks) {}
}
