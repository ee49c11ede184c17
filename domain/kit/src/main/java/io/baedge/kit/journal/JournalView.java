package io.baedge.kit.journal;

/**
 * A journal at one moment.
 *
 * @param segments in use
 * @param mostSegments that may be
 * @param records held, some perhaps twice after a failure of the card
 * @param writtenBytes since it was opened, the zeros of new files included
 */
public record JournalView(
    int segments, int mostSegments, long records, long writtenBytes, Counters counters) {
  /**
   * Counts since it was opened.
   *
   * @param lost records that made room before the hub had them, the thinned ones included
   * @param thinned of these, those for which others stand
   * @param tornSegments segments whose end was cut off when they were taken up
   */
  public record Counters(long lost, long thinned, int tornSegments) {}
}
