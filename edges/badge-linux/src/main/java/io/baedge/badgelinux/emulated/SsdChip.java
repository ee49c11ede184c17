package io.baedge.badgelinux.emulated;

import io.baedge.badgelinux.emulated.Glass.Drive;
import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * SSD16xx and IL38xx: two memories with a window and a pointer each command of the data shares, a
 * waveform from a table or from the chip's own store, and an update byte that says what to do. A
 * reset by the line wakes it and keeps its registers, a soft reset clears them: the recordings only
 * work so.
 */
final class SsdChip extends Chip {
  private static final int STRIDE = 32;
  private static final int ROWS = 512;
  private static final int HOT_DEGREES = 0x50;
  private static final long SHORT_MS = 5;

  /** Bits of the update byte. */
  private static final int SWITCH_ON = 0xC0;

  private static final int LOAD_TEMPERATURE = 0x20;
  private static final int LOAD_WAVEFORM = 0x10;
  private static final int COMPARE = 0x08;
  private static final int DRAW = 0x04;
  private static final int SWITCH_OFF = 0x03;

  private final byte[] ram = new byte[STRIDE * ROWS];
  private final byte[] second = new byte[STRIDE * ROWS];

  private final boolean lineByLine;
  private final boolean oldIsInverted;

  private int entryMode;
  private int xStart;
  private int xEnd;
  private int yStart;
  private int yEnd;
  private int x;
  private int y;
  private int ramOption;
  private int sourceOption;
  private int update;
  private boolean hot;
  private boolean switchedOn;

  private SsdWaveform waveform = SsdWaveform.NONE;

  SsdChip(PanelModel model, Glass glass) {
    super(model, glass);
    this.lineByLine = model.name().equals("2in13") || model.name().equals("2in9");
    // The recording writes the negative of the old picture there, where others write it as it is.
    this.oldIsInverted = model.name().equals("2in9b_V4");
    forget();
  }

  @Override
  int busyLevel() {
    return 1;
  }

  @Override
  void resetRegisters() {
    // Wakes only.
  }

  @Override
  void forget() {
    softReset();
    scramble(ram);
    scramble(second);
  }

  private void softReset() {
    entryMode = 0x03;
    xStart = 0;
    xEnd = 0x15;
    yStart = 0;
    yEnd = 0x127;
    x = 0;
    y = 0;
    ramOption = 0;
    sourceOption = 0;
    update = 0xF7;
    hot = false;
    switchedOn = false;
    waveform = SsdWaveform.NONE;
  }

  @Override
  void begin(int command) {
    switch (command) {
      case 0x12 -> {
        softReset();
        work(SHORT_MS);
      }
      case 0x20 -> activate();
      default -> {
        // What it does depends on its data.
      }
    }
  }

  @Override
  boolean isMemory(int command) {
    return command == 0x24 || command == 0x26;
  }

  @Override
  void memory(int command, byte[] bytes) {
    byte[] target = command == 0x24 ? ram : second;
    for (byte value : bytes) {
      target[y * STRIDE + x] = value;
      if (x != xEnd) {
        x = (x + 1) % STRIDE;
        continue;
      }
      x = xStart;
      boolean down = (entryMode & 0x02) != 0;
      y = y == yEnd ? yStart : (y + (down ? 1 : ROWS - 1)) % ROWS;
    }
  }

  @Override
  void arguments(int command, byte[] b, int n) {
    switch (command) {
      case 0x10 -> {
        if ((b[0] & 0x03) != 0) {
          sleep();
        }
      }
      case 0x11 -> entryMode = b[0] & 0x07;
      case 0x1A -> hot = b[0] >= HOT_DEGREES;
      case 0x21 -> {
        ramOption = b[0] & 0xFF;
        sourceOption = n > 1 ? b[1] & 0xFF : sourceOption;
      }
      case 0x22 -> update = b[0] & 0xFF;
      case 0x32 -> waveform = SsdWaveform.of(Arrays.copyOf(b, n), lineByLine);
      case 0x44 -> {
        xStart = b[0] & 0x1F;
        xEnd = n > 1 ? b[1] & 0x1F : xEnd;
      }
      case 0x45 -> {
        if (n == 4) {
          yStart = row(b, 0);
          yEnd = row(b, 2);
        }
      }
      case 0x4E -> x = b[0] & 0x1F;
      case 0x4F -> y = n > 1 ? row(b, 0) : b[0] & 0xFF;
      default -> {
        // Voltages and borders do not change the picture.
      }
    }
  }

  private static int row(byte[] b, int at) {
    return (b[at] & 0xFF) | (b[at + 1] & 0x01) << 8;
  }

  private void activate() {
    work(2 * SHORT_MS);
    if ((update & LOAD_TEMPERATURE) != 0) {
      hot = false;
    }
    if ((update & LOAD_WAVEFORM) != 0) {
      waveform = hot ? SsdWaveform.OWN_FAST : SsdWaveform.OWN_FULL;
    }
    switchedOn |= (update & SWITCH_ON) == SWITCH_ON;
    if ((update & DRAW) != 0 && switchedOn && waveform != SsdWaveform.NONE) {
      synchronized (glass) {
        draw();
      }
    }
    if ((update & SWITCH_OFF) == SWITCH_OFF) {
      switchedOn = false;
    }
  }

  private void draw() {
    if (lineByLine ? waveform == SsdWaveform.TABLE_CHANGES : (update & COMPARE) != 0) {
      work(timings.partialMs());
      changes();
    } else {
      boolean fast = waveform == SsdWaveform.OWN_FAST || waveform == SsdWaveform.TABLE_FAST;
      work(fast ? timings.fastMs() : timings.fullMs());
      glass.replace(fast ? Drive.FAST : Drive.FULL, picture());
    }
    if (lineByLine) {
      System.arraycopy(ram, 0, second, 0, ram.length);
    }
  }

  /** What the memories hold now, to be looked at later. */
  private Supplier<byte[]> picture() {
    byte[] first = ram.clone();
    byte[] other = second.clone();
    boolean greys = waveform == SsdWaveform.TABLE_FOUR;
    boolean inverted = (ramOption & 0xF0) == 0x80;
    int offset = firstColumn();
    return () -> {
      byte[] inks = new byte[model.widthPx() * model.heightPx()];
      for (int i = 0; i < inks.length; i++) {
        int column = i % model.widthPx() + offset;
        int row = i / model.widthPx();
        boolean a = bit(first, column, row);
        boolean b = bit(other, column, row);
        inks[i] = (byte) (greys ? grey(a, b) : colour(a, b != inverted));
      }
      return inks;
    };
  }

  private static int grey(boolean first, boolean second) {
    if (second) {
      return first ? Glass.BLACK : Glass.DARK;
    }
    return first ? Glass.LIGHT : Glass.WHITE;
  }

  private int colour(boolean white, boolean coloured) {
    if (model.inks() != Inks.BLACK && coloured) {
      return Glass.ACCENT;
    }
    return white ? Glass.WHITE : Glass.BLACK;
  }

  /** Drives what differs from the old picture; then the new one is the old one. */
  private void changes() {
    int offset = firstColumn();
    glass.begin(Drive.PARTIAL);
    for (int row = 0; row < model.heightPx(); row++) {
      for (int column = 0; column < model.widthPx(); column++) {
        boolean wanted = bit(ram, column + offset, row);
        boolean old = bit(second, column + offset, row) != oldIsInverted;
        if (wanted != old) {
          glass.drive(column, row, wanted ? Glass.WHITE : Glass.BLACK, Drive.PARTIAL);
        }
      }
    }
    for (int i = 0; i < ram.length; i++) {
      second[i] = (byte) (oldIsInverted ? ~ram[i] : ram[i]);
    }
  }

  private static boolean bit(byte[] memory, int column, int row) {
    return (memory[row * STRIDE + column / 8] >> (7 - column % 8) & 1) != 0;
  }

  /**
   * The 2in9_V2 is mounted from the ninth source line on; its option register can make that one the
   * first, and where it does not, its recording begins a byte later.
   */
  private int firstColumn() {
    return model.name().equals("2in9_V2") && (sourceOption & 0x80) == 0 ? 8 : 0;
  }
}
