package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.sensor.KernelFiles;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Batteries and plugs that a driver of the kernel knows: /sys/class/power_supply. The sign of
 * current_now differs between drivers, so only its size counts, and only while the cell drains.
 */
final class PowerSupplies implements Gauge {
  private static final String SUPPLIES = "sys/class/power_supply";

  private final KernelFiles files;

  PowerSupplies(Path root) {
    this.files = new KernelFiles(root);
  }

  /** Whether there is a battery. */
  boolean hasBattery() {
    return files.list(SUPPLIES).stream().anyMatch(PowerSupplies::battery);
  }

  /** Not the battery of a mouse or headset. */
  private static boolean own(Path supply) {
    return !word(supply, "scope").equals("Device");
  }

  private static boolean battery(Path supply) {
    return own(supply) && word(supply, "type").equals("Battery");
  }

  private static String word(Path supply, String file) {
    return KernelFiles.text(supply.resolve(file)).orElse("");
  }

  @Override
  public GaugeReading read() {
    int percent = Reading.UNKNOWN;
    int millivolts = Reading.UNKNOWN;
    int milliamps = Reading.UNKNOWN;
    PowerSource source = PowerSource.UNKNOWN;
    for (Path supply : files.list(SUPPLIES)) {
      if (battery(supply)) {
        percent = whole(supply, "capacity", 1).map(v -> Math.clamp(v, 0, 100)).orElse(percent);
        millivolts = whole(supply, "voltage_now", 1_000).orElse(millivolts);
        milliamps = whole(supply, "current_now", 1_000).map(Math::abs).orElse(milliamps);
        source =
            switch (word(supply, "status")) {
              case "Discharging" -> source == PowerSource.EXTERNAL ? source : PowerSource.BATTERY;
              case "Charging", "Full" -> PowerSource.EXTERNAL;
              default -> source;
            };
      } else if (own(supply) && word(supply, "online").equals("1")) {
        source = PowerSource.EXTERNAL;
      }
    }
    return new GaugeReading(
        percent, millivolts, source == PowerSource.BATTERY ? milliamps : Reading.UNKNOWN, source);
  }

  private static Optional<Integer> whole(Path supply, String file, int divisor) {
    return KernelFiles.whole(supply.resolve(file), divisor);
  }

  /** Behind a file of the kernel may be a chip on a slow or stuck bus. */
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
    return "the kernel's power supplies";
  }
}
