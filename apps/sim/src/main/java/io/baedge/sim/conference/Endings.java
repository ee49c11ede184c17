package io.baedge.sim.conference;

import io.baedge.badge.BadgeEvent;
import io.baedge.badge.relay.RelayEvent;
import io.baedge.hub.HubEvent;
import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Spread;

/** How connections end: each side notices in its own time, the hub hears the will. */
final class Endings {
  private static final Spread NOTICED_BY_HUB = new Spread(5, 20_000);

  private final VirtualTime time;
  private final HubHost hub;
  private final Counts counts;

  Endings(VirtualTime time, HubHost hub, Counts counts) {
    this.time = time;
    this.hub = hub;
    this.counts = counts;
  }

  /** The badge believes in it no longer; a neighbour that carried it sees that at once. */
  void part(Connection connection) {
    NetworkEnd end = connection.end;
    end.atBadge = null;
    NetworkEnd relay = connection.relay;
    if (relay != null && relay.guests.remove(end)) {
      var leaves = new RelayEvent.Leaves(end.device.id());
      relay.device.later(1, new BadgeEvent.Neighbour(leaves));
    }
  }

  /** The badge's side is gone; the hub notices later. */
  void hang(Connection connection) {
    part(connection);
    if (connection.end.atHub == connection) {
      hangUpLater(connection);
    }
  }

  /** The hub notices after a while that nobody is there. */
  void hangUpLater(Connection connection) {
    time.after(
        NOTICED_BY_HUB.draw(connection.end.random),
        () -> {
          if (!connection.forgotten) {
            hangUp(connection);
          }
        });
  }

  /** The hub ends a connection in which nobody is heard any more, and hears the will. */
  void hangUp(Connection connection) {
    if (connection.end.atHub == connection && connection.hubRun == hub.run()) {
      hub.tell(
          new HubEvent.Heard(connection.end.device.id(), connection.will, connection.ticket(0)));
      closeAtHub(connection, "the connection was lost");
    }
  }

  /** The hub's side ends. */
  void closeAtHub(Connection connection, String reason) {
    if (connection.end.atHub == connection && connection.hubRun == hub.run()) {
      connection.end.atHub = null;
      connection.closedAtHub = true;
      hub.tell(new HubEvent.DeviceClosed(connection.end.device.id(), reason));
    }
  }

  /** The connection is dead; each side notices in its own time. */
  void breakDown(NetworkEnd end, Spread noticedByBadge, String reason) {
    Connection connection = end.atBadge;
    if (connection != null) {
      hang(connection);
      badgeNotices(connection, noticedByBadge, reason);
    }
  }

  /** The broker in between starts anew: the badge notices, the hub is told nothing. */
  void forget(NetworkEnd end, Spread noticedByBadge, String reason) {
    if (end.atHub != null) {
      end.atHub.forgotten = true;
    }
    Connection connection = end.atBadge;
    if (connection != null) {
      connection.forgotten = true;
      part(connection);
      badgeNotices(connection, noticedByBadge, reason);
    }
  }

  private void badgeNotices(Connection connection, Spread noticedByBadge, String reason) {
    NetworkEnd end = connection.end;
    counts.add("broken-connections");
    boolean established = connection.established;
    long epoch = end.device.epoch();
    time.after(
        noticedByBadge.draw(end.random),
        () -> {
          if (end.serial == connection.serial && end.device.epoch() == epoch) {
            end.device.tell(
                established ? new BadgeEvent.Closed(reason) : new BadgeEvent.ConnectFailed(reason));
          }
        });
  }
}
