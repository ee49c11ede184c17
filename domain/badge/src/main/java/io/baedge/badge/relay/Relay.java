package io.baedge.badge.relay;

import io.baedge.kit.rate.TokenBucket;
import io.baedge.model.id.DeviceId;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries the messages of neighbours without a network to the hub. A guest's connection passes
 * through as it is, encrypted for the hub: this badge keeps nothing of it and acknowledges nothing,
 * so a relay that goes takes nothing with it. Bounds: one hop, because a badge that is itself a
 * guest lets nobody in; a number of guests; a number of messages per minute for all of them; and
 * only while the badge has energy to spare.
 */
public final class Relay {
  private static final String OWN_WAY = "this badge has no connection of its own";

  private final RelaySettings settings;
  private final RelayOrders orders;
  private final boolean limits;
  private final List<DeviceId> guests = new ArrayList<>();
  private final TokenBucket messages;
  private String closed = OWN_WAY;
  private long carried;
  private long dropped;
  private long turnedAway;

  /**
   * A relay without guests.
   *
   * @param limits false only as a fault
   */
  public Relay(RelaySettings settings, RelayOrders orders, boolean limits) {
    this.settings = settings;
    this.orders = orders;
    this.limits = limits;
    double perMinute = settings.messagesPerMinute();
    this.messages = new TokenBucket(perMinute / 60, perMinute, 0);
  }

  /**
   * How things are now; guests are dismissed when they no longer allow it.
   *
   * @param ownSession whether there is a session with the hub
   * @param asGuest whether that session passes through a neighbour
   * @param energyToSpare whether the power tier leaves energy for others
   */
  public void look(boolean ownSession, boolean asGuest, boolean energyToSpare) {
    closed = whyClosed(ownSession, asGuest, energyToSpare);
    if (!closed.isEmpty() && !guests.isEmpty()) {
      List<DeviceId> all = List.copyOf(guests);
      guests.clear();
      all.forEach(guest -> orders.relay(new RelayOrder.Dismiss(guest, closed)));
    }
  }

  private String whyClosed(boolean ownSession, boolean asGuest, boolean energyToSpare) {
    if (settings.mostGuests() == 0) {
      return "this badge carries for nobody";
    }
    if (!ownSession) {
      return OWN_WAY;
    }
    if (asGuest && limits) {
      return "this badge is itself a guest";
    }
    return energyToSpare ? "" : "this badge has no energy to spare";
  }

  /** A neighbour does something. */
  public void on(RelayEvent event, long monoMs) {
    switch (event) {
      case RelayEvent.Asks(DeviceId guest) -> asks(guest);
      case RelayEvent.Sends(DeviceId guest, long packet) -> sends(guest, packet, monoMs);
      case RelayEvent.Leaves(DeviceId guest) -> guests.remove(guest);
    }
  }

  private void asks(DeviceId guest) {
    if (guests.contains(guest)) {
      orders.relay(new RelayOrder.LetIn(guest));
      return;
    }
    String refusal = closed;
    if (refusal.isEmpty() && guests.size() >= settings.mostGuests() && limits) {
      refusal = "this badge carries for " + guests.size() + " others already";
    }
    if (refusal.isEmpty()) {
      guests.add(guest);
      orders.relay(new RelayOrder.LetIn(guest));
    } else {
      turnedAway++;
      orders.relay(new RelayOrder.TurnAway(guest, refusal));
    }
  }

  private void sends(DeviceId guest, long packet, long monoMs) {
    if (guests.contains(guest) && messages.tryTake(monoMs)) {
      carried++;
      orders.relay(new RelayOrder.Forward(guest, packet));
    } else {
      dropped++;
      orders.relay(new RelayOrder.Drop(guest, packet));
    }
  }

  /** Whom it carries for. */
  public int guests() {
    return guests.size();
  }

  /** What it does now. */
  public RelayView view() {
    return new RelayView(closed, guests.size(), carried, dropped, turnedAway);
  }
}
