package io.baedge.kit.journal;

/**
 * Records that made room before the hub had them.
 *
 * @param number counts the losses of a journal
 * @param of the class of all of them
 * @param epoch of all of them
 * @param from the lowest sequence
 * @param to the highest sequence; not every one between needs to be of the class, or lost
 * @param count how many were lost
 * @param thinned whether some between were kept to stand for them
 */
public record Loss(
    long number, RecordClass of, long epoch, long from, long to, long count, boolean thinned) {
  /** One line for people and for the record of the loss. */
  public String text() {
    return "class "
        + of.ordinal()
        + ", epoch "
        + epoch
        + ", "
        + from
        + " to "
        + to
        + ", "
        + count
        + (thinned ? " records thinned" : " records");
  }
}
