package io.baedge.badge.relay;

import io.baedge.model.id.DeviceId;

/** What a badge wants done about a neighbour. */
public sealed interface RelayOrder {
  /** Which neighbour. */
  DeviceId guest();

  /** Its connection to the hub may pass through this badge. */
  record LetIn(DeviceId guest) implements RelayOrder {}

  /** It is to look elsewhere. */
  record TurnAway(DeviceId guest, String reason) implements RelayOrder {}

  /** Its message is to go on to the hub. */
  record Forward(DeviceId guest, long packet) implements RelayOrder {}

  /** Its message goes no further; no receipt comes, so it sends it again later. */
  record Drop(DeviceId guest, long packet) implements RelayOrder {}

  /** Its connection through this badge ends. */
  record Dismiss(DeviceId guest, String reason) implements RelayOrder {}
}
