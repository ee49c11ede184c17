package io.baedge.hubserver.endpoint;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.Receipt;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.wire.ReasonCode;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// Bounds what the hub has been handed and not committed. Beyond that, messages wait here without
/// an acknowledgement, which stops their senders at their receive maximum; when even the waiting
/// room is full, the sender is sent away and comes back later with the same message.
final class CommitGate {
  private final Shared shared;
  private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
  private int uncommitted;

  CommitGate(Shared shared) {
    this.shared = shared;
  }

  /// Takes the answer to one message, on the endpoint's thread.
  @FunctionalInterface
  interface Answered {
    void answered(int reasonCode);
  }

  /// False when there is no room left.
  boolean offer(DeviceId device, UpKind kind, byte[] payload, Answered answered) {
    Pending pending = new Pending(this, device, kind, payload, answered);
    if (waiting.isEmpty() && uncommitted < shared.limits().maxUncommitted()) {
      hand(pending);
      return true;
    }
    if (waiting.size() >= shared.limits().maxWaiting()) {
      shared.metrics().count(TransportCounter.QUEUE_OVERFLOWS);
      return false;
    }
    shared.metrics().count(TransportCounter.HELD);
    waiting.add(pending);
    return true;
  }

  private void hand(Pending pending) {
    uncommitted++;
    shared.metrics().uncommitted(uncommitted);
    shared.metrics().count(TransportCounter.MESSAGES_IN);
    shared.metrics().count(TransportCounter.BYTES_IN, pending.payload.length);
    try {
      shared.listener().message(pending.device, pending.kind, pending.payload, pending);
    } catch (RuntimeException e) {
      // The hub failed before it took the message: the badge must not wait for ever.
      shared.metrics().count(TransportCounter.LISTENER_FAILURES);
      shared.complaints().failure("the hub failed to take a message", e);
      pending.refuse(ReasonCode.IMPLEMENTATION_ERROR);
    }
  }

  private void settle(Pending pending) {
    uncommitted--;
    boolean accepted = !ReasonCode.isFailure(pending.reasonCode);
    shared
        .metrics()
        .count(accepted ? TransportCounter.ACCEPTED : TransportCounter.REFUSED_MESSAGES);
    pending.answered.answered(pending.reasonCode);
    while (!waiting.isEmpty() && uncommitted < shared.limits().maxUncommitted()) {
      hand(waiting.remove());
    }
    shared.metrics().uncommitted(uncommitted);
  }

  /// One message between the client and the hub's commit.
  private static final class Pending implements Receipt, Runnable {
    private final CommitGate gate;
    private final DeviceId device;
    private final UpKind kind;
    private final byte[] payload;
    private final Answered answered;
    private final AtomicBoolean done = new AtomicBoolean();
    private int reasonCode;

    Pending(CommitGate gate, DeviceId device, UpKind kind, byte[] payload, Answered answered) {
      this.gate = gate;
      this.device = device;
      this.kind = kind;
      this.payload = payload;
      this.answered = answered;
    }

    @Override
    public void accept() {
      answer(ReasonCode.SUCCESS);
    }

    @Override
    public void refuse(int code) {
      answer(ReasonCode.isFailure(code) ? code : ReasonCode.UNSPECIFIED_ERROR);
    }

    @Override
    public void run() {
      gate.settle(this);
    }

    private void answer(int code) {
      if (done.compareAndSet(false, true)) {
        reasonCode = code;
        gate.shared.mailbox().post(this);
      }
    }
  }
}
