package io.baedge.badgelinux.emulated;

import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.PanelTimings;
import java.util.Arrays;

/** A controller: takes commands and data, works for a while, and drives the glass. */
abstract class Chip {
  private static final int MOST_ARGUMENTS = 256;

  final PanelModel model;
  final Glass glass;
  final PanelTimings timings;

  private final byte[] arguments = new byte[MOST_ARGUMENTS];
  private int count;
  private int command = -1;
  private boolean asleep;
  private long busyUntilMs;
  private long nowMs;
  private int refused;

  Chip(PanelModel model, Glass glass) {
    this.model = model;
    this.glass = glass;
    this.timings = PanelTimings.of(model);
  }

  static Chip of(PanelModel model, Glass glass) {
    return switch (model.name()) {
      case "2in13g" -> new JdChip(model, glass);
      case "2in13b_V3", "2in13bc", "2in9b_V3", "2in9bc", "2in13d", "2in9d", "2in7", "2in7b" ->
          new UcChip(model, glass);
      default -> new SsdChip(model, glass);
    };
  }

  /** The level of BUSY while it works. */
  abstract int busyLevel();

  /** A command has come, its data may follow. */
  abstract void begin(int command);

  /** The arguments of a command so far; called after each piece of data. */
  abstract void arguments(int command, byte[] bytes, int count);

  /** Whether the data of this command goes to a memory instead of a register. */
  abstract boolean isMemory(int command);

  /** Data for a memory. */
  abstract void memory(int command, byte[] bytes);

  /** The low pulse ends. */
  abstract void resetRegisters();

  /** The supply is gone: memories hold anything. */
  abstract void forget();

  final void command(int code, long now) {
    nowMs = now;
    if (asleep || (now < busyUntilMs && !interrupts(code))) {
      refused += isKnown(code) ? 1 : 0;
      command = -1;
      return;
    }
    command = code;
    count = 0;
    begin(code);
  }

  /** Whether a command is taken even while it works. */
  boolean interrupts(int code) {
    return false;
  }

  /** Commands that may come while it works are not counted as refused. */
  boolean isKnown(int code) {
    return code != 0x71 && code != 0xFF;
  }

  final void data(byte[] bytes, long now) {
    nowMs = now;
    if (command < 0) {
      return;
    }
    if (isMemory(command)) {
      memory(command, bytes);
      return;
    }
    int taken = Math.min(bytes.length, MOST_ARGUMENTS - count);
    System.arraycopy(bytes, 0, arguments, count, taken);
    count += taken;
    arguments(command, arguments, count);
  }

  final void reset(long now) {
    nowMs = now;
    asleep = false;
    busyUntilMs = now;
    command = -1;
    resetRegisters();
  }

  final void powerOff() {
    asleep = false;
    busyUntilMs = 0;
    command = -1;
    forget();
  }

  /** Works for that long. */
  final void work(long ms) {
    busyUntilMs = nowMs + ms;
  }

  /** Deep sleep: only a reset wakes it. */
  final void sleep() {
    asleep = true;
  }

  final boolean busy(long now) {
    return asleep || now < busyUntilMs;
  }

  /** Commands that came while it worked or slept, and had no effect. */
  final int refused() {
    return refused;
  }

  static void scramble(byte[] memory) {
    Arrays.fill(memory, (byte) 0xA5);
  }
}
