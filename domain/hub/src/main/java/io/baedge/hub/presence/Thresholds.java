package io.baedge.hub.presence;

import io.baedge.model.message.Status;
import io.baedge.model.presence.Presence;

/** From silence to state (methods.md 2.1): fixed multiples of the interval of the device. */
final class Thresholds {
  private static final long LEAST_DISCONNECTED_MS = 45_000;

  /** Half intervals of silence after which a device is unreachable. */
  private static final int HALVES_HERE = 3;

  private final PresenceSettings settings;
  private final long startedMonoMs;
  private final int halvesHere;

  /**
   * From settings and the start of the hub.
   *
   * @param lateByOne the fault of waiting one interval longer
   */
  Thresholds(PresenceSettings settings, long startedMonoMs, boolean lateByOne) {
    this.settings = settings;
    this.startedMonoMs = startedMonoMs;
    this.halvesHere = lateByOne ? HALVES_HERE + 2 : HALVES_HERE;
  }

  /** The state now; while the uplink alarm is on, nobody gets lost. */
  Presence judge(Watched watched, long monoMs, boolean alarm) {
    long silenceMs = monoMs - reference(watched);
    boolean here = silenceMs <= unreachableAfterMs(watched);
    boolean everHeard = watched.heardMonoMs != Watched.NEVER;
    if (watched.phase != Status.Phase.OFF) {
      if (here && watched.phase == Status.Phase.ASLEEP) {
        return Presence.ASLEEP;
      }
      if (here && !everHeard) {
        return Presence.UNCONFIRMED;
      }
      if (here && !watched.gone) {
        return Presence.CONNECTED;
      }
      if (silenceMs <= disconnectedAfterMs(watched)) {
        return Presence.UNREACHABLE;
      }
    }
    boolean frozen = alarm && watched.state != Presence.LOST;
    return silenceMs > settings.lostAfterMs() && !frozen ? Presence.LOST : Presence.DISCONNECTED;
  }

  /** The moment from which silence counts. */
  private long reference(Watched watched) {
    long heard =
        watched.heardMonoMs == Watched.NEVER
            ? startedMonoMs + settings.failOverMs()
            : watched.heardMonoMs;
    return Math.max(heard, watched.wakeMonoMs);
  }

  /** When the state changes if nothing is heard; {@link Long#MAX_VALUE} = never. */
  long deadlineMonoMs(Watched watched) {
    long from = reference(watched);
    return switch (watched.state) {
      case CONNECTED, ASLEEP, UNCONFIRMED -> from + unreachableAfterMs(watched) + 1;
      case UNREACHABLE -> from + disconnectedAfterMs(watched) + 1;
      case DISCONNECTED -> from + settings.lostAfterMs() + 1;
      case LOST -> Long.MAX_VALUE;
    };
  }

  private long unreachableAfterMs(Watched watched) {
    return watched.intervalMs * halvesHere / 2;
  }

  private static long disconnectedAfterMs(Watched watched) {
    return Math.max(watched.intervalMs * 3, LEAST_DISCONNECTED_MS);
  }
}
