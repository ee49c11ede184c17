package io.baedge.hubserver.loop;

import io.baedge.hub.HubEffect;
import io.baedge.hub.request.Outcome;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DownMessage;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.wire.ReasonCode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what the hub wants done, on the hub's thread. */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final HubTransport transport;
  private final FleetView fleet;
  private final OpenLetters open;
  private final Committer committer;
  private final HubMetrics metrics;
  private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();

  Courier(
      HubTransport transport,
      FleetView fleet,
      OpenLetters open,
      Committer committer,
      HubMetrics metrics) {
    this.transport = transport;
    this.fleet = fleet;
    this.open = open;
    this.committer = committer;
    this.metrics = metrics;
  }

  HubAccess.Subscription subscribe(FleetListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void carryOut(int incarnation, List<HubEffect> effects) {
    for (HubEffect effect : effects) {
      switch (effect) {
        case HubEffect.Commit commit -> committer.store(incarnation, commit);
        case HubEffect.Accept(long ticket) -> open.accept(ticket);
        case HubEffect.Refuse(long ticket, String reason) -> refuse(ticket, reason);
        case HubEffect.Send(DeviceId device, DownMessage message) -> send(device, message);
        case HubEffect.Reply(long request, Outcome outcome) -> open.answer(request, outcome);
        case HubEffect.Show(var row) -> {
          fleet.show(row);
          tell(new FleetChange.Shown(row));
        }
        case HubEffect.Hide(String key) -> {
          fleet.hide(key);
          tell(new FleetChange.Hidden(key));
        }
        case HubEffect.ShowFleet(var counts) -> {
          fleet.show(counts);
          tell(new FleetChange.Counted(counts));
        }
        case HubEffect.Note(var note) -> {
          fleet.note(note);
          tell(new FleetChange.Noted(note));
        }
      }
    }
  }

  void tell(FleetChange change) {
    for (FleetListener listener : listeners) {
      try {
        listener.changed(change);
      } catch (RuntimeException e) {
        // One listener must not take the hub and all others with it.
        metrics.listenerFailures.increment();
        LOG.warn("a listener of the fleet failed: {}", e.toString());
      }
    }
  }

  private void refuse(long ticket, String reason) {
    LOG.debug("refused a message: {}", reason);
    open.refuse(ticket, ReasonCode.PAYLOAD_FORMAT_INVALID);
  }

  private void send(DeviceId device, DownMessage message) {
    DownKind kind =
        switch (message) {
          case Desired _ -> DownKind.DESIRED;
          case Command _ -> DownKind.COMMAND;
          case Ack _ -> DownKind.ACK;
        };
    HubTransport.Sent sent = transport.send(device, kind, MessageCodec.encode(message));
    (sent == HubTransport.Sent.HANDED_OVER ? metrics.sent : metrics.unsent).increment();
  }
}
