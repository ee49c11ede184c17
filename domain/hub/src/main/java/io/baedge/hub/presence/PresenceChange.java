package io.baedge.hub.presence;

import io.baedge.model.id.DeviceId;
import io.baedge.model.presence.Presence;

/** Something that presence found out. */
public sealed interface PresenceChange {
  /** A device went from one state to another. */
  record Moved(DeviceId device, Presence from, Presence to) implements PresenceChange {}

  /** Many devices went within a minute: rather the uplink than the badges. Nobody gets lost now. */
  record UplinkAlarm(int gone, int of) implements PresenceChange {}

  /** Half of them are back, or a day has passed. */
  record UplinkBack() implements PresenceChange {}
}
