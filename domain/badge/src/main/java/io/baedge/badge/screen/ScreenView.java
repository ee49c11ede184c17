package io.baedge.badge.screen;

import io.baedge.model.message.Glass;
import io.baedge.screen.Frame;
import io.baedge.screen.compose.FrameReport;
import java.util.Optional;

/**
 * The glass.
 *
 * @param glass what is on it, without the picture's bytes
 * @param frame the picture itself, if there is one
 * @param report about the newest picture made, if there is one
 * @param wanted the screen that is to be shown
 * @param work what the screen is busy with
 * @param problem why the panel or a picture failed last; empty when all is well
 * @param counters since the start
 */
public record ScreenView(
    Glass glass,
    Optional<Frame> frame,
    Optional<FrameReport> report,
    String wanted,
    Work work,
    String problem,
    Counters counters) {
  /** What goes on. */
  public enum Work {
    /** The glass shows what it should. */
    SETTLED,
    /** A picture is being made. */
    COMPOSING,
    /** The panel is being refreshed. */
    REFRESHING,
    /** A picture waits for the panel's budget. */
    WAITING,
    /** The panel failed; it is tried again. */
    RETRYING,
    /** The panel failed too often; the next change tries again. */
    BROKEN
  }

  /**
   * Counts since the start.
   *
   * @param composed pictures made
   * @param unchanged pictures that were on the glass already
   * @param refreshes of the panel that went well
   * @param fast those of them with the fast waveform
   * @param partial those of them that drove only what changed
   * @param failures of the panel
   * @param wear weighted refreshes in this panel's life, as far as the card remembers, against
   *     about 1,000,000 that makers state
   */
  public record Counters(
      long composed,
      long unchanged,
      long refreshes,
      long fast,
      long partial,
      long failures,
      long wear) {}
}
