package io.baedge.badgelinux.emulated;

import io.baedge.badgelinux.panel.PanelBus;
import io.baedge.badgelinux.panel.PanelTrouble;
import io.baedge.badgelinux.panel.PanelTrouble.Kind;
import io.baedge.model.panel.PanelModel;
import java.util.Arrays;
import java.util.List;

/**
 * The wires to an emulated panel. Its clock counts the waits of the panel; how long they really
 * take is its pace.
 */
public final class EmulatedBus implements PanelBus {
  private final double pace;
  private volatile Fault fault = Fault.NONE;
  private volatile Attached attached;
  private long nowMs;
  private double owedMs;
  private boolean on;

  /** What may be wrong with a panel. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** The BUSY line sticks. */
    BUSY_STUCK,
    /** The bus refuses. */
    BUS_ERROR,
    /** The bus takes only the first half of what it is given. */
    SHORT_WRITE,
    /** No panel is plugged in: nothing arrives, and BUSY never moves. */
    ABSENT
  }

  private record Attached(Chip chip, Glass glass) {}

  /**
   * A new panel of that model.
   *
   * @param pace 1 = as slow as the real one, 0 = at once
   */
  public EmulatedBus(PanelModel model, double pace) {
    this.pace = pace;
    this.attached = fresh(model);
  }

  private static Attached fresh(PanelModel model) {
    var glass = new Glass(model.widthPx(), model.heightPx());
    return new Attached(Chip.of(model, glass), glass);
  }

  /** Unplugs the panel and plugs in a new one, perhaps of another model. */
  public void attach(PanelModel other) {
    attached = fresh(other);
  }

  /** Breaks or mends it. */
  public void set(Fault what) {
    fault = what;
  }

  /** What is on the glass. */
  public Glass glass() {
    return attached.glass();
  }

  /** Commands that came while the panel worked or slept, and had no effect. */
  public int refusedCommands() {
    return attached.chip().refused();
  }

  @Override
  public void powerOn() {
    on = true;
  }

  @Override
  public void reset(List<Pulse> pulses) throws InterruptedException {
    for (Pulse pulse : pulses) {
      if (pulse.level() == 0) {
        attached.chip().reset(nowMs);
      }
      pause(pulse.ms());
    }
  }

  @Override
  public void command(int code) throws PanelTrouble {
    if (arrives()) {
      attached.chip().command(code, nowMs);
    }
  }

  @Override
  public void data(byte[] bytes) throws PanelTrouble {
    if (!arrives()) {
      return;
    }
    if (fault == Fault.SHORT_WRITE && bytes.length > 1) {
      int half = bytes.length / 2;
      attached.chip().data(Arrays.copyOf(bytes, half), nowMs);
      throw new PanelTrouble(
          Kind.BUS, "the panel's bus took only " + half + " of " + bytes.length + " bytes");
    }
    attached.chip().data(bytes, nowMs);
  }

  private boolean arrives() throws PanelTrouble {
    if (fault == Fault.BUS_ERROR) {
      throw new PanelTrouble(Kind.BUS, "the panel's bus answers with an I/O error");
    }
    return on && fault != Fault.ABSENT;
  }

  @Override
  public boolean idle(int idleLevel) {
    return switch (fault) {
      case BUSY_STUCK -> false;
      case ABSENT -> true;
      default -> {
        Chip chip = attached.chip();
        int level = chip.busy(nowMs) ? chip.busyLevel() : 1 - chip.busyLevel();
        yield level == idleLevel;
      }
    };
  }

  @Override
  public void pause(long ms) throws InterruptedException {
    nowMs += ms;
    owedMs += ms * pace;
    long whole = (long) owedMs;
    owedMs -= whole;
    if (whole > 0) {
      Thread.sleep(whole);
    }
  }

  @Override
  public long nowMs() {
    return nowMs;
  }

  @Override
  public void powerOff() {
    on = false;
    attached.chip().powerOff();
  }
}
