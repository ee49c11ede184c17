package io.baedge.hub;

import io.baedge.hub.request.Outcome;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DownMessage;
import io.baedge.model.telemetry.Received;

/** What the hub will do as soon as the store holds what it has decided. */
sealed interface Promise {
  /** Acknowledge a message to its sender. */
  record Taken(long ticket) implements Promise {}

  /** Answer a request. */
  record Answer(long requestId, Outcome outcome) implements Promise {}

  /** Send. */
  record Message(DeviceId device, DownMessage message) implements Promise {}

  /** Tell a device what is stored; of several for one device and epoch the last counts. */
  record Stored(DeviceId device, long epoch, Received received, String frameHash)
      implements Promise {}
}
