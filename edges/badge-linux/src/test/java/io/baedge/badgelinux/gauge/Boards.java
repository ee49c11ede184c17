package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.FakeChip;
import io.baedge.badgelinux.kernel.FakeKernel;

/** Battery boards as their makers' programs see them. */
public final class Boards {
  private Boards() {}

  /** A kernel with the header's I2C bus. */
  public static FakeKernel kernel() {
    var kernel = new FakeKernel();
    kernel.devices.put("/dev/i2c-1", "");
    return kernel;
  }

  /** On battery, output on, charging allowed, at noon. */
  public static FakeChip piSugar3(int millivolts) {
    return FakeChip.ofBytes()
        .with(0x02, 0x60)
        .with(0x22, millivolts >> 8, millivolts & 0xFF)
        .with(0x26, 0, 250)
        .with(0x2A, 50)
        .with(0x35, 0x12, 0x00, 0x00);
  }

  /** On battery, 110 mA. */
  public static FakeChip piSugar2(int millivolts) {
    int raw = (int) Math.round((millivolts - 2_600) / 0.26855);
    int current = (int) Math.round(-110 / 0.745985);
    return FakeChip.ofBytes()
        .with(0xA2, raw & 0xFF, (raw >> 8) & 0x3F)
        .with(0xA4, current & 0xFF, (current >> 8) & 0x3F);
  }

  /** With the other chip. */
  public static FakeChip piSugar2Pro(int millivolts) {
    int raw = (int) Math.round((millivolts - 2_600) / 0.26855);
    return FakeChip.ofBytes().with(0xD0, raw & 0xFF, (raw >> 8) & 0x3F);
  }

  /** UPS HAT (C); current into the cell. */
  public static FakeChip upsHat(int millivolts, int milliamps) {
    return FakeChip.ofWords()
        .with(0x00, 0x399F)
        .with(0x01, milliamps & 0xFFFF)
        .with(0x02, (millivolts / 4) << 3);
  }
}
