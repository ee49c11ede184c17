package io.baedge.badgelinux.glass;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.screen.Frame;

/** Something that can show a picture. One thread at a time uses it. */
public interface Panel {
  /** The panel did not take a picture; the message is one sentence. */
  final class PanelFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public PanelFailed(String sentence) {
      super(sentence);
    }
  }

  /** Shows the picture and returns when the panel has settled. */
  void show(Frame frame, RefreshKind kind) throws PanelFailed, InterruptedException;

  /**
   * Puts the panel to sleep; called after each picture, shown or not. The next picture wakes it.
   */
  void rest() throws PanelFailed, InterruptedException;

  /** Lets go what it holds of the system; the next picture takes it anew. */
  default void release() {}

  /** What it is, for people. */
  String describe();
}
