package io.baedge.badgelinux.panel;

import io.baedge.badgelinux.panel.PanelTrouble.Kind;

/** Plays sequences on a bus. */
public final class Player {
  private static final long READY_LIMIT_MS = 5_000;
  private static final long FIRST_LOOK_MS = 10;
  private static final long LONGEST_LOOK_MS = 50;

  private final PanelBus bus;
  private final int idleLevel;
  private final long refreshLimitMs;
  private long longestRefreshMs = -1;

  /**
   * For one panel.
   *
   * @param refreshLimitMs a panel that is busy for longer with a picture is broken
   */
  public Player(PanelBus bus, int idleLevel, long refreshLimitMs) {
    this.bus = bus;
    this.idleLevel = idleLevel;
    this.refreshLimitMs = refreshLimitMs;
  }

  /** Plays all steps in their order. */
  public void play(Sequence sequence, Planes planes) throws PanelTrouble, InterruptedException {
    for (Step step : sequence.steps()) {
      play(step, planes);
    }
  }

  /**
   * How long BUSY stayed busy for a picture, the longest time so far; 0 if it was never seen busy,
   * however long the look took on a board with other work; -1 = no picture yet.
   */
  public long longestRefreshMs() {
    return longestRefreshMs;
  }

  private void play(Step step, Planes planes) throws PanelTrouble, InterruptedException {
    switch (step) {
      case Step.PowerOn _ -> bus.powerOn();
      case Step.PowerOff _ -> bus.powerOff();
      case Step.Reset(var pulses) -> bus.reset(pulses);
      case Step.Send(int command, byte[] data) -> {
        bus.command(command);
        if (data.length > 0) {
          bus.data(data);
        }
      }
      case Step.Picture part -> {
        bus.command(part.command());
        bus.data(
            planes.rows(
                part.source(),
                part.fromRow(),
                part.rows(),
                part.fromByte(),
                part.bytes(),
                part.tailBytes()));
      }
      case Step.AwaitIdle(int poll, boolean refresh) -> awaitIdle(poll, refresh);
      case Step.Pause(long ms) -> bus.pause(ms);
    }
  }

  private void awaitIdle(int poll, boolean refresh) throws PanelTrouble, InterruptedException {
    long beginMs = bus.nowMs();
    long limitMs = refresh ? refreshLimitMs : READY_LIMIT_MS;
    long lookMs = FIRST_LOOK_MS;
    boolean seenBusy = false;
    while (true) {
      if (poll >= 0) {
        bus.command(poll);
      }
      boolean idle = bus.idle(idleLevel);
      long tookMs = bus.nowMs() - beginMs;
      if (idle) {
        if (refresh) {
          longestRefreshMs = Math.max(longestRefreshMs, seenBusy ? tookMs : 0);
        }
        return;
      }
      seenBusy = true;
      if (tookMs >= limitMs) {
        throw new PanelTrouble(
            Kind.BUSY_STUCK,
            "the panel is busy for more than "
                + limitMs / 1_000
                + " s; check that its cable is seated and that the model is the one attached");
      }
      bus.pause(lookMs);
      lookMs = Math.min(LONGEST_LOOK_MS, lookMs + FIRST_LOOK_MS);
    }
  }
}
