package io.baedge.sim.conference;

import io.baedge.hub.HubEvent;
import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.presence.PresenceSettings;
import io.baedge.model.message.Status;
import io.baedge.model.presence.Presence;
import io.baedge.sim.scenario.Durations;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Presence is honest: nobody is called connected who was silent for more than one and a half of the
 * intervals that it announced, and after a start of the hub who was not heard yet is unconfirmed
 * until the fail-over time is over. On a day without faults nobody leaves connected.
 */
final class PresenceInvariant {
  private static final long NEVER = Long.MIN_VALUE;

  /** The hub looks at silences in steps. */
  private static final long SLACK_MS = 2_000;

  private final boolean faultless;
  private final long failOverMs = PresenceSettings.DEFAULT.failOverMs();
  private final long[] heardMs;
  private final long[] intervalMs;
  private final long[] epochs;
  private final long[] connections;
  private final long[] sentMs;
  private final BitSet quiet = new BitSet();
  private final BitSet known = new BitSet();
  private final BitSet connected = new BitSet();
  private long hubStartedMs;

  PresenceInvariant(boolean faultless, int deviceCount) {
    this.faultless = faultless;
    this.heardMs = new long[deviceCount];
    this.intervalMs = new long[deviceCount];
    this.epochs = new long[deviceCount];
    this.connections = new long[deviceCount];
    this.sentMs = new long[deviceCount];
    Arrays.fill(heardMs, NEVER);
  }

  /**
   * A hub starts: it has heard nobody.
   *
   * @param restored whether from an older store, which may not know everybody
   */
  void hubStarted(boolean restored, long nowMs) {
    hubStartedMs = nowMs;
    if (restored) {
      known.clear();
    } else {
      for (int i = 0; i < heardMs.length; i++) {
        known.set(i, known.get(i) || heardMs[i] != NEVER);
      }
    }
    Arrays.fill(heardMs, NEVER);
    // The intervals that were announced before are forgotten with the hub that heard them.
    Arrays.fill(intervalMs, 0);
    Arrays.fill(epochs, 0);
    Arrays.fill(connections, 0);
    connected.clear();
  }

  /** A connection of the device came to the hub. */
  void connected(int device, long nowMs) {
    heardMs[device] = nowMs;
  }

  /** The hub is about to be told something of the device. */
  void heard(int device, HubEvent.Heard heard, long nowMs) {
    if (heard.message() instanceof Status status) {
      if (status.phase() == Status.Phase.GONE) {
        return;
      }
      said(device, status);
    }
    heardMs[device] = nowMs;
  }

  private void said(int device, Status status) {
    long epoch = status.stream().epoch();
    boolean older =
        epoch < epochs[device]
            || (epoch == epochs[device] && status.connection() < connections[device]);
    boolean same = epoch == epochs[device] && status.connection() == connections[device];
    if (older || (same && status.sentAt().monoMs() < sentMs[device])) {
      return;
    }
    sentMs[device] = status.sentAt().monoMs();
    epochs[device] = epoch;
    connections[device] = status.connection();
    quiet.set(device, status.phase() != Status.Phase.ONLINE);
    if (status.phase() == Status.Phase.ONLINE && status.nextContactMs() > 0) {
      intervalMs[device] = status.nextContactMs();
    }
  }

  /** The hub shows a line whose device that is. */
  void shown(int device, BadgeOverview row, long nowMs) {
    Presence presence = row.signs().presence().orElse(Presence.UNCONFIRMED);
    boolean was = connected.get(device);
    boolean is = presence == Presence.CONNECTED;
    if (was || is) {
      checkSilence(device, row.key(), nowMs);
    }
    // A badge that saves its battery says so and sleeps until its next contact.
    if (was && !is && faultless && presence != Presence.ASLEEP) {
      throw broken(device, "badge " + row.key() + " is " + presence.word() + " without any fault");
    }
    boolean early = heardMs[device] == NEVER && nowMs - hubStartedMs < failOverMs - SLACK_MS;
    boolean judged =
        presence == Presence.UNREACHABLE
            || presence == Presence.DISCONNECTED
            || presence == Presence.LOST;
    if (early && judged && known.get(device) && !quiet.get(device)) {
      throw broken(
          device,
          "badge "
              + row.key()
              + " is "
              + presence.word()
              + " though the hub has only just started and not heard it yet");
    }
    connected.set(device, is);
  }

  /** The line of the device is gone, or another device speaks for it. */
  void hidden(int device) {
    connected.clear(device);
  }

  /** Each virtual minute. */
  void sweep(long nowMs) {
    for (int i = connected.nextSetBit(0); i >= 0; i = connected.nextSetBit(i + 1)) {
      checkSilence(i, "of device number " + i, nowMs);
    }
  }

  private void checkSilence(int device, String badge, long nowMs) {
    if (quiet.get(device)) {
      return;
    }
    if (heardMs[device] == NEVER) {
      throw broken(device, "badge " + badge + " is connected but was not heard by this hub");
    }
    long silenceMs = nowMs - heardMs[device];
    if (intervalMs[device] > 0 && silenceMs > intervalMs[device] * 3 / 2 + SLACK_MS) {
      throw broken(
          device,
          "badge "
              + badge
              + " was called connected after "
              + Durations.text(silenceMs)
              + " of silence; it announced "
              + Durations.text(intervalMs[device]));
    }
  }

  private static InvariantBroken broken(int device, String what) {
    return new InvariantBroken(Invariant.PRESENCE_IS_HONEST, device, what);
  }
}
