package io.baedge.badgelinux.panel;

import io.baedge.badgelinux.panel.Planes.Source;
import io.baedge.model.panel.PanelModel;

/** Commands that SSD16xx controllers and their kin share. */
final class Ssd16xx {
  static final int GATES = 0x01;
  static final int DEEP_SLEEP = 0x10;
  static final int ENTRY_MODE = 0x11;
  static final int SOFT_RESET = 0x12;
  static final int TEMPERATURE_SENSOR = 0x18;
  static final int TEMPERATURE = 0x1A;
  static final int ACTIVATE = 0x20;
  static final int RAM_OPTION = 0x21;
  static final int UPDATE = 0x22;
  static final int RAM = 0x24;
  static final int SECOND_RAM = 0x26;
  static final int VCOM = 0x2C;
  static final int LUT = 0x32;
  static final int BORDER = 0x3C;
  static final int WINDOW_X = 0x44;
  static final int WINDOW_Y = 0x45;
  static final int POINTER_X = 0x4E;
  static final int POINTER_Y = 0x4F;

  /** Rows and columns count upwards. */
  static final int DOWNWARDS = 0x03;

  private static final long AFTER_SLEEP_MS = 2_000;

  private Ssd16xx() {}

  static Sequence gates(PanelModel model) {
    int last = model.heightPx() - 1;
    return new Sequence().send(GATES, last, last >> 8, 0);
  }

  static Sequence window(Window part) {
    return new Sequence()
        .send(WINDOW_X, part.firstByte(), part.lastByte())
        .send(WINDOW_Y, part.y0(), part.y0() >> 8, part.lastRow(), part.lastRow() >> 8);
  }

  static Sequence pointer(int column, int row) {
    return new Sequence().send(POINTER_X, column).send(POINTER_Y, row, row >> 8);
  }

  static Sequence pointer(Window part) {
    return pointer(part.firstByte(), part.y0());
  }

  /** The same picture in both memories: what a partial refresh starts from. */
  static Sequence both(Window whole) {
    return new Sequence()
        .picture(RAM, Source.FIRST, whole)
        .picture(SECOND_RAM, Source.FIRST, whole);
  }

  static Sequence refresh(int update) {
    return new Sequence().send(UPDATE, update).send(ACTIVATE).shown();
  }

  static Sequence sleep(int depth) {
    return new Sequence().send(DEEP_SLEEP, depth).pause(AFTER_SLEEP_MS).powerOff();
  }
}
