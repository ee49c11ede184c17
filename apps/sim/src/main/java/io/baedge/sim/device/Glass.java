package io.baedge.sim.device;

import io.baedge.screen.Frame;
import java.util.Optional;

/**
 * The glass of an emulated panel: keeps its picture without power. A refresh that the power cuts
 * short leaves neither picture.
 */
public final class Glass {
  private Optional<Frame> shown = Optional.empty();
  private boolean refreshing;
  private boolean torn;
  private long refreshes;

  /** A refresh begins. */
  void begin() {
    refreshing = true;
  }

  /** The panel has settled on the picture. */
  void settle(Frame frame) {
    refreshing = false;
    torn = false;
    shown = Optional.of(frame);
    refreshes++;
  }

  /** The power goes. */
  void powerCut() {
    torn |= refreshing;
    refreshing = false;
  }

  /** The picture; empty before the first one and after a refresh that was cut short. */
  public Optional<Frame> picture() {
    return torn ? Optional.empty() : shown;
  }

  /** Hash of the picture; empty without one. */
  public String hash() {
    return picture().map(Frame::hash).orElse("");
  }

  /** How often it changed. */
  public long refreshes() {
    return refreshes;
  }
}
