package io.baedge.badge.screen;

import io.baedge.model.panel.Waveforms;
import io.baedge.model.telemetry.Reading;
import io.baedge.screen.Frame;
import io.baedge.screen.FrameChange;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which refresh a change of the glass deserves, by what changes, what the panel can, the cold, and
 * the ghosts that short waveforms leave. Bounds that the makers state are marked; the others are
 * chosen to be careful.
 */
final class RefreshPlanner {
  /** "At most five partial refreshes in a row, then a full one" (Waveshare's advice). */
  static final int MOST_PARTIAL_IN_A_ROW = 5;

  static final int MOST_FAST_IN_A_ROW = 10;

  /** A change of more than this share would leave ghosts everywhere. */
  static final int MOST_PARTIAL_PERCENT = 25;

  /** The first change after a day is a full one (common advice of vendors). */
  static final long FULL_WITHIN_MS = TimeUnit.HOURS.toMillis(24);

  /** Short waveforms are made for room temperature. */
  static final int COLD_DECI_C = 100;

  private final Waveforms waveforms;

  /** Whether a full refresh went well since the start and since the last failure. */
  private boolean based;

  private long fullMonoMs;
  private int partial;
  private int fast;
  private int boardDeciC = Reading.UNKNOWN;

  /**
   * Hashes of the pictures that were compared last, because the same are asked for at each tick.
   */
  private String compared = "";

  private boolean small;

  RefreshPlanner(Waveforms waveforms) {
    this.waveforms = waveforms;
  }

  /**
   * The board's own temperature. A board is never colder than the panel beside it, so one that is
   * cold says that the panel is; a warm one says nothing.
   */
  void board(int temperatureDeciC) {
    boardDeciC = temperatureDeciC;
  }

  /** The refresh for the next picture; always the same until a refresh ends or a day is over. */
  RefreshKind choose(@Nullable Frame shown, Frame next, boolean byPerson, long monoMs) {
    boolean cold = boardDeciC != Reading.UNKNOWN && boardDeciC < COLD_DECI_C;
    boolean ghosts = partial >= MOST_PARTIAL_IN_A_ROW || fast >= MOST_FAST_IN_A_ROW;
    boolean old = monoMs - fullMonoMs >= FULL_WITHIN_MS;
    if (!based || shown == null || cold || ghosts || old) {
      return RefreshKind.FULL;
    }
    if (waveforms.partial() && small(shown, next)) {
      return RefreshKind.PARTIAL;
    }
    return byPerson && waveforms.fast() ? RefreshKind.FAST : RefreshKind.FULL;
  }

  private boolean small(Frame shown, Frame next) {
    String pair = shown.hash() + next.hash();
    if (!pair.equals(compared)) {
      FrameChange change = FrameChange.between(shown, next);
      compared = pair;
      small = !change.coloured() && change.percent() <= MOST_PARTIAL_PERCENT;
    }
    return small;
  }

  /** A refresh went well. */
  void done(RefreshKind kind, long monoMs) {
    switch (kind) {
      case PARTIAL -> partial++;
      case FAST -> fast++;
      case FULL, CLEANING -> {
        based = true;
        partial = 0;
        fast = 0;
        fullMonoMs = monoMs;
      }
    }
  }

  /** A refresh failed: nobody knows what is on the glass. */
  void failed() {
    based = false;
  }
}
