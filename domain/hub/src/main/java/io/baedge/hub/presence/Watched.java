package io.baedge.hub.presence;

import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Status;
import io.baedge.model.presence.Presence;

/** One device as presence sees it. All times are the hub's. */
final class Watched {
  static final long NEVER = Long.MIN_VALUE;

  final DeviceId device;
  Presence state;
  long sinceWallMs;

  /** Monotonic; {@link #NEVER} = not since the hub started. */
  long heardMonoMs = NEVER;

  long heardWallMs;
  long intervalMs;

  /** Monotonic time until which the device sleeps; 0 = it does not. */
  long wakeMonoMs;

  Status.Phase phase = Status.Phase.ONLINE;

  /** Boot epoch and connection that the device spoke from, and its clock when it last did. */
  long epoch;

  long connection;
  long sentMonoMs;
  int sockets;

  /** The transport or the broker said that it is gone, and it was not heard since. */
  boolean gone;

  /** The newest three times at which it went, monotonic. */
  final long[] wentMonoMs = {NEVER, NEVER, NEVER};

  /** Bucket in the wheel. */
  long bucket = Long.MAX_VALUE;

  Watched(DeviceId device, Presence state, long wallMs, long intervalMs) {
    this.device = device;
    this.state = state;
    this.sinceWallMs = wallMs;
    this.intervalMs = intervalMs;
  }

  /** Whether the status is of an older connection (negative), of this one, or of a newer one. */
  int compareToLast(Status status) {
    int byEpoch = Long.compare(status.stream().epoch(), epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(status.connection(), connection);
  }

  void take(Status status) {
    epoch = status.stream().epoch();
    connection = status.connection();
    sentMonoMs = status.sentAt().monoMs();
    phase = status.phase();
  }

  void went(long monoMs) {
    wentMonoMs[0] = wentMonoMs[1];
    wentMonoMs[1] = wentMonoMs[2];
    wentMonoMs[2] = monoMs;
  }
}
