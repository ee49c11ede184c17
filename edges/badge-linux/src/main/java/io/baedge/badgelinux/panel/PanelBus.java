package io.baedge.badgelinux.panel;

import java.util.List;

/**
 * The wires of a panel: SPI with D/C, the reset line, BUSY, and the clock that its waits are
 * counted by. One thread at a time uses it. Nothing can be read back from a panel but BUSY.
 */
public interface PanelBus {
  /**
   * One level of the reset line and how long it is kept.
   *
   * @param level 0 or 1
   * @param ms the shortest time
   */
  record Pulse(int level, long ms) {}

  /** Supplies the panel and takes hold of the bus. */
  void powerOn() throws PanelTrouble;

  /** Moves the reset line. */
  void reset(List<Pulse> pulses) throws PanelTrouble, InterruptedException;

  /** One command byte, D/C low. */
  void command(int code) throws PanelTrouble;

  /** Data of the last command, D/C high. */
  void data(byte[] bytes) throws PanelTrouble;

  /**
   * Reads BUSY.
   *
   * @param idleLevel the level that BUSY has when the panel is ready
   * @return whether it has that level
   */
  boolean idle(int idleLevel) throws PanelTrouble;

  /** Waits. */
  void pause(long ms) throws InterruptedException;

  /** Time since some moment in the past, milliseconds; goes on during {@link #pause}. */
  long nowMs();

  /** Takes the supply away. */
  void powerOff() throws PanelTrouble;

  /** Lets go what it holds of the system, if anything; {@link #powerOn} takes it anew. */
  default void release() {}
}
