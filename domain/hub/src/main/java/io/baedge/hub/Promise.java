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

  /**
   * Tell a device what is stored; of several for one device and epoch the last counts.
   *
   * @param echoMonoMs the device's clock when it sent a message that shall be answered with the
   *     hub's time; {@link #NO_TIME} when none shall
   */
  record Stored(DeviceId device, long epoch, Received received, String frameHash, long echoMonoMs)
      implements Promise {
    static final long NO_TIME = -1;

    /** Records are acknowledged without the time, which a device hears often enough. */
    Stored(DeviceId device, long epoch, Received received, String frameHash) {
      this(device, epoch, received, frameHash, NO_TIME);
    }

    /** This one instead of an earlier one whose question for the time is still open. */
    Stored after(Stored earlier) {
      return echoMonoMs != NO_TIME || earlier.echoMonoMs == NO_TIME
          ? this
          : new Stored(device, epoch, received, frameHash, earlier.echoMonoMs);
    }
  }
}
