package io.baedge.badgelinux.gauge;

/** A clock beside the battery that gives the board its power back at a time. */
public interface WakeClock {
  /**
   * Sets the alarm, checks that it was taken, and has the power cut once the board had time to
   * halt.
   *
   * @param inMs from now, by the clock's own time
   */
  void wake(long inMs) throws GaugeFailed;

  /** The board does not halt after all: the power stays. */
  void stay() throws GaugeFailed;
}
