package io.baedge.badgelinux.glass;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.GpioChip;
import io.baedge.badgelinux.kernel.GpioLines;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.badgelinux.kernel.SpiDevice;
import io.baedge.badgelinux.panel.PanelBus;
import io.baedge.badgelinux.panel.PanelTrouble;
import io.baedge.badgelinux.panel.PanelTrouble.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The wires of a panel on the 40-pin header: SPI 0.0 at 4 MHz, and four lines. It takes hold of
 * them with the first picture and keeps them; after a failure it lets all go and takes them anew,
 * so that what a person mends works with the next picture.
 */
public final class HardwareBus implements PanelBus {
  private static final String SPI = "/dev/spidev0.0";
  private static final int SPEED_HZ = 4_000_000;

  /** Lines of the header by their BCM numbers. */
  private static final int RESET = 17;

  private static final int SUPPLY = 18;
  private static final int BUSY = 24;
  private static final int DATA = 25;

  /** BUSY of a controller that has begun to work may take a moment to say so. */
  private static final long BUSY_RISES_MS = 10;

  private final Supplier<Kernel> kernels;
  private final Path root;
  private @Nullable Wires wires;
  private boolean dataLevel;
  private boolean begins;

  private record Wires(SpiDevice spi, GpioLines outputs, GpioLines busy) {
    void close() {
      spi.close();
      outputs.close();
      busy.close();
    }
  }

  /** What a bus does with its devices. */
  private interface Work {
    void on(Wires wires) throws DeviceFailed;
  }

  /**
   * A bus that is not opened yet.
   *
   * @param kernels asked once for each opening
   * @param root of the kernel's files
   */
  public HardwareBus(Supplier<Kernel> kernels, Path root) {
    this.kernels = kernels;
    this.root = root;
  }

  @Override
  public void powerOn() throws PanelTrouble {
    if (wires == null) {
      try {
        wires = open(kernels.get());
      } catch (DeviceFailed e) {
        throw new PanelTrouble(Kind.NO_INTERFACE, String.valueOf(e.getMessage()));
      }
    }
    work(w -> w.outputs().set(SUPPLY, true));
  }

  private Wires open(Kernel kernel) throws DeviceFailed {
    SpiDevice spi = SpiDevice.open(kernel, SPI, SPEED_HZ, SpiDevice.chunkBytes(root));
    GpioLines outputs = null;
    try (GpioChip chip = GpioChip.find(kernel, GpioChip.paths(root), GpioChip.HEADER_LABELS)) {
      outputs = chip.outputs(new int[] {RESET, DATA, SUPPLY}, new boolean[] {true, false, true});
      var opened = new Wires(spi, outputs, chip.inputs(BUSY));
      dataLevel = false;
      return opened;
    } catch (DeviceFailed e) {
      spi.close();
      if (outputs != null) {
        outputs.close();
      }
      throw e;
    }
  }

  @Override
  public void reset(List<Pulse> pulses) throws PanelTrouble, InterruptedException {
    for (Pulse pulse : pulses) {
      work(w -> w.outputs().set(RESET, pulse.level() == 1));
      pause(pulse.ms());
    }
  }

  @Override
  public void command(int code) throws PanelTrouble {
    work(
        w -> {
          data(w, false);
          w.spi().write(new byte[] {(byte) code});
        });
    begins = code == 0x20 || code == 0x12 || code == 0x04 || code == 0x02;
  }

  @Override
  public void data(byte[] bytes) throws PanelTrouble {
    work(
        w -> {
          data(w, true);
          w.spi().write(bytes);
        });
  }

  private void data(Wires w, boolean level) throws DeviceFailed {
    if (dataLevel != level) {
      w.outputs().set(DATA, level);
      dataLevel = level;
    }
  }

  @Override
  public boolean idle(int idleLevel) throws PanelTrouble {
    boolean high = busy();
    if (high == (idleLevel == 1) && begins) {
      begins = false;
      long untilMs = nowMs() + BUSY_RISES_MS;
      while (high == (idleLevel == 1) && nowMs() < untilMs) {
        Thread.onSpinWait();
        high = busy();
      }
    }
    return high == (idleLevel == 1);
  }

  private boolean busy() throws PanelTrouble {
    boolean[] high = new boolean[1];
    work(w -> high[0] = w.busy().get(BUSY));
    return high[0];
  }

  @Override
  public void pause(long ms) throws InterruptedException {
    if (ms > 0) {
      Thread.sleep(ms);
    }
  }

  @Override
  public long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void powerOff() throws PanelTrouble {
    if (wires == null) {
      return;
    }
    work(
        w -> {
          w.outputs().set(RESET, false);
          data(w, false);
          w.outputs().set(SUPPLY, false);
        });
  }

  @Override
  public void release() {
    Wires held = wires;
    wires = null;
    if (held != null) {
      held.close();
    }
  }

  private void work(Work work) throws PanelTrouble {
    Wires held = wires;
    if (held == null) {
      throw new PanelTrouble(Kind.BUS, "the panel's bus is not open; the next picture opens it");
    }
    try {
      work.on(held);
    } catch (DeviceFailed e) {
      wires = null;
      held.close();
      throw new PanelTrouble(Kind.BUS, "the panel's bus failed: " + e.getMessage());
    }
  }
}
