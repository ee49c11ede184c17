package io.baedge.badge;

import io.baedge.model.Now;
import io.baedge.model.message.Ack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which wall clock to believe. A board without a clock chip starts in 1970 or last year, jumps when
 * somebody corrects it, and may say that it is synchronised although it was moved since. The hub
 * tells its time too, and the monotonic clock carries that on: not better than half of the round
 * trip, but it never jumps (methods.md 3.3).
 */
final class WallClock {
  /** Clocks that are so close are the same clock. */
  private static final long STEP_MS = 60_000;

  /** An answer that took longer tells no time. */
  private static final long LONGEST_ROUND_TRIP_MS = 60_000;

  private static final long DRIFT_PPM = 100;

  private @Nullable HubAnchor hub;
  private boolean trusted;
  private long trustedOffsetMs;
  private long trustedMonoMs;
  private boolean saidSynced;

  /**
   * The hub's time on this clock.
   *
   * @param offsetMs from the monotonic clock to the hub's wall clock
   * @param errorMs half of the round trip
   * @param monoMs when it was learned
   */
  record HubAnchor(long offsetMs, long errorMs, long monoMs) {
    private long errorMs(long atMonoMs) {
      return errorMs + drift(atMonoMs - monoMs);
    }
  }

  /** Goes on with what the hub said in an earlier epoch of the same monotonic clock. */
  void restore(Optional<HubAnchor> saved) {
    hub = saved.orElse(null);
  }

  /**
   * The hub told its time with an answer; returns what is worth to be saved, when it is the first
   * or far from what was known.
   */
  Optional<HubAnchor> heard(Ack.HubTime told, long monoMs) {
    long roundTripMs = monoMs - told.echoMonoMs();
    if (told.equals(Ack.HubTime.NONE) || roundTripMs < 0 || roundTripMs > LONGEST_ROUND_TRIP_MS) {
      return Optional.empty();
    }
    var heard =
        new HubAnchor(told.wallMs() - monoMs + roundTripMs / 2, (roundTripMs + 1) / 2, monoMs);
    HubAnchor known = hub;
    long apartMs = known == null ? Long.MAX_VALUE : Math.abs(known.offsetMs - heard.offsetMs);
    if (known != null
        && known.errorMs(monoMs) < heard.errorMs
        && apartMs <= known.errorMs(monoMs) + heard.errorMs) {
      return Optional.empty(); // the older one still tells more
    }
    hub = heard;
    return apartMs > STEP_MS ? Optional.of(heard) : Optional.empty();
  }

  /** The moment with the wall clock that is believed, as the machine told it. */
  Now now(Now told) {
    long offsetMs = told.wallMs() - told.monoMs();
    if (told.wallSynced() && believable(told)) {
      trusted = true;
      trustedOffsetMs = offsetMs;
      trustedMonoMs = told.monoMs();
      saidSynced = true;
      return told;
    }
    // A clock that jumped while it says that it is right must be set anew to be believed.
    saidSynced = told.wallSynced();
    return besideTheSystem(told);
  }

  private boolean believable(Now told) {
    HubAnchor known = hub;
    if (known != null) {
      long apartMs = Math.abs(told.wallMs() - told.monoMs() - known.offsetMs);
      return apartMs <= known.errorMs(told.monoMs()) + STEP_MS;
    }
    boolean steady = Math.abs(told.wallMs() - told.monoMs() - trustedOffsetMs) <= STEP_MS;
    return !trusted || !saidSynced || steady;
  }

  private static Now carried(Now told, long offsetMs) {
    return new Now(told.monoMs(), told.monoMs() + offsetMs, true);
  }

  /** What there is beside the system's clock. */
  private ClockView.Source source() {
    if (hub != null) {
      return ClockView.Source.HUB;
    }
    return trusted ? ClockView.Source.CARRIED : ClockView.Source.NONE;
  }

  private HubAnchor requireHub() {
    HubAnchor known = hub;
    if (known == null) {
      throw new IllegalStateException("the hub has told no time");
    }
    return known;
  }

  /** Which clock is believed now, and how wrong it may be. */
  ClockView view(Now told) {
    if (told.wallSynced() && believable(told)) {
      return new ClockView(ClockView.Source.SYSTEM, told.wallMs(), ClockView.UNKNOWN, 0);
    }
    Now believed = besideTheSystem(told);
    long monoMs = told.monoMs();
    return switch (source()) {
      case HUB ->
          new ClockView(
              ClockView.Source.HUB,
              believed.wallMs(),
              requireHub().errorMs(monoMs),
              told.wallMs() - believed.wallMs());
      case CARRIED ->
          new ClockView(
              ClockView.Source.CARRIED,
              believed.wallMs(),
              drift(monoMs - trustedMonoMs),
              told.wallMs() - believed.wallMs());
      case SYSTEM, NONE ->
          new ClockView(ClockView.Source.NONE, told.wallMs(), ClockView.UNKNOWN, 0);
    };
  }

  private Now besideTheSystem(Now told) {
    return switch (source()) {
      case HUB -> carried(told, requireHub().offsetMs);
      case CARRIED -> carried(told, trustedOffsetMs);
      case SYSTEM, NONE -> new Now(told.monoMs(), told.wallMs(), false);
    };
  }

  private static long drift(long spanMs) {
    return (spanMs * DRIFT_PPM + 999_999) / 1_000_000;
  }
}
