package io.baedge.badge.uplink;

import io.baedge.model.Now;
import io.baedge.model.message.Status;
import java.util.Optional;

/** What the badge says of itself so that the hub knows that it is there, and when it is due. */
final class SignsOfLife {
  private static final int CONNECTIONS_PER_EPOCH_BITS = 24;

  private final long epoch;
  private final Status.Hello hello;
  private long connection;
  private long dueMonoMs = Long.MAX_VALUE;

  /** One that other messages do not make up for, because of what it says. */
  private long owedMonoMs = Long.MAX_VALUE;

  SignsOfLife(long epoch, Status.Hello hello) {
    this.epoch = epoch;
    this.hello = hello;
    // Ordered over restarts without a write to the card: the epoch counts first.
    this.connection = epoch << CONNECTIONS_PER_EPOCH_BITS;
  }

  /** The hub was told something: the next sign of life is due that much later. */
  void spoke(boolean sign, long monoMs, long contactEveryMs) {
    dueMonoMs = monoMs + contactEveryMs;
    owedMonoMs = sign ? Long.MAX_VALUE : owedMonoMs;
  }

  void dueAt(long monoMs) {
    dueMonoMs = monoMs;
  }

  void owedAt(long monoMs) {
    owedMonoMs = monoMs;
  }

  /** Without a session nothing is due. */
  void none() {
    dueMonoMs = Long.MAX_VALUE;
    owedMonoMs = Long.MAX_VALUE;
  }

  long deadlineMonoMs() {
    return Math.min(dueMonoMs, owedMonoMs);
  }

  /** A new connection is tried; what the broker says if it breaks. */
  Status will(long lastSequence, Now now) {
    connection++;
    return status(Status.Phase.GONE, lastSequence, 0, Optional.empty(), now);
  }

  Status hello(long lastSequence, long nextContactMs, Now now) {
    return status(Status.Phase.ONLINE, lastSequence, nextContactMs, Optional.of(hello), now);
  }

  Status here(long lastSequence, long nextContactMs, Now now) {
    return status(Status.Phase.ONLINE, lastSequence, nextContactMs, Optional.empty(), now);
  }

  Status goodNight(long lastSequence, long nextContactMs, Now now) {
    return status(Status.Phase.ASLEEP, lastSequence, nextContactMs, Optional.empty(), now);
  }

  Status goodBye(long lastSequence, Now now) {
    return status(Status.Phase.OFF, lastSequence, 0, Optional.empty(), now);
  }

  private Status status(
      Status.Phase phase,
      long lastSequence,
      long nextContactMs,
      Optional<Status.Hello> greeting,
      Now now) {
    var end = new Status.StreamEnd(epoch, lastSequence);
    return new Status(phase, connection, now, end, nextContactMs, greeting);
  }
}
