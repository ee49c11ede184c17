package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.model.telemetry.Reading;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes gauges. */
public final class Gauges {
  private Gauges() {}

  /**
   * The gauge that was chosen.
   *
   * @param root of the kernel's files
   * @param kernel asked only when a chip on the bus is visited
   * @param monoMs a clock that only goes on
   */
  public static Gauge of(GaugeKind kind, Path root, Supplier<Kernel> kernel, LongSupplier monoMs) {
    return switch (kind) {
      case AUTO -> new AutoGauge(root, kernel, monoMs);
      case PISUGAR3 -> new PiSugar3(kernel);
      case PISUGAR2 -> new PiSugar2(kernel, false);
      case PISUGAR2_PRO -> new PiSugar2(kernel, true);
      case PISUGAR_SOCKET -> new PiSugarServer(root);
      case INA219 -> new Ina219(kernel);
      case POWER_SUPPLY -> new PowerSupplies(root);
      case MAINS -> FixedGauge.MAINS;
      case NONE -> FixedGauge.NONE;
    };
  }

  /** One measurement by itself. */
  public static Reading.Power measure(Gauge gauge) throws GaugeFailed {
    GaugeReading reading = gauge.read();
    return new Charge().of(reading, gauge.curve(), 0);
  }
}
