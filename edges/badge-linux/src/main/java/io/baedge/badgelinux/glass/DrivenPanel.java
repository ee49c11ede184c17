package io.baedge.badgelinux.glass;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.badgelinux.panel.Mode;
import io.baedge.badgelinux.panel.PanelBus;
import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.badgelinux.panel.PanelTrouble;
import io.baedge.badgelinux.panel.PanelTrouble.Kind;
import io.baedge.badgelinux.panel.Planes;
import io.baedge.badgelinux.panel.Player;
import io.baedge.badgelinux.panel.Sequence;
import io.baedge.badgelinux.panel.Window;
import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.PanelPacking;
import org.jspecify.annotations.Nullable;

/**
 * A panel on a bus. Every picture begins with supply, reset and initialisation, whatever happened
 * before, and ends in deep sleep without supply; so a failure leaves nothing that the next picture
 * would meet.
 */
public final class DrivenPanel implements Panel {
  /** A refresh that ends sooner did not take place. */
  private static final long SHORTEST_REFRESH_MS = 20;

  private final PanelDriver driver;
  private final PanelBus bus;

  /** What is on the glass; unknown after a start, a failure, and greys. */
  private @Nullable Planes onGlass;

  private boolean awake;

  /** A panel of that model on a bus. */
  public DrivenPanel(PanelModel model, PanelBus bus) {
    this.driver = PanelDriver.of(model);
    this.bus = bus;
  }

  @Override
  public synchronized void show(Frame frame, RefreshKind kind)
      throws PanelFailed, InterruptedException {
    if (kind == RefreshKind.CLEANING) {
      show(PanelPacking.filled(driver.model(), 0), Mode.FULL);
    }
    Mode mode =
        switch (kind) {
          case FULL, CLEANING -> Mode.FULL;
          case FAST -> Mode.FAST;
          case PARTIAL -> Mode.PARTIAL;
        };
    show(frame, driver.modes().contains(mode) ? mode : Mode.FULL);
  }

  /** Shows a frame in a mode that the model has. */
  public void show(Frame frame, Mode mode) throws PanelFailed, InterruptedException {
    show(frame, mode, Window.whole(driver.model()));
  }

  /**
   * Shows a part of a frame; the rest of the glass stays. Only partial refreshes can, others show
   * it all. A partial refresh falls back to a full one where nobody knows what is on the glass, and
   * where colours are in play, which it cannot drive.
   */
  public synchronized void show(Frame frame, Mode mode, Window part)
      throws PanelFailed, InterruptedException {
    if (!driver.modes().contains(mode) || mode == Mode.GREYS) {
      throw new IllegalArgumentException(describe() + " shows no frame in the mode " + mode);
    }
    Planes planes = Planes.of(frame, driver.model());
    Planes before = onGlass;
    if (mode != Mode.PARTIAL) {
      draw(mode, planes, Window.whole(driver.model()), Planes.NONE);
      onGlass = planes;
    } else if (before == null || coloured(before) || coloured(planes)) {
      draw(Mode.FULL, planes, Window.whole(driver.model()), Planes.NONE);
      onGlass = planes;
    } else {
      draw(mode, planes, part, before);
      onGlass = before.with(planes, part, driver.model());
    }
  }

  /** Shows four greys, packed by {@link Planes#ofGreys}. */
  public synchronized void showGreys(Planes greys) throws PanelFailed, InterruptedException {
    draw(Mode.GREYS, greys, Window.whole(driver.model()), Planes.NONE);
  }

  private boolean coloured(Planes planes) {
    return driver.model().inks() != Inks.BLACK && planes.hasColour();
  }

  private void draw(Mode mode, Planes planes, Window part, Planes before)
      throws PanelFailed, InterruptedException {
    rest();
    onGlass = null;
    awake = true;
    boolean drawn = false;
    try {
      var player = new Player(bus, driver.idleLevel(), driver.timings().limitMs());
      player.play(driver.wake(mode), Planes.NONE);
      player.play(driver.prime(mode), before);
      player.play(driver.show(mode, part), planes);
      if (player.longestRefreshMs() < SHORTEST_REFRESH_MS) {
        throw new PanelTrouble(
            Kind.ABSENT,
            "the panel does not answer: its BUSY line never moves; check that a "
                + driver.model().name()
                + " is attached and its cable seated");
      }
      drawn = true;
    } catch (PanelTrouble e) {
      throw new PanelFailed(String.valueOf(e.getMessage()));
    } finally {
      if (!drawn) {
        cutSupply();
      }
    }
  }

  @Override
  public synchronized void rest() throws PanelFailed, InterruptedException {
    if (!awake) {
      return;
    }
    awake = false;
    boolean sleeping = false;
    try {
      play(driver.sleep());
      sleeping = true;
    } catch (PanelTrouble e) {
      throw new PanelFailed("the panel does not go to sleep: " + e.getMessage());
    } finally {
      if (!sleeping) {
        cutSupply();
      }
    }
  }

  private void play(Sequence sequence) throws PanelTrouble, InterruptedException {
    new Player(bus, driver.idleLevel(), driver.timings().limitMs()).play(sequence, Planes.NONE);
  }

  private void cutSupply() {
    awake = false;
    try {
      bus.powerOff();
    } catch (PanelTrouble e) {
      // What led here is told; the next picture begins with the supply again.
    }
  }

  @Override
  public synchronized void release() {
    bus.release();
  }

  @Override
  public String describe() {
    return driver.model().name();
  }
}
