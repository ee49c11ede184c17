package io.baedge.badgelinux.glass;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.model.panel.Rotation;
import io.baedge.screen.Frame;

/**
 * A panel that is mounted or worn another way. Pictures come upright, as people see them, and are
 * turned on their way to the glass. An upright portrait picture is one turned by 90 degrees
 * already, because the panels' own memory is portrait; so half a turn is all that is left to do.
 */
public final class TurnedPanel implements Panel {
  private final Panel panel;
  private final Rotation rotation;

  private TurnedPanel(Panel panel, Rotation rotation) {
    this.panel = panel;
    this.rotation = rotation;
  }

  /** The panel, turned if it is to be. */
  public static Panel of(Panel panel, Rotation rotation) {
    return rotation == Rotation.NONE ? panel : new TurnedPanel(panel, rotation);
  }

  @Override
  public void show(Frame frame, RefreshKind kind) throws PanelFailed, InterruptedException {
    panel.show(rotation.reversed() ? frame.halfTurned() : frame, kind);
  }

  @Override
  public void rest() throws PanelFailed, InterruptedException {
    panel.rest();
  }

  @Override
  public void release() {
    panel.release();
  }

  @Override
  public String describe() {
    return panel.describe() + ", turned by " + rotation.degrees() + " degrees";
  }
}
