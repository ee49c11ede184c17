package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.function.Supplier;

/**
 * PiSugar 2 at 0x75. IP5209 (PiSugar 2): 0xA2 cell voltage, 2600 mV + n × 0.26855 mV; 0xA4 current,
 * n × 0.745985 mA; 0x71 bits 7 to 5 what the charger does. IP5312 (2 Pro and Plus): 0xD0 voltage,
 * 0xD2 current, n × 2.68554 mA. Registers from PiSugar's power manager ({@code ip5209.rs}, {@code
 * ip5312.rs}), the charger's from Linux ({@code ip5xxx_power.c}). Only reads. It has no clock here:
 * its chip cuts power at once, so only the maker's own program, which runs at the very end of a
 * shutdown, can power such a board down.
 */
final class PiSugar2 implements Gauge {
  private static final int ADDRESS = 0x75;
  private static final int CHARGER = 0x71;
  private static final int CHARGER_FIRST = 1;
  private static final int CHARGER_LAST = 5;
  private static final double MV_EACH = 0.26855;
  private static final int MV_FROM = 2_600;

  private final Chip chip;
  private final boolean pro;

  PiSugar2(Supplier<Kernel> kernel, boolean pro) {
    this.chip = new Chip(kernel, ADDRESS);
    this.pro = pro;
  }

  /** Whether it is there; only reads. */
  boolean answers() throws DeviceFailed, GaugeFailed {
    // Registers that are not there read as nothing, which would be exactly 2600 mV.
    return chip.visit(r -> millivolts(r) > MV_FROM && Chip.plausible(millivolts(r)));
  }

  private int millivolts(Chip.Registers r) throws DeviceFailed {
    return MV_FROM + (int) Math.round(r.signed14(pro ? 0xD0 : 0xA2) * MV_EACH);
  }

  @Override
  public GaugeReading read() throws GaugeFailed {
    return chip.read(
        r -> {
          int millivolts = Chip.checked(describe(), Chip.median(() -> millivolts(r)));
          double each = pro ? 2.68554 : 0.745985;
          int milliamps = (int) Math.round(Math.abs(r.signed14(pro ? 0xD2 : 0xA4)) * each);
          PowerSource source = pro ? PowerSource.UNKNOWN : source(r.get(CHARGER) >> 5);
          // Which sign means charging differs between sources; the charger's own word does not.
          boolean drains = source == PowerSource.BATTERY;
          return new GaugeReading(
              Reading.UNKNOWN, millivolts, drains ? milliamps : Reading.UNKNOWN, source);
        });
  }

  private static PowerSource source(int charger) {
    return charger >= CHARGER_FIRST && charger <= CHARGER_LAST
        ? PowerSource.EXTERNAL
        : charger == 0 ? PowerSource.BATTERY : PowerSource.UNKNOWN;
  }

  @Override
  public boolean atOnce() {
    return false;
  }

  @Override
  public ChargeCurve curve() {
    return pro ? ChargeCurve.PISUGAR_3 : ChargeCurve.PISUGAR_2;
  }

  @Override
  public String describe() {
    return pro ? "PiSugar 2 Pro on I2C" : "PiSugar 2 on I2C";
  }
}
