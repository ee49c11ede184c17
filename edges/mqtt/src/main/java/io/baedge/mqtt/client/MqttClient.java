package io.baedge.mqtt.client;

import io.baedge.mqtt.client.CloseReason.Kind;
import io.baedge.mqtt.wire.ReasonCode;
import io.baedge.mqtt.wire.WireBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One connection to a server, from the attempt to its end; for the next attempt ask the loop for a
/// new one. Every method works from any thread and returns at once.
public final class MqttClient {
  private final MqttLoop loop;
  private final ClientOptions options;
  private final WireBuffer out = new WireBuffer();
  private final AtomicInteger outstanding = new AtomicInteger();
  private final ClientSession session;

  // Touched by the loop's thread only.
  private @Nullable Wire wire;
  private @Nullable SelectionKey key;
  private boolean flowing;
  MqttLoop.@Nullable Timer timer;
  boolean changed;

  MqttClient(MqttLoop loop, ClientOptions options, ClientListener listener) {
    this.loop = loop;
    this.options = options;
    ClientSession.Acks acks = packetId -> new PacketAck(this, packetId);
    this.session =
        new ClientSession(
            options, listener, acks, new ClientSession.Outgoing(out, outstanding), loop.nowMs());
  }

  /// Publishes with QoS 1; the answer comes as `published(token, …)`. False, with nothing done,
  /// when the client is not connected or its limit of outstanding messages is reached. The payload
  /// is not copied and must not be changed.
  public boolean publish(String topic, byte[] payload, long token) {
    if (!admit()) {
      return false;
    }
    loop.run(this, () -> session.publish(topic, payload, token, loop.nowMs()));
    return true;
  }

  /// Publishes with QoS 0: no answer, dropped when the socket is too slow. False as for `publish`.
  public boolean publishAtMostOnce(String topic, byte[] payload) {
    if (!admit()) {
      return false;
    }
    loop.run(
        this,
        () -> {
          outstanding.decrementAndGet();
          if (!session.publishAtMostOnce(topic, payload, loop.nowMs())) {
            loop.counters().droppedAtMostOnce.increment();
          }
        });
    return true;
  }

  /// Subscribes with QoS 1; the answer comes as `subscribed(token, …)`.
  public void subscribe(List<String> filters, long token) {
    List<String> wanted = List.copyOf(filters);
    loop.run(this, () -> session.subscribe(wanted, token, loop.nowMs()));
  }

  /// Says good-bye, so that the server drops the will, and closes.
  public void disconnect() {
    disconnect(ReasonCode.SUCCESS);
  }

  /// Closes with this reason code; 0x04 asks the server to publish the will all the same.
  public void disconnect(int reasonCode) {
    loop.run(this, () -> session.disconnect(reasonCode, loop.nowMs()));
  }

  /// Closes the socket without a word, as a dead battery would.
  public void abort() {
    loop.run(
        this,
        () -> {
          out.clear();
          session.end(new CloseReason(Kind.BY_OWNER, 0, "aborted by this side"));
        });
  }

  /// Whether the server has accepted and the connection is not over.
  public boolean connected() {
    return session.up();
  }

  /// Messages handed in and not yet answered.
  public int outstanding() {
    return outstanding.get();
  }

  public ClientOptions options() {
    return options;
  }

  private boolean admit() {
    if (connected()) {
      if (outstanding.incrementAndGet() <= options.limits().maxOutstanding()) {
        return true;
      }
      outstanding.decrementAndGet();
    }
    loop.counters().turnedAway.increment();
    return false;
  }

  // From here on: the loop's thread only.

  /// The socket exists; connecting goes on.
  void attach(Wire opened, SelectionKey registered) {
    this.wire = opened;
    this.key = registered;
  }

  ClientSession session() {
    return session;
  }

  void ready(ByteBuffer readBuffer) {
    Wire open = wire;
    SelectionKey registered = key;
    if (open == null || registered == null || !registered.isValid()) {
      return;
    }
    try {
      if (flowing) {
        if (registered.isReadable()) {
          read(open, readBuffer);
        }
        return;
      }
      goOnOpening();
      if (flowing) {
        // What came in one piece with the answer to the opening wakes no selector again.
        read(open, readBuffer);
      }
    } catch (IOException e) {
      session.end(new CloseReason(Kind.NETWORK, 0, MqttLoop.sentence(e)));
    }
  }

  /// The socket is ready for the next step of opening.
  void goOnOpening() throws IOException {
    Wire open = wire;
    SelectionKey registered = key;
    if (open == null || registered == null) {
      return;
    }
    flowing = open.finishOpening();
    if (flowing) {
      registered.interestOps(SelectionKey.OP_READ);
      session.opened(loop.nowMs());
    } else {
      registered.interestOps(open.openingInterest());
    }
  }

  private void read(Wire open, ByteBuffer buffer) throws IOException {
    buffer.clear();
    int count = open.read(buffer);
    if (count < 0) {
      session.end(new CloseReason(Kind.NETWORK, 0, "the server closed the connection"));
    } else if (count > 0) {
      loop.counters().bytesIn.add(count);
      session.received(buffer.array(), count, loop.nowMs());
    }
  }

  /// Carries out what the session wants: bytes to the socket, the end of the connection.
  void settle(ByteBuffer writeBuffer) {
    if (flowing) {
      try {
        flush(writeBuffer);
      } catch (IOException e) {
        session.end(new CloseReason(Kind.NETWORK, 0, MqttLoop.sentence(e)));
      }
    }
    if (session.ended()) {
      close();
    }
  }

  private void flush(ByteBuffer buffer) throws IOException {
    Wire open = wire;
    SelectionKey registered = key;
    if (open == null || registered == null || !registered.isValid()) {
      return;
    }
    boolean more = true;
    while (more && !out.isEmpty()) {
      buffer.clear();
      out.peekInto(buffer);
      buffer.flip();
      open.write(buffer);
      out.take(buffer.position());
      loop.counters().bytesOut.add(buffer.position());
      more = !buffer.hasRemaining();
      session.drained(loop.nowMs());
    }
    boolean written = open.flush() && out.isEmpty();
    int wanted = SelectionKey.OP_READ | (written ? 0 : SelectionKey.OP_WRITE);
    if (registered.interestOps() != wanted) {
      registered.interestOps(wanted);
    }
  }

  private void close() {
    out.clear();
    Wire open = wire;
    if (open != null) {
      open.close();
      wire = null;
      key = null;
    }
    loop.forget(this);
  }

  /// Counts once, from any thread.
  private static final class PacketAck implements Ack {
    private final MqttClient client;
    private final int packetId;
    private final AtomicBoolean sent = new AtomicBoolean();

    PacketAck(MqttClient client, int packetId) {
      this.client = client;
      this.packetId = packetId;
    }

    @Override
    public void send(int reasonCode) {
      if (sent.compareAndSet(false, true)) {
        client.loop.run(
            client, () -> client.session.acknowledge(packetId, reasonCode, client.loop.nowMs()));
      }
    }
  }
}
