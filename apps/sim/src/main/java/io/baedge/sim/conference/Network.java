package io.baedge.sim.conference;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.relay.RelayOrder;
import io.baedge.badge.uplink.Way;
import io.baedge.hub.HubEvent;
import io.baedge.kit.rate.Admission;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.Uplink;
import io.baedge.sim.network.Fading;
import io.baedge.sim.network.Link;
import io.baedge.sim.network.NetworkFaults;
import io.baedge.sim.scenario.Scenario;
import io.baedge.sim.venue.Air;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Connections between badges and the hub over links that lose, repeat, reorder and delay whole
 * messages. What a badge sent may reach the hub after its connection has ended, as with a broker in
 * between; what the hub sends reaches a badge only on the connection it was sent on.
 */
final class Network implements Uplink {
  private static final int RECEIVE_MAXIMUM = 64;
  private static final long RECEIPT_TIMEOUT_MS = 10_000;
  private static final Spread NOTICED_BY_BADGE = new Spread(5, 4_000);
  private static final Spread RESET = new Spread(1, 200);
  private static final Spread NOTICED_IN_SILENCE = new Spread(22_000, 90_000);

  private final VirtualTime time;
  private final NetworkFaults faults;
  private final HubHost hub;
  private final Counts counts;
  private final MessageCheck check;
  private final Endings endings;
  private final List<NetworkEnd> ends = new ArrayList<>();
  private final Link.Tally tally = new Link.Tally();
  private final Tries tries;
  private final Relays relays;
  private Function<Device, List<Device>> neighbours = _ -> List.of();
  private boolean calm;
  private boolean cut;
  private boolean silent;
  private boolean stuck;

  Network(VirtualTime time, Scenario scenario, HubHost hub, Counts counts, MessageCheck check) {
    this.time = time;
    this.faults = scenario.network();
    this.tries = new Tries(scenario.fleet().badges());
    this.hub = hub;
    this.counts = counts;
    this.check = check;
    this.endings = new Endings(time, hub, counts);
    this.relays = new Relays(time, scenario.fleet().neighbours(), endings, counts);
  }

  /** Devices are added in the order of their numbers. */
  void add(Device device, Chance own) {
    var fading = new Fading(own.stream("fading"));
    ends.add(
        new NetworkEnd(
            device,
            fading,
            new Link(faults, fading, own.stream("link-up"), tally),
            new Link(faults, fading, own.stream("link-down"), tally),
            own.stream("link-notice")));
    relays.add(ends.getLast());
    if (faults.dropEveryMs() > 0) {
      dropNowAndThen(ends.getLast(), own.stream("link-drops"));
    }
  }

  /** Who could carry for a badge. */
  void neighboursBy(Function<Device, List<Device>> near) {
    neighbours = near;
  }

  /** Whether a neighbour carries for it. */
  boolean isGuest(Device device) {
    Connection connection = end(device).atBadge;
    return connection != null && connection.relay != null;
  }

  /** A badge is elsewhere now. */
  void moved(Device device, Relays.Nearness nearness) {
    relays.moved(end(device), nearness);
  }

  /** Most attempts to connect within one second since this was asked last. */
  long takeMostTriesPerSecond() {
    return tries.takeMost();
  }

  Link.Tally tally() {
    return tally;
  }

  /** Faults stop. */
  void calm() {
    calm = true;
    cut = false;
    silent = false;
    if (stuck) {
      startBrokerAnew();
    }
  }

  /** The badge of that device is in other air now. */
  void air(int device, Air air) {
    ends.get(device).fading.enter(air, time.nowMs());
  }

  /** The venue's uplink is cut: all connections are dead, both sides notice later. */
  void cut() {
    cut = true;
    tries.thrownOut();
    ends.forEach(end -> endings.breakDown(end, NOTICED_BY_BADGE, "the uplink is gone"));
  }

  void restore() {
    cut = false;
  }

  /** Everything is swallowed on its way; both sides must find out by waiting. */
  void silence() {
    silent = true;
    for (NetworkEnd end : ends) {
      Connection connection = end.atHub;
      if (connection != null) {
        time.after(
            NOTICED_IN_SILENCE.draw(end.random),
            () -> {
              if (silent) {
                endings.hangUp(connection);
              }
            });
      }
    }
  }

  /** Messages arrive again. */
  void endSilence() {
    silent = false;
  }

  /** The broker in between gives receipts and passes nothing on; false when it does already. */
  boolean stickBroker() {
    boolean was = stuck;
    stuck = true;
    return !was;
  }

  /** It starts anew and has forgotten everything. */
  void startBrokerAnew() {
    if (!stuck) {
      return;
    }
    tries.thrownOut();
    stuck = false;
    ends.forEach(end -> endings.forget(end, RESET, "the broker started anew"));
  }

  /** A number for the session that badge and hub are in together; below 0 without one. */
  long session(Device device) {
    Connection connection = end(device).atBadge;
    boolean both =
        connection != null
            && connection.established
            && connection.end.atHub == connection
            && connection.hubRun == hub.run()
            && hub.isUp();
    return both && connection != null ? connection.serial : -1;
  }

  /** The hub's process is gone: all connections are reset. */
  void hubDied() {
    tries.thrownOut();
    for (NetworkEnd end : ends) {
      end.atHub = null;
      if (!silent) {
        endings.breakDown(end, RESET, "the connection was reset");
      }
    }
  }

  @Override
  public void connect(Device device, BadgeEffect.Connect request) {
    NetworkEnd end = end(device);
    vanish(device);
    var connection = new Connection(end, request.will());
    end.atBadge = connection;
    counts.add("connect-attempts");
    tries.count(cut || silent || stuck || !hub.isUp(), device.number(), time.nowMs());
    if (device.settings().wayTo(request.uplink()).over() == Way.Over.NEIGHBOUR) {
      boolean asked = relays.ask(connection, neighbours.apply(device));
      fail(
          connection,
          asked ? request.timeoutMs() : RESET.draw(end.random),
          asked ? "the neighbour does not answer" : "no neighbour in reach");
    } else if (!device.radioUp()) {
      fail(connection, RESET.draw(end.random), "no access point in reach");
    } else if (cut || silent || stuck) {
      fail(connection, request.timeoutMs(), "nobody answers");
    } else if (!hub.isUp()) {
      fail(connection, RESET.draw(end.random), "the connection was refused");
    } else {
      send(end.up, () -> knock(connection), () -> {}, true);
      fail(connection, request.timeoutMs(), "nobody answered in time");
    }
  }

  @Override
  public void relay(Device device, RelayOrder order) {
    NetworkEnd relay = end(device);
    relays.order(
        relay,
        order,
        connection -> {
          if (connection.end.atBadge == connection) {
            send(relay.up, () -> knock(connection), () -> {}, true);
          }
        },
        (connection, reason) ->
            fail(connection, RESET.draw(connection.end.random), "the neighbour says: " + reason));
  }

  /** One leg of a way: the message arrives, perhaps twice, or is lost. */
  private void send(Link link, Runnable arrives, Runnable lost, boolean onlyOnce) {
    link.send(time.nowMs(), calm);
    long firstMs = link.firstMs();
    long secondMs = link.secondMs();
    if (firstMs == Link.NEVER) {
      lost.run();
      return;
    }
    time.at(firstMs, arrives);
    if (!onlyOnce && secondMs != Link.NEVER) {
      time.at(secondMs, arrives);
    }
  }

  /** From a badge to the hub, by way of the neighbour that carries for it if there is one. */
  private void up(Connection connection, Runnable arrives, Runnable lost) {
    NetworkEnd relay = connection.relay;
    if (relay == null) {
      send(connection.end.up, arrives, lost, false);
    } else {
      Runnable onward = () -> send(relay.up, arrives, lost, false);
      send(connection.end.up, () -> relays.pass(connection, onward, lost), lost, false);
    }
  }

  /** From the hub to a badge. */
  private void down(Connection connection, Runnable arrives, Runnable lost, boolean onlyOnce) {
    NetworkEnd relay = connection.relay;
    NetworkEnd end = connection.end;
    if (relay == null) {
      send(end.down, arrives, lost, onlyOnce);
    } else {
      Runnable onward =
          () -> {
            if (relay.guests.contains(end)) {
              send(end.down, arrives, lost, onlyOnce);
            }
          };
      send(relay.down, onward, lost, onlyOnce);
    }
  }

  private void fail(Connection connection, long afterMs, String reason) {
    time.after(
        afterMs,
        () -> {
          if (connection.end.atBadge == connection && !connection.established) {
            endings.hang(connection);
            connection.end.device.tell(new BadgeEvent.ConnectFailed(reason));
          }
        });
  }

  private void knock(Connection connection) {
    NetworkEnd end = connection.end;
    if (silent || stuck) {
      return;
    }
    if (!hub.isUp()) {
      fail(connection, RESET.draw(end.random), "the connection was refused");
      return;
    }
    switch (hub.admit(end.device.id())) {
      case Admission.Answer.Refused(long retryAfterMs) -> {
        counts.add("connect-refusals");
        down(connection, () -> refuse(connection, retryAfterMs), () -> {}, true);
      }
      case Admission.Answer.Admitted _ -> admit(connection);
    }
  }

  private void refuse(Connection connection, long retryAfterMs) {
    if (connection.end.atBadge == connection && !connection.established) {
      endings.part(connection);
      connection.end.device.tell(new BadgeEvent.Refused("the hub is busy", retryAfterMs));
    }
  }

  private void admit(Connection connection) {
    NetworkEnd end = connection.end;
    Connection before = end.atHub;
    if (before != null) {
      endings.closeAtHub(before, "taken over by a newer connection");
    }
    end.atHub = connection;
    connection.hubRun = hub.run();
    hub.tell(new HubEvent.DeviceConnected(end.device.id()));
    down(connection, () -> establish(connection), () -> {}, true);
    if (end.atBadge != connection) {
      endings.hangUpLater(connection);
    }
  }

  private void establish(Connection connection) {
    if (connection.end.atBadge == connection && !connection.established) {
      connection.established = true;
      counts.add("connections");
      connection.end.device.tell(new BadgeEvent.Connected(300_000, RECEIVE_MAXIMUM));
    }
  }

  @Override
  public void publish(Device device, BadgeEffect.Publish request) {
    NetworkEnd end = end(device);
    Connection connection = end.atBadge;
    if (connection == null || !connection.established) {
      device.later(1, new BadgeEvent.PublishFailed(request.ticket(), "there is no session"));
      return;
    }
    if (silent) {
      return;
    }
    if (connection.closedAtHub || connection.hubRun != hub.run()) {
      endings.breakDown(end, RESET, "the connection was reset");
      return;
    }
    long ticket = connection.ticket(request.ticket());
    UpMessage message = check.up(request.message(), device.number());
    up(
        connection,
        () -> arrive(connection, message, ticket),
        () -> noReceipt(connection, request.ticket()));
  }

  private void arrive(Connection connection, UpMessage message, long ticket) {
    if (connection.forgotten) {
      counts.add("messages-forgotten");
    } else if (stuck) {
      counts.add("messages-forgotten");
      receipt(ticket, "");
    } else {
      hub.tell(new HubEvent.Heard(connection.end.device.id(), message, ticket));
    }
  }

  private void noReceipt(Connection connection, long badgeTicket) {
    time.after(
        RECEIPT_TIMEOUT_MS,
        () -> {
          if (connection.end.atBadge == connection) {
            connection.end.device.tell(
                new BadgeEvent.PublishFailed(badgeTicket, "no receipt came in time"));
          }
        });
  }

  /** The hub has dealt with a message. */
  void receipt(long ticket, String refusal) {
    NetworkEnd end = ends.get(Connection.deviceOf(ticket));
    Connection connection = end.atBadge;
    long badgeTicket = Connection.badgeTicketOf(ticket);
    if (silent || connection == null || connection.ticket(badgeTicket) != ticket) {
      return;
    }
    BadgeEvent event =
        refusal.isEmpty()
            ? new BadgeEvent.Published(badgeTicket)
            : new BadgeEvent.PublishFailed(badgeTicket, refusal);
    down(
        connection, () -> tell(connection, event), () -> noReceipt(connection, badgeTicket), false);
  }

  /** The hub says something to a device. */
  void send(Device device, DownMessage message) {
    NetworkEnd end = end(device);
    Connection connection = end.atHub;
    if (connection == null || silent || stuck || connection.forgotten) {
      return;
    }
    DownMessage same = check.down(message, device.number());
    var heard = new BadgeEvent.Heard(same);
    down(connection, () -> tell(connection, heard), () -> {}, false);
  }

  private static void tell(Connection connection, BadgeEvent event) {
    if (connection.end.atBadge == connection && connection.established) {
      connection.end.device.tell(event);
    }
  }

  @Override
  public void disconnect(Device device, BadgeEffect.Disconnect request) {
    NetworkEnd end = end(device);
    Connection connection = end.atBadge;
    if (connection == null) {
      return;
    }
    if (request.last().isPresent() && connection.established && !silent) {
      Status last = request.last().get();
      up(connection, () -> arrive(connection, last, connection.ticket(0)), () -> {});
    }
    endings.part(connection);
    time.after(
        faults.delay().maxMs() + 1,
        () -> {
          if (!silent && !connection.forgotten) {
            endings.closeAtHub(connection, "the badge said good-bye");
          }
        });
  }

  @Override
  public void vanish(Device device) {
    Connection connection = end(device).atBadge;
    if (connection != null) {
      endings.hang(connection);
    }
    relays.ends(end(device), "the neighbour is gone");
  }

  @Override
  public void lose(Device device) {
    if (!isGuest(device)) {
      endings.breakDown(end(device), NOTICED_BY_BADGE, "the radio link was lost");
    }
    relays.ends(end(device), "the neighbour has lost its access point");
  }

  private void dropNowAndThen(NetworkEnd end, RandomGenerator drops) {
    time.after(
        Spread.waitMs(faults.dropEveryMs(), drops),
        () -> {
          if (!calm) {
            if (end.atBadge != null) {
              counts.add("dropped-connections");
            }
            endings.breakDown(end, RESET, "the connection was dropped");
            dropNowAndThen(end, drops);
          }
        });
  }

  private NetworkEnd end(Device device) {
    return ends.get(device.number());
  }
}
