package io.baedge.mqtt.hub;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.UpKind;
import java.util.concurrent.CompletionStage;

/// Carries messages between the hub and its badges. What holds for every carrier: at least once,
/// duplicates and reordering possible, order only per device and only while nothing fails, nothing
/// kept for a badge that is away. A message counts as delivered to the hub when its [Receipt] is
/// accepted, which happens after the commit.
public interface HubTransport extends AutoCloseable {

  /// Begins. Completes when messages can flow; fails with one sentence when that is impossible
  /// (port in use). An external broker that is away completes later, as soon as it is there.
  CompletionStage<Void> start(Listener listener);

  /// Hands a message for a device over, with QoS 1. Works from any thread and returns at once.
  Sent send(DeviceId device, DownKind kind, byte[] payload);

  /// Ends the connection of a device with this MQTT reason code; nothing happens when it has none
  /// here.
  void disconnect(DeviceId device, int reasonCode, String reason);

  TransportMetrics metrics();

  /// Says good-bye to everybody and ends; waits for it a few seconds at most.
  @Override
  void close();

  /// What became of a message for a device.
  enum Sent {
    /// On its way over the socket or handed to the broker. Only the badge's report proves arrival.
    HANDED_OVER,
    /// The device is not connected here, or has not subscribed; it gets its state when it comes.
    NOT_CONNECTED,
    /// The device or the broker is too slow and its bounded queue is full.
    BUSY
  }

  /// What the transport tells the hub. Calls come one at a time, from the transport's own thread:
  /// hand over, do not block.
  interface Listener {
    /// A device has connected; a hint only, because a broker may not tell.
    void connected(DeviceId device, PeerInfo info);

    /// A connection is over; a fast hint only, presence counts what is heard.
    void closed(DeviceId device, String reason);

    /// A message of a device, or its will. Every receipt must be accepted or refused once, from any
    /// thread; what is neither holds back the device and the bounded queue.
    void message(DeviceId device, UpKind kind, byte[] payload, Receipt receipt);
  }
}
