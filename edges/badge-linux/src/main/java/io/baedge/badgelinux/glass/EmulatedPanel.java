package io.baedge.badgelinux.glass;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import java.util.Optional;

/**
 * Stands in for a panel: takes as long, keeps its picture, and fails when told to. Refresh times
 * are the makers' published ones: 2 s for 2.13" and 3 s for 2.9" monochrome, 6 s for the first
 * 2.7", 15 s for colours.
 */
public final class EmulatedPanel implements Panel {
  private static final long BUSY_LIMIT_MS = 30_000;

  private final PanelModel model;
  private final double pace;
  private volatile Optional<Frame> shown = Optional.empty();
  private volatile Fault fault = Fault.NONE;

  /** What may be wrong with a panel. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** The BUSY line sticks. */
    BUSY_STUCK,
    /** The bus refuses. */
    BUS_ERROR
  }

  /**
   * A panel of that model.
   *
   * @param pace 1 = as slow as the real one, 0 = at once
   */
  public EmulatedPanel(PanelModel model, double pace) {
    this.model = model;
    this.pace = pace;
  }

  @Override
  public void show(Frame frame, RefreshKind kind) throws PanelFailed, InterruptedException {
    switch (fault) {
      case BUS_ERROR -> throw new PanelFailed("the panel's bus answers with an I/O error");
      case BUSY_STUCK -> {
        Thread.sleep((long) (BUSY_LIMIT_MS * pace));
        throw new PanelFailed(
            "the panel is busy for more than " + BUSY_LIMIT_MS / 1_000 + " s; check its cable");
      }
      case NONE -> {
        Thread.sleep((long) (refreshMs() * pace));
        shown = Optional.of(frame);
      }
    }
  }

  @Override
  public String describe() {
    return "emulated " + model.name();
  }

  /** What is on the glass. */
  public Optional<Frame> shown() {
    return shown;
  }

  /** Breaks or mends it. */
  public void set(Fault what) {
    fault = what;
  }

  private long refreshMs() {
    if (model.inks() != Inks.BLACK) {
      return 15_000;
    }
    if (model.name().equals("2in7")) {
      return 6_000;
    }
    return model.name().startsWith("2in9") && !model.name().equals("2in9d") ? 3_000 : 2_000;
  }
}
