package io.baedge.badgelinux.emulated;

import io.baedge.badgelinux.emulated.Glass.Drive;
import io.baedge.model.panel.PanelModel;

/** JD79661: one memory with two bits a pixel, rows as wide as its resolution says. */
final class JdChip extends Chip {
  private static final int[] INKS = {Glass.BLACK, Glass.WHITE, Glass.SECOND, Glass.ACCENT};
  private static final long POWER_MS = 40;

  private final byte[] memory = new byte[16 * 1024];
  private boolean powered;
  private int columns;
  private int at;

  JdChip(PanelModel model, Glass glass) {
    super(model, glass);
    forget();
  }

  @Override
  int busyLevel() {
    return 0;
  }

  @Override
  void resetRegisters() {
    powered = false;
    columns = 0;
  }

  @Override
  void forget() {
    resetRegisters();
    scramble(memory);
  }

  @Override
  void begin(int command) {
    switch (command) {
      case 0x02 -> {
        powered = false;
        work(POWER_MS);
      }
      case 0x04 -> {
        powered = true;
        work(POWER_MS);
      }
      case 0x10 -> at = 0;
      default -> {
        // What it does depends on its data.
      }
    }
  }

  @Override
  boolean isMemory(int command) {
    return command == 0x10;
  }

  @Override
  void memory(int command, byte[] bytes) {
    int room = Math.min(bytes.length, memory.length - at);
    System.arraycopy(bytes, 0, memory, at, room);
    at += room;
  }

  @Override
  void arguments(int command, byte[] b, int n) {
    switch (command) {
      case 0x07 -> {
        if ((b[0] & 0xFF) == 0xA5) {
          sleep();
        }
      }
      case 0x12 -> refresh();
      case 0x61 -> columns = n > 1 ? (b[0] & 0xFF) << 8 | (b[1] & 0xFF) : columns;
      default -> {
        // Supply and clocks do not change the picture.
      }
    }
  }

  private void refresh() {
    if (!powered || columns == 0) {
      return;
    }
    work(timings.fullMs());
    synchronized (glass) {
      draw();
    }
  }

  private void draw() {
    glass.begin(Drive.FULL);
    for (int y = 0; y < model.heightPx(); y++) {
      for (int x = 0; x < model.widthPx(); x++) {
        int two = memory[y * columns / 4 + x / 4] >> (6 - x % 4 * 2) & 3;
        glass.drive(x, y, INKS[two], Drive.FULL);
      }
    }
  }
}
