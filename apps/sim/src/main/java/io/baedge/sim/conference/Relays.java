package io.baedge.sim.conference;

import io.baedge.badge.BadgeEvent;
import io.baedge.badge.relay.RelayEvent;
import io.baedge.badge.relay.RelayOrder;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.id.DeviceId;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.NeighbourPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connections that pass through a neighbour, and what is on its way through one. */
final class Relays {
  private static final Spread AIR = new Spread(2, 40);
  private static final Spread NOTICED = new Spread(5, 4_000);

  private final VirtualTime time;
  private final NeighbourPlan plan;
  private final Endings endings;
  private final Counts counts;
  private final Map<DeviceId, NetworkEnd> ends = new HashMap<>();
  private final Map<Long, Packet> packets = new HashMap<>();
  private long lastPacket;

  private record Packet(NetworkEnd relay, Connection of, Runnable onward, Runnable lost) {}

  Relays(VirtualTime time, NeighbourPlan plan, Endings endings, Counts counts) {
    this.time = time;
    this.plan = plan;
    this.endings = endings;
    this.counts = counts;
  }

  void add(NetworkEnd end) {
    ends.put(end.device.id(), end);
  }

  /** Asks a neighbour, each time another one; false when there is none. */
  boolean ask(Connection connection, List<Device> near) {
    if (near.isEmpty()) {
      return false;
    }
    NetworkEnd end = connection.end;
    Device chosen = near.get(end.asked++ % near.size());
    connection.relay = ends.get(chosen.id());
    DeviceId guest = end.device.id();
    time.after(
        AIR.draw(end.random),
        () -> chosen.tell(new BadgeEvent.Neighbour(new RelayEvent.Asks(guest))));
    return true;
  }

  /** Hands a message to the neighbour that carries; it decides. */
  void pass(Connection connection, Runnable onward, Runnable lost) {
    NetworkEnd relay = connection.relay;
    if (relay == null || !relay.guests.contains(connection.end)) {
      lost.run();
      return;
    }
    long number = ++lastPacket;
    packets.put(number, new Packet(relay, connection, onward, lost));
    DeviceId guest = connection.end.device.id();
    relay.device.tell(new BadgeEvent.Neighbour(new RelayEvent.Sends(guest, number)));
    // A neighbour without power says nothing.
    Packet unanswered = packets.remove(number);
    if (unanswered != null) {
      unanswered.lost.run();
    }
  }

  /**
   * Does what a badge decided about a neighbour.
   *
   * @param admitted goes on with a connection that was let in
   * @param turnedAway ends an attempt
   */
  void order(
      NetworkEnd relay, RelayOrder order, Consumer<Connection> admitted, TurnedAway turnedAway) {
    NetworkEnd guest = ends.get(order.guest());
    if (guest == null) {
      return;
    }
    Connection connection = guest.atBadge;
    boolean through = connection != null && connection.relay == relay;
    switch (order) {
      case RelayOrder.LetIn _ -> letIn(relay, guest, through ? connection : null, admitted);
      case RelayOrder.TurnAway(DeviceId _, String reason) -> {
        counts.add("relay-refusals");
        if (through && connection != null && !connection.established) {
          turnedAway.fail(connection, reason);
        }
      }
      case RelayOrder.Forward(DeviceId _, long packet) -> forward(packets.remove(packet));
      case RelayOrder.Drop(DeviceId _, long packet) -> drop(packets.remove(packet));
      case RelayOrder.Dismiss(DeviceId _, String reason) -> {
        if (through) {
          counts.add("relay-dismissals");
          endings.breakDown(guest, AIR, reason);
        }
      }
    }
  }

  /** Ends an attempt with a reason. */
  interface TurnedAway {
    void fail(Connection connection, String reason);
  }

  private void letIn(
      NetworkEnd relay,
      NetworkEnd guest,
      @Nullable Connection connection,
      Consumer<Connection> admitted) {
    if (connection == null) {
      // It has given up meanwhile.
      DeviceId gone = guest.device.id();
      relay.device.later(1, new BadgeEvent.Neighbour(new RelayEvent.Leaves(gone)));
      return;
    }
    if (!relay.guests.contains(guest)) {
      relay.guests.add(guest);
      counts.add("relay-guests");
      check(relay);
    }
    time.after(AIR.draw(guest.random), () -> admitted.accept(connection));
  }

  private void check(NetworkEnd relay) {
    Connection own = relay.atBadge;
    if (own != null && own.relay != null) {
      throw new InvariantBroken(
          Invariant.RELAYS_WITHIN_LIMITS,
          relay.device.number(),
          "it carries for a neighbour and is carried itself");
    }
    if (relay.guests.size() > plan.relay().mostGuests()) {
      throw new InvariantBroken(
          Invariant.RELAYS_WITHIN_LIMITS,
          relay.device.number(),
          "it carries for "
              + relay.guests.size()
              + " neighbours, more than "
              + plan.relay().mostGuests());
    }
  }

  private void forward(@Nullable Packet packet) {
    if (packet != null) {
      counts.add("relay-messages");
      packet.onward.run();
    }
  }

  private void drop(@Nullable Packet packet) {
    if (packet != null) {
      counts.add("relay-drops");
      packet.lost.run();
    }
  }

  /** A badge can carry no longer: its guests notice. */
  void ends(NetworkEnd relay, String reason) {
    for (NetworkEnd guest : List.copyOf(relay.guests)) {
      endings.breakDown(guest, NOTICED, reason);
    }
  }

  /** Somebody has walked: connections through a neighbour that is too far away now end. */
  void moved(NetworkEnd walker, Nearness nearness) {
    for (NetworkEnd guest : List.copyOf(walker.guests)) {
      if (!nearness.near(walker.device, guest.device)) {
        endings.breakDown(guest, NOTICED, "the neighbour is out of reach");
      }
    }
    Connection own = walker.atBadge;
    if (own != null && own.relay != null && !nearness.near(own.relay.device, walker.device)) {
      endings.breakDown(walker, NOTICED, "the neighbour is out of reach");
    }
  }

  /** Whether two badges hear each other. */
  interface Nearness {
    boolean near(Device one, Device other);
  }
}
