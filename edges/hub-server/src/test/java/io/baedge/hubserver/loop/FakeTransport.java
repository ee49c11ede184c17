package io.baedge.hubserver.loop;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DownMessage;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.TransportMetrics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the hub sends. */
final class FakeTransport implements HubTransport {
  record Sending(DeviceId device, DownMessage message) {}

  final List<Sending> sendings = new CopyOnWriteArrayList<>();
  private final TransportMetrics metrics = new TransportMetrics();

  <M extends DownMessage> List<M> to(DeviceId device, Class<M> kind) {
    return sendings.stream()
        .filter(sending -> sending.device().equals(device))
        .map(Sending::message)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Override
  public CompletionStage<Void> start(Listener listener) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Sent send(DeviceId device, DownKind kind, byte[] payload) {
    if (MessageCodec.decodeDown(payload) instanceof Decoded.Ok<DownMessage>(DownMessage message)) {
      sendings.add(new Sending(device, message));
      return Sent.HANDED_OVER;
    }
    throw new AssertionError("the hub sent what nobody can read");
  }

  @Override
  public void disconnect(DeviceId device, int reasonCode, String reason) {}

  @Override
  public TransportMetrics metrics() {
    return metrics;
  }

  @Override
  public void close() {}
}
