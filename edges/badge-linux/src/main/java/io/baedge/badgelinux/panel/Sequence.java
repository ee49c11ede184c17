package io.baedge.badgelinux.panel;

import io.baedge.badgelinux.panel.PanelBus.Pulse;
import io.baedge.badgelinux.panel.Planes.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Steps in their order. A driver writes them down; {@link Player} plays them. */
public final class Sequence {
  private static final byte[] NO_DATA = new byte[0];

  private final List<Step> steps = new ArrayList<>();

  Sequence() {}

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  Sequence then(Sequence more) {
    steps.addAll(more.steps);
    return this;
  }

  Sequence powerOn() {
    return add(new Step.PowerOn());
  }

  Sequence powerOff() {
    return add(new Step.PowerOff());
  }

  /** A pulse that resets: high, low, high. */
  Sequence reset(long beforeMs, long lowMs, long afterMs) {
    return pulses(new Pulse(1, beforeMs), new Pulse(0, lowMs), new Pulse(1, afterMs));
  }

  Sequence pulses(Pulse... pulses) {
    return add(new Step.Reset(List.of(pulses)));
  }

  Sequence send(int command) {
    return add(new Step.Send(command, NO_DATA));
  }

  Sequence send(int command, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return send(command, bytes);
  }

  Sequence send(int command, byte[] data) {
    return add(new Step.Send(command, data));
  }

  /** The same byte for a whole plane. */
  Sequence fill(int command, int value, int bytes) {
    byte[] data = new byte[bytes];
    Arrays.fill(data, (byte) value);
    return send(command, data);
  }

  /** The part of a plane that a window covers. */
  Sequence picture(int command, Source source, Window part) {
    int bytes = part.lastByte() - part.firstByte() + 1;
    return add(
        new Step.Picture(
            command, source, part.y0(), part.y1() - part.y0(), part.firstByte(), bytes, 0));
  }

  /** Whole rows, each followed by zeros. */
  Sequence rows(int command, int rows, int bytes, int tailBytes) {
    return add(new Step.Picture(command, Source.FIRST, 0, rows, 0, bytes, tailBytes));
  }

  /** Waits until the controller takes the next command. */
  Sequence ready() {
    return ready(-1);
  }

  Sequence ready(int poll) {
    return add(new Step.AwaitIdle(poll, false));
  }

  /** Waits until the picture is there. */
  Sequence shown() {
    return shown(-1);
  }

  Sequence shown(int poll) {
    return add(new Step.AwaitIdle(poll, true));
  }

  Sequence pause(long ms) {
    return add(new Step.Pause(ms));
  }

  private Sequence add(Step step) {
    steps.add(step);
    return this;
  }
}
