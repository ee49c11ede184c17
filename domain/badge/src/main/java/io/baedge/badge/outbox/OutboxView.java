package io.baedge.badge.outbox;

/**
 * Records on their way.
 *
 * @param taken the last sequence of this epoch
 * @param acknowledged records of this epoch that the hub has committed
 * @param waiting records of all epochs that the hub has not acknowledged; of those on the card the
 *     most that it can be
 * @param held records in memory, the acknowledged ones included
 * @param inFlight records sent and not acknowledged
 * @param cardProblem why records cannot be kept on the card or read from it; empty when all is well
 * @param counters since the start
 */
public record OutboxView(
    long taken,
    long acknowledged,
    int waiting,
    int held,
    int inFlight,
    String cardProblem,
    Counters counters) {
  /**
   * Counts since the start.
   *
   * @param keptOnCard records handed to the card
   * @param evicted records lost because a bound was reached, in memory or on the card
   * @param sentAgain records sent more than once
   * @param staleAcks acknowledgements of an older store generation, ignored
   * @param durableThrough each record of this epoch up to here was forced to the card, is with the
   *     hub, or is told as lost by a record for which the same is true
   */
  public record Counters(
      long keptOnCard, long evicted, long sentAgain, long staleAcks, long durableThrough) {}
}
