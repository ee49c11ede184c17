package io.baedge.hub;

import io.baedge.hub.request.Request;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.UpMessage;

/** Something that the hub is told. */
public sealed interface HubEvent {
  /** A device has a connection. Its first status follows. */
  record DeviceConnected(DeviceId device) implements HubEvent {}

  /** A connection of a device has ended; one for each {@link DeviceConnected}. */
  record DeviceClosed(DeviceId device, String reason) implements HubEvent {}

  /**
   * A device said something.
   *
   * @param ticket by which the transport knows the message; comes back in Accept or Refuse
   */
  record Heard(DeviceId device, UpMessage message, long ticket) implements HubEvent {}

  /** A device said something that cannot be read. */
  record Malformed(DeviceId device, String reason, long ticket) implements HubEvent {}

  /** Everything up to and including this transaction is durable. */
  record Committed(long tx) implements HubEvent {}

  /**
   * The store did not take this transaction. Open requests are answered; then this hub is of no
   * more use: start another from the store.
   */
  record CommitFailed(long tx, String reason) implements HubEvent {}

  /**
   * Somebody asks.
   *
   * @param who for the record of what happened; empty when unknown
   */
  record Asked(long requestId, String who, Request request) implements HubEvent {}

  /** The deadline has come. */
  record Tick() implements HubEvent {}
}
