package io.baedge.badgelinux.panel;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Waveform tables as hex, with the zeros at the end of each row left out. */
final class Lut {
  private static final int TRANSITIONS = 5;
  private static final int LEVEL_BYTES = 12;
  private static final int GROUPS = 12;
  private static final int GROUP_BYTES = 7;

  private Lut() {}

  /** Bytes of hex, filled up with zeros. */
  static byte[] padded(String hex, int bytes) {
    return Arrays.copyOf(HexFormat.of().parseHex(hex), bytes);
  }

  /**
   * A waveform of an SSD1680: levels for each of five transitions, timing of groups, frame rates
   * and gates, then the voltages that belong to it.
   *
   * @param levels hex for each transition, 12 bytes at most; the fifth, for VCOM, is zero
   * @param timing hex for each of the first groups, 7 bytes at most
   * @param frames 9 bytes in hex
   * @param voltages values of the registers 3F, 03, 04 (three bytes) and 2C
   */
  record Waveform(List<String> levels, List<String> timing, String frames, String voltages) {
    byte[] table() {
      var table = new StringBuilder();
      for (int i = 0; i < TRANSITIONS; i++) {
        table.append(hex(i < levels.size() ? levels.get(i) : "", LEVEL_BYTES));
      }
      for (int i = 0; i < GROUPS; i++) {
        table.append(hex(i < timing.size() ? timing.get(i) : "", GROUP_BYTES));
      }
      return HexFormat.of().parseHex(table.append(frames));
    }

    private static String hex(String start, int bytes) {
      return HexFormat.of().formatHex(padded(start, bytes));
    }

    Sequence load() {
      return new Sequence().send(Ssd16xx.LUT, table()).ready().then(voltagesOnly());
    }

    private Sequence voltagesOnly() {
      byte[] v = HexFormat.of().parseHex(voltages);
      return new Sequence()
          .send(0x3F, v[0])
          .send(0x03, v[1])
          .send(0x04, v[2], v[3], v[4])
          .send(Ssd16xx.VCOM, v[5]);
    }

    /** The other order: VCOM and voltages first, then the table with the voltages behind it. */
    Sequence loadAfterVoltages() {
      byte[] v = HexFormat.of().parseHex(voltages);
      byte[] table = table();
      byte[] both = Arrays.copyOf(table, table.length + v.length);
      System.arraycopy(v, 0, both, table.length, v.length);
      return new Sequence()
          .send(Ssd16xx.VCOM, v[5])
          .send(0x3F, v[0])
          .send(0x03, v[1])
          .send(0x04, v[2], v[3], v[4])
          .send(Ssd16xx.LUT, both);
    }
  }
}
