package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the gauge that is there and keeps it. It asks where nothing can be disturbed first: drivers
 * of the kernel, then the maker's server, and only then the bus, at three addresses, only reading,
 * and never a chip that a driver owns. Nothing found is looked for again, later and later: a server
 * may start after the badge.
 */
final class AutoGauge implements Gauge {
  static final long FIRST_LOOK_AGAIN_MS = 5_000;
  static final long LAST_LOOK_AGAIN_MS = 300_000;

  /**
   * An installed server owns the chip and may start long after the badge: the bus is left to it
   * until looks come as rarely as they ever do, which is after two and a half minutes.
   */
  private static final long BUS_IS_FREE_FROM_MS = LAST_LOOK_AGAIN_MS;

  /** One that failed so often in a row may have been taken off: look again. */
  private static final int GIVEN_UP_AFTER = 20;

  private final Path root;
  private final Supplier<Kernel> kernel;
  private final LongSupplier monoMs;
  private final PowerSupplies supplies;
  private final PiSugarServer server;
  private volatile @Nullable Gauge found;
  private volatile String none = "no gauge was found";
  private long lookAgainMonoMs = Long.MIN_VALUE;
  private long lookAgainMs = FIRST_LOOK_AGAIN_MS;
  private int failures;

  AutoGauge(Path root, Supplier<Kernel> kernel, LongSupplier monoMs) {
    this(root, kernel, monoMs, new PiSugarServer(root));
  }

  AutoGauge(Path root, Supplier<Kernel> kernel, LongSupplier monoMs, PiSugarServer server) {
    this.root = root;
    this.kernel = kernel;
    this.monoMs = monoMs;
    this.supplies = new PowerSupplies(root);
    this.server = server;
  }

  @Override
  public GaugeReading read() throws GaugeFailed {
    Gauge gauge = found;
    if (gauge == null) {
      gauge = look();
    }
    if (gauge == null) {
      return supplies.read(); // a plug without a battery says at least where power comes from
    }
    try {
      GaugeReading reading = gauge.read();
      failures = 0;
      return reading;
    } catch (GaugeFailed e) {
      if (++failures >= GIVEN_UP_AFTER) {
        failures = 0;
        found = null;
      }
      throw e;
    }
  }

  private @Nullable Gauge look() {
    if (supplies.hasBattery()) {
      return keep(supplies);
    }
    if (server.answers()) {
      return keep(server);
    }
    if (monoMs.getAsLong() < lookAgainMonoMs || !(hasBus() || server.installed())) {
      return null;
    }
    lookAgainMonoMs = monoMs.getAsLong() + lookAgainMs;
    lookAgainMs = Math.min(2 * lookAgainMs, LAST_LOOK_AGAIN_MS);
    if (server.installed()) {
      if (serverReads()) {
        return keep(server);
      }
      if (lookAgainMs < BUS_IS_FREE_FROM_MS) {
        return null;
      }
    }
    return hasBus() ? lookOnBus() : null;
  }

  private @Nullable Gauge lookOnBus() {
    var third = new PiSugar3(kernel);
    var hat = new Ina219(kernel);
    var second = new PiSugar2(kernel, false);
    var secondPro = new PiSugar2(kernel, true);
    if (answers(0x57, third::answers)) {
      return keep(third);
    }
    if (answers(0x43, hat::answers)) {
      return keep(hat);
    }
    if (answers(0x75, second::answers)) {
      return keep(second);
    }
    return answers(0x75, secondPro::answers) ? keep(secondPro) : null;
  }

  private boolean serverReads() {
    try {
      server.read();
      return true;
    } catch (GaugeFailed e) {
      none = "no gauge was found: " + e.sentence();
      return false;
    }
  }

  private Gauge keep(Gauge gauge) {
    found = gauge;
    lookAgainMs = FIRST_LOOK_AGAIN_MS;
    return gauge;
  }

  /** A look that only reads. */
  private interface Look {
    boolean finds() throws DeviceFailed, GaugeFailed;
  }

  private boolean answers(int address, Look look) {
    String device = String.format(java.util.Locale.ROOT, "1-%04x", address);
    if (Files.exists(root.resolve("sys/bus/i2c/devices").resolve(device).resolve("driver"))) {
      return false;
    }
    try {
      return look.finds();
    } catch (DeviceFailed e) {
      if (e.needsPerson()) {
        none = "no gauge was found: " + e.getMessage();
      }
      return false; // nothing there, as on most boards
    } catch (GaugeFailed e) {
      return false;
    }
  }

  private boolean hasBus() {
    return Files.exists(root.resolve(Chip.BUS.substring(1)));
  }

  @Override
  public boolean atOnce() {
    Gauge gauge = found;
    if (gauge != null) {
      return gauge.atOnce();
    }
    return !supplies.hasBattery() && !server.answers() && !server.installed() && !hasBus();
  }

  @Override
  public ChargeCurve curve() {
    Gauge gauge = found;
    return gauge == null ? ChargeCurve.ANY_CELL : gauge.curve();
  }

  @Override
  public Optional<WakeClock> clock() {
    Gauge gauge = found;
    return gauge == null ? Optional.empty() : gauge.clock();
  }

  @Override
  public String describe() {
    Gauge gauge = found;
    return gauge == null ? none : gauge.describe();
  }
}
