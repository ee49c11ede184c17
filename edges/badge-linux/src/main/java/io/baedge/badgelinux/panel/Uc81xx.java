package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import java.util.List;

/** Commands that UC81xx controllers and their kin share. */
final class Uc81xx {
  static final int PANEL_SETTING = 0x00;
  static final int POWER_SETTING = 0x01;
  static final int POWER_OFF = 0x02;
  static final int POWER_ON = 0x04;
  static final int BOOSTER = 0x06;
  static final int DEEP_SLEEP = 0x07;
  static final int FIRST_PLANE = 0x10;
  static final int DATA_STOP = 0x11;
  static final int REFRESH = 0x12;
  static final int SECOND_PLANE = 0x13;
  static final int FIRST_LUT = 0x20;
  static final int CLOCK = 0x30;
  static final int DATA_INTERVAL = 0x50;
  static final int RESOLUTION = 0x61;
  static final int STATUS = 0x71;
  static final int VCOM_DC = 0x82;
  static final int PARTIAL_WINDOW = 0x90;
  static final int PARTIAL_IN = 0x91;
  static final int PARTIAL_OUT = 0x92;

  /** No register write draws after this: border floats. */
  static final int BORDER_FLOATS = 0xF7;

  private static final int VCOM_LUT_BYTES = 44;
  private static final int LUT_BYTES = 42;
  private static final int SLEEP_KEY = 0xA5;
  private static final long AFTER_SLEEP_MS = 2_000;

  private Uc81xx() {}

  static Sequence resolution(PanelModel model) {
    return new Sequence()
        .send(RESOLUTION, model.widthPx(), model.heightPx() >> 8, model.heightPx());
  }

  /** Waveforms for VCOM, white to white, black to white, white to black, black to black, more. */
  static Sequence luts(List<String> hex) {
    Sequence luts = new Sequence();
    for (int i = 0; i < hex.size(); i++) {
      luts.send(FIRST_LUT + i, Lut.padded(hex.get(i), i == 0 ? VCOM_LUT_BYTES : LUT_BYTES));
    }
    return luts;
  }

  static Sequence deepSleep() {
    return new Sequence().send(DEEP_SLEEP, SLEEP_KEY).pause(AFTER_SLEEP_MS).powerOff();
  }
}
