package io.baedge.sim.crowd;

import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A hub that takes everybody in, acknowledges everything and gives each device a wearer. */
final class FakeLink implements BadgeLink {
  final Map<DeviceId, FakeSession> open = new TreeMap<>();
  final Map<DeviceId, Integer> connections = new TreeMap<>();
  final Map<String, Received> received = new TreeMap<>();
  int vanished;
  int closed;
  boolean up = true;

  @Override
  public Session open(Opening opening, Listener listener) {
    var session = new FakeSession(opening.device(), listener);
    if (!up) {
      listener.failed("nobody is there");
      return session;
    }
    open.put(opening.device(), session);
    connections.merge(opening.device(), 1, Integer::sum);
    listener.connected(opening.keepAliveMs(), 16);
    return session;
  }

  void goDown() {
    up = false;
    open.values().forEach(session -> session.listener.closed("the hub is gone"));
    open.clear();
  }

  final class FakeSession implements Session {
    private final DeviceId device;
    private final Listener listener;

    FakeSession(DeviceId device, Listener listener) {
      this.device = device;
      this.listener = listener;
    }

    @Override
    public void publish(long ticket, UpMessage message) {
      listener.published(ticket);
      switch (message) {
        case Status status -> {
          if (status.hello().isPresent()) {
            listener.heard(desired());
          }
        }
        case Telemetry telemetry -> listener.heard(acknowledge(telemetry));
        case Reported reported ->
            listener.heard(new Ack(1, 1, Received.NOTHING, reported.glass().hash()));
        case io.baedge.model.message.DeviceLog _ -> {
          // Nobody reads it here.
        }
      }
    }

    private Ack acknowledge(Telemetry telemetry) {
      String key = device + "/" + telemetry.epoch();
      Received known = received.getOrDefault(key, Received.NOTHING).raisedBelow(telemetry.low());
      for (Sample sample : telemetry.samples()) {
        known = known.with(sample.sequence(), sample.sequence());
      }
      received.put(key, known);
      return new Ack(1, telemetry.epoch(), known.forAcknowledgement(), "");
    }

    private Desired desired() {
      String name = "Wearer of " + device;
      var card = new WearerCard(new WearerId(device.text()), name, "", "", "", "", "");
      return new Desired(
          new Revision(1, 1),
          new FencingToken(1),
          Optional.of(new BadgeId("badge-" + device)),
          new DesiredState(
              Ownership.OWNED,
              Optional.of(card),
              Conference.NONE,
              new DesiredState.Shown("wearer", Optional.empty(), Optional.empty()),
              List.of(),
              Cadence.DEFAULT));
    }

    @Override
    public void close(Optional<Status> last) {
      closed++;
      open.remove(device, this);
    }

    @Override
    public void vanish() {
      vanished++;
      open.remove(device, this);
    }
  }
}
