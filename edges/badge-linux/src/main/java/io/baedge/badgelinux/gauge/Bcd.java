package io.baedge.badgelinux.gauge;

/** Two decimal digits in a byte, as clocks keep them. */
final class Bcd {
  private Bcd() {}

  /** The number; -1 when the byte holds no two digits. */
  static int read(int value) {
    int tens = (value >> 4) & 0xF;
    int ones = value & 0xF;
    return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
  }

  static int write(int number) {
    return ((number / 10) << 4) | (number % 10);
  }
}
