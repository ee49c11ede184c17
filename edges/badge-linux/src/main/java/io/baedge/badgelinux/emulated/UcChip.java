package io.baedge.badgelinux.emulated;

import io.baedge.badgelinux.emulated.Glass.Drive;
import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import java.util.Arrays;

/**
 * UC8151D, IL0373 and IL91874: two memories that are filled from the start of a window, waveforms
 * for each transition, and a register that says which bit means which colour.
 */
final class UcChip extends Chip {
  private static final int LUTS = 6;
  private static final int LUT_BYTES = 44;
  private static final int GROUP_BYTES = 6;
  private static final int BLACK_LEVEL = 1;
  private static final int WHITE_LEVEL = 2;
  private static final int KEEP = -1;
  private static final long POWER_MS = 40;

  private final int stride;
  private final byte[] first;
  private final byte[] second;
  private final byte[][] luts = new byte[LUTS][LUT_BYTES];
  private final boolean[] loaded = new boolean[LUTS];

  private boolean powered;
  private boolean partial;
  private int panelSetting;
  private int interval;
  private int x0;
  private int x1;
  private int y0;
  private int y1;
  private int at;

  UcChip(PanelModel model, Glass glass) {
    super(model, glass);
    this.stride = (model.widthPx() + 7) / 8;
    this.first = new byte[stride * model.heightPx()];
    this.second = new byte[first.length];
    forget();
  }

  @Override
  int busyLevel() {
    return 0;
  }

  /** Half of the recordings send deep sleep right after power off. */
  @Override
  boolean interrupts(int code) {
    return code == 0x07;
  }

  @Override
  void resetRegisters() {
    powered = false;
    partial = false;
    panelSetting = 0x0F;
    interval = 0xD7;
    Arrays.fill(loaded, false);
  }

  @Override
  void forget() {
    resetRegisters();
    scramble(first);
    scramble(second);
  }

  @Override
  void begin(int command) {
    switch (command) {
      case 0x02 -> {
        powered = false;
        work(POWER_MS);
      }
      case 0x04 -> {
        powered = true;
        work(POWER_MS);
      }
      case 0x10, 0x13 -> at = 0;
      case 0x12 -> refresh();
      case 0x91 -> partial = true;
      case 0x92 -> partial = false;
      default -> {
        // What it does depends on its data.
      }
    }
  }

  @Override
  boolean isMemory(int command) {
    return command == 0x10 || command == 0x13;
  }

  @Override
  void memory(int command, byte[] bytes) {
    byte[] target = command == 0x10 ? first : second;
    int from = partial ? x0 / 8 : 0;
    int width = (partial ? x1 / 8 : stride - 1) - from + 1;
    int top = partial ? y0 : 0;
    int rows = (partial ? y1 : model.heightPx() - 1) - top + 1;
    for (byte value : bytes) {
      if (at < width * rows) {
        int index = (top + at / width) * stride + from + at % width;
        if (index < target.length) {
          target[index] = value;
        }
      }
      at++;
    }
  }

  @Override
  void arguments(int command, byte[] b, int n) {
    switch (command) {
      case 0x00 -> panelSetting = b[0] & 0xFF;
      case 0x07 -> {
        if ((b[0] & 0xFF) == 0xA5) {
          sleep();
        }
      }
      case 0x20, 0x21, 0x22, 0x23, 0x24, 0x25 -> {
        luts[command - 0x20] = Arrays.copyOf(Arrays.copyOf(b, n), LUT_BYTES);
        loaded[command - 0x20] = true;
      }
      case 0x50 -> interval = b[0] & 0xFF;
      case 0x90 -> {
        if (n >= 6) {
          x0 = b[0] & 0xFF;
          x1 = b[1] & 0xFF;
          y0 = (b[2] & 0xFF) << 8 | (b[3] & 0xFF);
          y1 = (b[4] & 0xFF) << 8 | (b[5] & 0xFF);
        }
      }
      default -> {
        // Supply and clocks do not change the picture.
      }
    }
  }

  private void refresh() {
    if (!powered) {
      return;
    }
    work(partial ? timings.partialMs() : timings.fullMs());
    synchronized (glass) {
      draw(partial ? Drive.PARTIAL : Drive.FULL);
    }
  }

  private void draw(Drive drive) {
    glass.begin(drive);
    for (int row = partial ? y0 : 0; row < model.heightPx() && (!partial || row <= y1); row++) {
      for (int x = partial ? x0 : 0; x < model.widthPx() && (!partial || x <= x1); x++) {
        int ink = ink(bit(first, x, row), bit(second, x, row));
        if (ink != KEEP) {
          glass.drive(x, row, ink, drive);
        }
      }
    }
  }

  private int ink(boolean a, boolean b) {
    boolean setIsWhite = (interval & 0x10) != 0;
    if (model.inks() != Inks.BLACK) {
      boolean setIsGround = (interval & 0x20) != 0;
      if (b != setIsGround) {
        return Glass.ACCENT;
      }
      return a == setIsWhite ? Glass.WHITE : Glass.BLACK;
    }
    boolean tables = (panelSetting & 0x20) != 0;
    if (!tables) {
      return b == setIsWhite ? Glass.WHITE : Glass.BLACK;
    }
    if (loaded[5]) {
      return grey(a, b);
    }
    // The 2in9d is recorded with the negative but with the register of the positive, unlike the
    // 2in13d; that the recording is right is assumed.
    boolean positive = setIsWhite && !(partial && model.name().equals("2in9d"));
    return transition(a == positive, b == positive);
  }

  /** A sixth table is only there for greys. */
  private static int grey(boolean a, boolean b) {
    if (a) {
      return b ? Glass.WHITE : Glass.LIGHT;
    }
    return b ? Glass.DARK : Glass.BLACK;
  }

  private int transition(boolean fromWhite, boolean toWhite) {
    int lut = toWhite ? (fromWhite ? 1 : 2) : fromWhite ? 3 : 4;
    return loaded[lut] ? lastLevel(luts[lut]) : KEEP;
  }

  /** Where a waveform ends: groups of a byte with four levels, four times, and a repeat count. */
  private static int lastLevel(byte[] lut) {
    int ink = KEEP;
    for (int group = 0; group + GROUP_BYTES <= LUT_BYTES; group += GROUP_BYTES) {
      if (lut[group + 5] == 0) {
        continue;
      }
      for (int phase = 0; phase < 4; phase++) {
        int level = lut[group] >> (6 - 2 * phase) & 3;
        if (lut[group + 1 + phase] != 0 && level != 0) {
          ink = level == WHITE_LEVEL ? Glass.WHITE : level == BLACK_LEVEL ? Glass.BLACK : ink;
        }
      }
    }
    return ink;
  }

  private boolean bit(byte[] memory, int x, int row) {
    return (memory[row * stride + x / 8] >> (7 - x % 8) & 1) != 0;
  }
}
