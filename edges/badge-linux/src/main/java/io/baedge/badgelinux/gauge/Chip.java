package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.I2cDevice;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.model.telemetry.Reading;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A chip on the header's I2C bus. The bus is opened for each visit and let go after it, so that
 * nothing of a failure is left for the next.
 */
final class Chip {
  /** The bus on pins 3 and 5 of the header. */
  static final String BUS = "/dev/i2c-1";

  private static final int SAMPLES = 5;
  private static final int LEAST_MV = 2_500;
  private static final int MOST_MV = 4_700;

  private final Supplier<Kernel> kernel;
  private final int address;

  Chip(Supplier<Kernel> kernel, int address) {
    this.kernel = kernel;
    this.address = address;
  }

  /** What is done with an open chip. */
  interface Visit<T> {
    T with(Registers chip) throws DeviceFailed, GaugeFailed;
  }

  <T> T visit(Visit<T> visit) throws DeviceFailed, GaugeFailed {
    try (I2cDevice device = I2cDevice.open(kernel.get(), BUS, address)) {
      return visit.with(new Registers(device));
    }
  }

  /** The same; what fails is told as a sentence. */
  <T> T read(Visit<T> visit) throws GaugeFailed {
    try {
      return visit(visit);
    } catch (DeviceFailed e) {
      throw new GaugeFailed(String.valueOf(e.getMessage()), e);
    }
  }

  /** Registers of one byte, each asked for by itself, as the makers' own programs do. */
  static final class Registers {
    private final I2cDevice device;

    Registers(I2cDevice device) {
      this.device = device;
    }

    int get(int register) throws DeviceFailed {
      return device.read(register, 1)[0] & 0xFF;
    }

    void set(int register, int value) throws DeviceFailed {
      device.write(register, (byte) value);
    }

    /** Two bytes in one transfer, the high one first, as a signed number. */
    short word(int register) throws DeviceFailed {
      byte[] both = device.read(register, 2);
      return (short) ((both[0] << 8) | (both[1] & 0xFF));
    }

    /** A number of 14 bits with sign in two registers, the low one first. */
    int signed14(int register) throws DeviceFailed {
      int low = get(register);
      int raw = ((get(register + 1) & 0x3F) << 8) | low;
      return (raw << 18) >> 18;
    }
  }

  /** Something measured many times. */
  interface Sample {
    int take() throws DeviceFailed;
  }

  /** The median of five: a number whose halves are of two measurements is left out. */
  static int median(Sample sample) throws DeviceFailed {
    int[] all = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      all[i] = sample.take();
    }
    Arrays.sort(all);
    return all[SAMPLES / 2];
  }

  static boolean plausible(int millivolts) {
    return millivolts >= LEAST_MV && millivolts <= MOST_MV;
  }

  /** The same number, or the sentence that it cannot be. */
  static int checked(String who, int millivolts) throws GaugeFailed {
    if (millivolts == Reading.UNKNOWN || plausible(millivolts)) {
      return millivolts;
    }
    throw new GaugeFailed(
        who
            + " tells "
            + millivolts
            + " mV, which no lithium cell has; check that it is the board that was chosen and that"
            + " its pins touch");
  }
}
