package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.function.Supplier;

/**
 * Waveshare UPS HAT (C): an INA219 at 0x43 between cell and board. Registers of Texas Instruments'
 * data sheet, two bytes each: 0x00 configuration, 0x01 voltage over the shunt (10 µV), 0x02 bits 15
 * to 3 voltage of the cell (4 mV). The shunt of 0.01 ohm is that of Waveshare's program. Only
 * reads: the chip measures from its start on, and current follows from the shunt without
 * calibration.
 */
final class Ina219 implements Gauge {
  private static final int ADDRESS = 0x43;
  private static final int CONFIGURATION = 0x00;
  private static final int SHUNT = 0x01;
  private static final int BUS = 0x02;
  private static final int MODE = 0x07;
  private static final int IDLE_MA = 20;
  private static final String NAME = "UPS HAT (C), INA219 on I2C";

  private final Chip chip;

  Ina219(Supplier<Kernel> kernel) {
    this.chip = new Chip(kernel, ADDRESS);
  }

  /** Whether it is there; only reads. The highest bits of its configuration are never set. */
  boolean answers() throws DeviceFailed, GaugeFailed {
    return chip.visit(
        r -> {
          int configuration = r.word(CONFIGURATION);
          return (configuration & 0xC000) == 0
              && (configuration & MODE) != 0
              && Chip.plausible(millivolts(r));
        });
  }

  private static int millivolts(Chip.Registers r) throws DeviceFailed {
    return ((r.word(BUS) & 0xFFFF) >> 3) * 4;
  }

  @Override
  public GaugeReading read() throws GaugeFailed {
    return chip.read(
        r -> {
          int millivolts = Chip.checked(NAME, Chip.median(() -> millivolts(r)));
          // 10 µV over 0.01 ohm is 1 mA; into the cell counts up.
          int into = Chip.median(() -> r.word(SHUNT));
          PowerSource source =
              into > IDLE_MA
                  ? PowerSource.EXTERNAL
                  : into < -IDLE_MA ? PowerSource.BATTERY : PowerSource.UNKNOWN;
          return new GaugeReading(Reading.UNKNOWN, millivolts, -into, source);
        });
  }

  @Override
  public boolean atOnce() {
    return false;
  }

  @Override
  public ChargeCurve curve() {
    return ChargeCurve.ANY_CELL;
  }

  @Override
  public String describe() {
    return NAME;
  }
}
