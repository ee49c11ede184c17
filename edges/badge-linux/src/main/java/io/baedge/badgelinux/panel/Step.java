package io.baedge.badgelinux.panel;

import io.baedge.badgelinux.panel.PanelBus.Pulse;
import java.util.List;

/** One thing that a sequence does. */
sealed interface Step {
  /** Supplies the panel. */
  record PowerOn() implements Step {}

  /** Takes the supply away. */
  record PowerOff() implements Step {}

  /** Moves the reset line. */
  record Reset(List<Pulse> pulses) implements Step {}

  /** A command with fixed data. */
  record Send(int command, byte[] data) implements Step {}

  /**
   * A command with rows of the picture.
   *
   * @param tailBytes zeros after each row
   */
  record Picture(
      int command,
      Planes.Source source,
      int fromRow,
      int rows,
      int fromByte,
      int bytes,
      int tailBytes)
      implements Step {}

  /**
   * Waits until BUSY is idle.
   *
   * @param poll the command that asks the controller to tell, -1 = none
   * @param refresh whether it waits for a picture, which takes longer than anything else
   */
  record AwaitIdle(int poll, boolean refresh) implements Step {}

  /** Waits. */
  record Pause(long ms) implements Step {}
}
