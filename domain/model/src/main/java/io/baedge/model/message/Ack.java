package io.baedge.model.message;

import io.baedge.model.telemetry.Received;

/**
 * What the hub has committed of a device's records. Only this lets a device forget.
 *
 * @param generation of the store that holds them; after a restore the device sends again what the
 *     new generation does not have
 * @param received of that epoch
 * @param frameHash the last glass whose picture the hub holds; empty for none
 * @param hubTime the hub's wall clock, or {@link HubTime#NONE}
 * @param pacePerS records a second that the device may send of its backlog from now on; 0 = the hub
 *     says nothing about it
 * @param newestEpoch the highest epoch that the hub has heard of the device, when it is above
 *     {@code epoch}; else 0. Reports of a lower one count as older, so a device that counts lower
 *     must start again above it.
 */
public record Ack(
    long generation,
    long epoch,
    Received received,
    String frameHash,
    HubTime hubTime,
    int pacePerS,
    long newestEpoch)
    implements DownMessage {
  /** Of the newest epoch that the hub has heard. */
  public Ack(
      long generation,
      long epoch,
      Received received,
      String frameHash,
      HubTime hubTime,
      int pacePerS) {
    this(generation, epoch, received, frameHash, hubTime, pacePerS, 0);
  }

  /** Without a word on the pace. */
  public Ack(long generation, long epoch, Received received, String frameHash, HubTime hubTime) {
    this(generation, epoch, received, frameHash, hubTime, 0);
  }

  /** An acknowledgement that tells no time. */
  public Ack(long generation, long epoch, Received received, String frameHash) {
    this(generation, epoch, received, frameHash, HubTime.NONE);
  }

  /**
   * One moment on two clocks, for devices without a clock of their own.
   *
   * @param wallMs the hub's wall clock when it answered
   * @param echoMonoMs the device's monotonic clock in the message that it answered, so that the
   *     device knows how old the answer may be
   */
  public record HubTime(long wallMs, long echoMonoMs) {
    /** The hub tells no time. */
    public static final HubTime NONE = new HubTime(0, -1);
  }
}
