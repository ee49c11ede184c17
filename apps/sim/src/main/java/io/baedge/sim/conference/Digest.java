package io.baedge.sim.conference;

/** A running hash over what happened, in order. The same on every machine. */
final class Digest {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long state = 0x243F6A8885A308D3L;

  void add(long value) {
    long mixed = (state ^ value) * MULTIPLIER;
    state = mixed ^ (mixed >>> 29);
  }

  void add(long first, long second) {
    add(first * 0x100000001B3L ^ second);
  }

  /** Text by its characters. */
  void add(String text) {
    add(text.hashCode(), text.length());
  }

  String hex() {
    String digits = Long.toHexString(state);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
