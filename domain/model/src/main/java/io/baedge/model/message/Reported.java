package io.baedge.model.message;

import io.baedge.model.doc.Doc;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import java.util.Optional;

/**
 * What a badge has become. A hub keeps the one with the highest (epoch, n).
 *
 * @param applied the desired revision in force
 * @param token the hand-over the device believes in
 * @param refusal why a newer desired revision was not applied
 * @param order which report of which epoch this is, and when
 * @param state the applied state in the form of the desired document, with local choices beside it
 */
public record Reported(
    Revision applied,
    FencingToken token,
    Optional<Refusal> refusal,
    Order order,
    Glass glass,
    Doc.Fields state)
    implements UpMessage {

  /** A desired revision that the badge could not apply. */
  public record Refusal(Revision revision, String reason) {}

  /**
   * Orders the reports of a device.
   *
   * @param n counts the reports of the epoch
   * @param monoMs the device's monotonic clock
   */
  public record Order(long epoch, long n, long monoMs) implements Comparable<Order> {
    @Override
    public int compareTo(Order other) {
      int byEpoch = Long.compare(epoch, other.epoch);
      return byEpoch != 0 ? byEpoch : Long.compare(n, other.n);
    }
  }
}
