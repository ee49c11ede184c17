package io.baedge.badge.relay;

import io.baedge.model.id.DeviceId;

/** What a neighbour does; told by whatever radio hears neighbours. */
public sealed interface RelayEvent {
  /** Which neighbour. */
  DeviceId guest();

  /** It asks to be carried for; answered by LetIn or TurnAway. */
  record Asks(DeviceId guest) implements RelayEvent {}

  /**
   * It hands over a message for the hub, which this badge cannot read; answered by Forward or Drop.
   *
   * @param packet numbers the owner's packets
   */
  record Sends(DeviceId guest, long packet) implements RelayEvent {}

  /** It is gone, or no longer needs this badge. */
  record Leaves(DeviceId guest) implements RelayEvent {}
}
