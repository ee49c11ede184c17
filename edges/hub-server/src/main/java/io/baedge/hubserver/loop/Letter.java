package io.baedge.hubserver.loop;

import io.baedge.hub.HubEvent;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.model.codec.Decoded;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.hub.Receipt;
import java.util.concurrent.CompletableFuture;

/** Something in the inbox of the hub's thread. */
sealed interface Letter {
  /** A connection came or went. */
  record Connection(HubEvent event) implements Letter {}

  /** A device said something. */
  record Message(DeviceId device, Decoded<UpMessage> content, Receipt receipt) implements Letter {}

  /** Somebody asks. */
  record Question(String who, Request request, CompletableFuture<Outcome> answer)
      implements Letter {}

  /** Everything up to this transaction of that incarnation of the hub is durable. */
  record Stored(int incarnation, long tx) implements Letter {}

  /** The store did not take this transaction. */
  record NotStored(int incarnation, long tx, String reason) implements Letter {}

  /** The last letter. */
  record Stop() implements Letter {}
}
