package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.TransportMetrics;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;

/// What every part of one running endpoint needs.
record Shared(
    Vertx vertx,
    EndpointSettings settings,
    TransportMetrics metrics,
    HubTransport.Listener listener,
    Mailbox mailbox,
    Complaints complaints,
    LongSupplier monoMs) {

  long nowMs() {
    return monoMs.getAsLong();
  }

  EndpointLimits limits() {
    return settings.limits();
  }
}
