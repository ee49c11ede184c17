package io.baedge.mqtt.client;

import io.baedge.mqtt.wire.Packet.Publish;
import io.baedge.mqtt.wire.PacketWriter;
import io.baedge.mqtt.wire.ReasonCode;
import io.baedge.mqtt.wire.WireBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/// Packet identifiers and the window of messages of QoS 1: on the wire at most what the server's
/// receive maximum allows, the rest waits here. The caller bounds the sum.
final class OutgoingPublishes {
  /// A message that waits for the window. Its payload is not copied.
  @SuppressWarnings("ArrayRecordComponent")
  private record Waiting(String topic, byte[] payload, long token) {}

  private static final long[] NO_TOKENS = {};

  private final ClientLimits limits;
  private final ClientListener listener;
  private final WireBuffer out;
  private final AtomicInteger outstanding;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(1);
  private final BitSet used = new BitSet();

  private long[] tokens = NO_TOKENS;
  private int window;
  private int onWire;
  private long maxPacketBytes;
  private boolean open;

  /// `outstanding` is counted up by whoever hands a message in and down here once it is answered.
  OutgoingPublishes(
      ClientLimits limits, ClientListener listener, WireBuffer out, AtomicInteger outstanding) {
    this.limits = limits;
    this.listener = listener;
    this.out = out;
    this.outstanding = outstanding;
  }

  /// The server accepted and told its limits.
  void open(int receiveMaximum, long serverMaxPacketBytes) {
    window = Math.min(receiveMaximum, limits.maxOutstanding());
    maxPacketBytes = serverMaxPacketBytes;
    open = true;
  }

  /// Forgets everything; nothing is told to the listener any more.
  void close() {
    open = false;
    waiting.clear();
    used.clear();
    onWire = 0;
  }

  /// Returns whether bytes were written.
  boolean publish(String topic, byte[] payload, long token) {
    if (PacketWriter.publishBytes(topic, payload) > maxPacketBytes) {
      settle(token, ReasonCode.PACKET_TOO_LARGE);
      return false;
    }
    if (onWire >= window || !waiting.isEmpty() || out.size() >= limits.maxWaitingBytes()) {
      waiting.add(new Waiting(topic, payload, token));
      return false;
    }
    write(topic, payload, token);
    return true;
  }

  boolean publishAtMostOnce(String topic, byte[] payload) {
    long bytes = PacketWriter.publishBytes(topic, payload);
    if (bytes > maxPacketBytes || out.size() + bytes > limits.maxWaitingBytes()) {
      return false;
    }
    PacketWriter.write(Publish.atMostOnce(topic, payload), out);
    return true;
  }

  /// The server answered; false when it named a packet that is not on the wire.
  boolean acknowledged(int packetId, int reasonCode) {
    OptionalLong token = release(packetId);
    if (token.isEmpty()) {
      return false;
    }
    onWire--;
    settle(token.getAsLong(), reasonCode);
    return true;
  }

  /// Sends what waited for the window; returns whether bytes were written.
  boolean sendWaiting() {
    boolean wrote = false;
    while (open && onWire < window && out.size() < limits.maxWaitingBytes()) {
      Waiting next = waiting.poll();
      if (next == null) {
        return wrote;
      }
      write(next.topic(), next.payload(), next.token());
      wrote = true;
    }
    return wrote;
  }

  /// A packet identifier for `token`, or 0 when none is free.
  int reserve(long token) {
    int slot = used.nextClearBit(0);
    if (slot >= 0xFFFF) {
      return 0;
    }
    if (slot >= tokens.length) {
      tokens = Arrays.copyOf(tokens, Math.max(4, tokens.length * 2));
    }
    used.set(slot);
    tokens[slot] = token;
    return slot + 1;
  }

  /// Frees the identifier; empty when it was not in use.
  OptionalLong release(int packetId) {
    if (packetId < 1 || !used.get(packetId - 1)) {
      return OptionalLong.empty();
    }
    used.clear(packetId - 1);
    return OptionalLong.of(tokens[packetId - 1]);
  }

  private void write(String topic, byte[] payload, long token) {
    int packetId = reserve(token);
    onWire++;
    PacketWriter.write(Publish.atLeastOnce(topic, payload, packetId), out);
  }

  private void settle(long token, int reasonCode) {
    // First the count, so that the listener may hand in the next message at once.
    outstanding.decrementAndGet();
    listener.published(token, reasonCode);
  }
}
