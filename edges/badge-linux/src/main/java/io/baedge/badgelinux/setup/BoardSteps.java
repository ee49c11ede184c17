package io.baedge.badgelinux.setup;

import io.baedge.badgelinux.gauge.Gauge;
import io.baedge.badgelinux.gauge.GaugeFailed;
import io.baedge.badgelinux.gauge.GaugeKind;
import io.baedge.badgelinux.gauge.Gauges;
import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.GpioChip;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.badgelinux.kernel.SpiDevice;
import io.baedge.badgelinux.sensor.Board;
import io.baedge.badgelinux.sensor.KernelFiles;
import io.baedge.model.telemetry.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Looks at a board: what is there, and which line is missing where. Changes nothing. */
final class BoardSteps {
  private static final List<String> BOOT = List.of("boot/firmware/config.txt", "boot/config.txt");
  private static final int SPEED_HZ = 4_000_000;
  private static final int SMALL_MB = 400;

  private final KernelFiles files;
  private final Path root;
  private final Supplier<Kernel> kernel;

  BoardSteps(Path root, Supplier<Kernel> kernel) {
    this.files = new KernelFiles(root);
    this.root = root;
    this.kernel = kernel;
  }

  SetupStep board() {
    String model = new Board(root, root).facts().model();
    int memoryMb = new Board(root, root).memoryMb();
    String memory = memoryMb == 0 ? "" : ", " + memoryMb + " MB of memory";
    if (model.isEmpty()) {
      return SetupStep.warning(
          "board",
          "not a board with a device tree" + memory,
          "only emulated panels work here: panel: emulated:2in9_V2");
    }
    return memoryMb > 0 && memoryMb < SMALL_MB
        ? SetupStep.warning(
            "board", model + memory, "the badge fits, its archive of classes may not be made here")
        : SetupStep.found("board", model + memory);
  }

  SetupStep spi() {
    String device = "dev/spidev0.0";
    if (!files.exists(device)) {
      return enable("spi", "/" + device, "dtparam=spi=on");
    }
    try {
      SpiDevice.open(kernel.get(), "/" + device, SPEED_HZ, SpiDevice.DEFAULT_CHUNK_BYTES).close();
      return SetupStep.found("spi", "/" + device + " takes 4 MHz");
    } catch (DeviceFailed e) {
      return failed("spi", e);
    }
  }

  SetupStep gpio() {
    List<String> chips = GpioChip.paths(root);
    if (chips.isEmpty()) {
      return SetupStep.missing(
          "gpio", "there is no /dev/gpiochip*", "use Linux 5.10 or newer on a board with GPIO");
    }
    try {
      GpioChip.find(kernel.get(), chips, GpioChip.HEADER_LABELS).close();
      return SetupStep.found("gpio", "the chip of the 40-pin header is there");
    } catch (DeviceFailed e) {
      return failed("gpio", e);
    }
  }

  /** Only battery boards need it. */
  SetupStep i2c() {
    String device = "dev/i2c-1";
    if (files.exists(device)) {
      return SetupStep.found("i2c", "/" + device + " is there");
    }
    SetupStep step = enable("i2c", "/" + device, "dtparam=i2c_arm=on");
    return SetupStep.warning(
        step.name(), step.text(), step.advice() + "; only battery boards need it");
  }

  private SetupStep enable(String name, String device, String line) {
    for (String file : BOOT) {
      if (!files.exists(file)) {
        continue;
      }
      boolean there = files.lines(file).stream().anyMatch(l -> l.strip().equals(line));
      return SetupStep.missing(
          name,
          "there is no " + device,
          there
              ? line + " is in /" + file + " already: start the board again"
              : "add the line " + line + " to /" + file + " and start the board again");
    }
    return SetupStep.missing(
        name, "there is no " + device, "this is no Raspberry Pi; use an emulated panel");
  }

  private static SetupStep failed(String name, DeviceFailed e) {
    String sentence = String.valueOf(e.getMessage());
    int at = sentence.indexOf("; ");
    return at < 0
        ? SetupStep.missing(name, sentence, "see dmesg")
        : SetupStep.missing(name, sentence.substring(0, at), sentence.substring(at + 2));
  }

  SetupStep battery() {
    Gauge gauge = Gauges.of(GaugeKind.AUTO, root, kernel, () -> System.nanoTime() / 1_000_000);
    try {
      Reading.Power power = Gauges.measure(gauge);
      if (power.batteryMv() == Reading.UNKNOWN && power.batteryPercent() == Reading.UNKNOWN) {
        return SetupStep.warning(
            "battery",
            gauge.describe(),
            "without one the badge does not save energy; with mains only set gauge: mains");
      }
      return SetupStep.found("battery", gauge.describe() + ": " + words(power));
    } catch (GaugeFailed e) {
      return SetupStep.warning("battery", e.sentence(), "try again, or choose a gauge by hand");
    }
  }

  private static String words(Reading.Power power) {
    String percent =
        power.batteryPercent() == Reading.UNKNOWN
            ? "charge unknown"
            : power.batteryPercent() + " %";
    String volts = power.batteryMv() == Reading.UNKNOWN ? "" : ", " + power.batteryMv() + " mV";
    return percent + volts;
  }

  SetupStep wifi() {
    var board = new Board(root, root);
    boolean wireless =
        files.list("sys/class/net").stream()
            .anyMatch(
                net ->
                    files.exists("sys/class/net/" + net.getFileName() + "/wireless")
                        || files.exists("sys/class/net/" + net.getFileName() + "/phy80211"));
    if (!wireless) {
      return SetupStep.warning(
          "wifi", "there is no Wi-Fi", "a badge also works over a cable, or alone");
    }
    Reading.Radio radio = (Reading.Radio) board.readings().getFirst();
    return radio.rssiDbm() == Reading.UNKNOWN
        ? SetupStep.warning(
            "wifi",
            "no network is joined",
            "join one: nmcli device wifi connect NAME password PASSWORD")
        : SetupStep.found("wifi", "a network is joined, heard at " + radio.rssiDbm() + " dBm");
  }
}
