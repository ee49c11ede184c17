package io.baedge.badgelinux.glass;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.badgelinux.emulated.EmulatedBus;
import io.baedge.badgelinux.emulated.Glass;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.util.Optional;

/**
 * A panel that is not there: the real driver on an emulated controller. It takes as long, keeps its
 * picture, and fails when told to.
 */
public final class EmulatedPanel implements Panel {
  private final PanelModel model;
  private final EmulatedBus bus;
  private final DrivenPanel driven;

  /**
   * A panel of that model.
   *
   * @param pace 1 = as slow as the real one, 0 = at once
   */
  public EmulatedPanel(PanelModel model, double pace) {
    this.model = model;
    this.bus = new EmulatedBus(model, pace);
    this.driven = new DrivenPanel(model, bus);
  }

  @Override
  public void show(Frame frame, RefreshKind kind) throws PanelFailed, InterruptedException {
    driven.show(frame, kind);
  }

  @Override
  public void rest() throws PanelFailed, InterruptedException {
    driven.rest();
  }

  @Override
  public String describe() {
    return "emulated " + model.name();
  }

  /** The wires, to break and mend them. */
  public EmulatedBus bus() {
    return bus;
  }

  /** The driver's side of it. */
  public DrivenPanel driven() {
    return driven;
  }

  /**
   * What is on the glass, as a landscape frame; nothing on a new one. Greys become black or white.
   */
  public Optional<Frame> shown() {
    Glass glass = bus.glass();
    if (glass.refreshes() == 0) {
      return Optional.empty();
    }
    byte[] inks = glass.inks();
    byte[] pixels = new byte[inks.length];
    int width = glass.height();
    for (int row = 0; row < width; row++) {
      for (int column = 0; column < glass.width(); column++) {
        int ink = inks[row * glass.width() + column];
        pixels[column * width + width - 1 - row] =
            (byte) (ink == Glass.LIGHT ? Glass.WHITE : ink == Glass.DARK ? Glass.BLACK : ink);
      }
    }
    return Optional.of(new Frame(width, glass.width(), Palette.of(model), pixels));
  }
}
