package io.baedge.hub.clock;

/**
 * A moment on the hub's wall clock, worked out from a device's monotonic clock.
 *
 * @param wallMs the best estimate, milliseconds since 1970 in UTC
 * @param uncertaintyMs how far the truth may be from it, on either side; {@link #OPEN} when it was
 *     at {@code wallMs} at the latest and nothing tells how long before
 */
public record CorrectedTime(long wallMs, long uncertaintyMs) {
  /** Nothing is known of the earliest possible moment. */
  public static final long OPEN = -1;

  /** The earliest possible moment; {@link Long#MIN_VALUE} when nothing tells. */
  public long earliestMs() {
    return uncertaintyMs == OPEN ? Long.MIN_VALUE : wallMs - uncertaintyMs;
  }

  /** The latest possible moment. */
  public long latestMs() {
    return uncertaintyMs == OPEN ? wallMs : wallMs + uncertaintyMs;
  }
}
