package io.baedge.badgelinux.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A chip on I2C with 256 registers. */
public final class FakeChip {
  /** Every write, for example "40=80". */
  public final List<String> writes = Collections.synchronizedList(new ArrayList<>());

  private final int[] registers = new int[256];
  private final boolean words;

  private FakeChip(boolean words) {
    this.words = words;
  }

  /** With registers of one byte. */
  public static FakeChip ofBytes() {
    return new FakeChip(false);
  }

  /** With registers of two bytes. */
  public static FakeChip ofWords() {
    return new FakeChip(true);
  }

  /** Sets registers, beginning with that one. */
  public synchronized FakeChip with(int register, int... values) {
    System.arraycopy(values, 0, registers, register, values.length);
    return this;
  }

  /** What a register holds. */
  public synchronized int get(int register) {
    return registers[register];
  }

  synchronized int read(int register, int index) {
    return words ? registers[register] >> (8 * (1 - index)) : registers[register + index];
  }

  synchronized void write(int register, int value) {
    writes.add(String.format(Locale.ROOT, "%02x=%02x", register, value));
    registers[register] = value;
  }
}
