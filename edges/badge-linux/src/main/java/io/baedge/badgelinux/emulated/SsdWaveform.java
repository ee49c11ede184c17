package io.baedge.badgelinux.emulated;

import java.util.Arrays;

/** Which waveform an SSD16xx or IL38xx has loaded, by what it does. */
enum SsdWaveform {
  /** None: nothing is driven. */
  NONE,
  /** The chip's own for the temperature. */
  OWN_FULL,
  /** The chip's own for heat, which is short. */
  OWN_FAST,
  /** A table that drives every pixel the same, whatever the second memory holds. */
  TABLE_FULL,
  /** The same, and short. */
  TABLE_FAST,
  /** A table that drives only what changes. */
  TABLE_CHANGES,
  /** A table with a level for each of four states of the two memories. */
  TABLE_FOUR;

  private static final int FULL_FRAMES = 100;
  private static final int OLD_LEVELS = 16;
  private static final int MIDDLE_TABLE = 70;
  private static final int MIDDLE_ROW = 7;
  private static final int ROW = 12;
  private static final int ROWS = 5;
  private static final int GROUPS = 12;
  private static final int GROUP = 7;

  /**
   * What a table does with the four combinations of the two memories.
   *
   * @param old whether it is in the short form of IL38xx
   */
  static SsdWaveform of(byte[] table, boolean old) {
    if (old) {
      int all = 0;
      for (int i = 0; i < OLD_LEVELS; i++) {
        all |= table[i];
      }
      boolean drivesEqual = (all & 0xC0) != 0 && (all & 0x03) != 0;
      return drivesEqual ? TABLE_FULL : TABLE_CHANGES;
    }
    int row = table.length == MIDDLE_TABLE ? MIDDLE_ROW : ROW;
    boolean ignoresSecond =
        Arrays.equals(table, 0, row, table, 2 * row, 3 * row)
            && Arrays.equals(table, row, 2 * row, table, 3 * row, 4 * row);
    if (!ignoresSecond) {
      return TABLE_FOUR;
    }
    return row == ROW && frames(table) < FULL_FRAMES ? TABLE_FAST : TABLE_FULL;
  }

  /** Frames of a waveform: groups of four times, two of them with a repeat, and one for all. */
  private static int frames(byte[] table) {
    int frames = 0;
    for (int at = ROWS * ROW; at < ROWS * ROW + GROUPS * GROUP; at += GROUP) {
      int once = table[at] + table[at + 1] + table[at + 3] + table[at + 4];
      frames += once * (table[at + 6] + 1);
    }
    return frames;
  }
}
