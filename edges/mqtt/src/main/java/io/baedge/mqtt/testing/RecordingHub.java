package io.baedge.mqtt.testing;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A hub that keeps everything a transport tells it. `accepting` commits each message at once;
/// otherwise the test answers the receipts.
public final class RecordingHub implements HubTransport.Listener {
  private final boolean accepting;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<DeviceId> connected = new LinkedBlockingQueue<>();
  private final BlockingQueue<Closed> closed = new LinkedBlockingQueue<>();

  /// A message as it came.
  public record Message(DeviceId device, UpKind kind, String text, Receipt receipt) {}

  /// The end of a connection as it was told.
  public record Closed(DeviceId device, String reason) {}

  private RecordingHub(boolean accepting) {
    this.accepting = accepting;
  }

  public static RecordingHub accepting() {
    return new RecordingHub(true);
  }

  public static RecordingHub deciding() {
    return new RecordingHub(false);
  }

  @Override
  public void connected(DeviceId device, PeerInfo info) {
    connected.add(device);
  }

  @Override
  public void closed(DeviceId device, String reason) {
    closed.add(new Closed(device, reason));
  }

  @Override
  public void message(DeviceId device, UpKind kind, byte[] payload, Receipt receipt) {
    messages.add(new Message(device, kind, new String(payload, StandardCharsets.UTF_8), receipt));
    if (accepting) {
      receipt.accept();
    }
  }

  public Message awaitMessage() {
    return RecordingBadge.next(messages, "a message at the hub");
  }

  public DeviceId awaitConnected() {
    return RecordingBadge.next(connected, "a device that connects");
  }

  public Closed awaitClosed() {
    return RecordingBadge.next(closed, "a device that leaves");
  }

  public int messages() {
    return messages.size();
  }

  public int connections() {
    return connected.size();
  }
}
