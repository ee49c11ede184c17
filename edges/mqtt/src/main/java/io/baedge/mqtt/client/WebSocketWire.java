package io.baedge.mqtt.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// MQTT inside a WebSocket (MQTT 5 section 6, RFC 6455), over another wire. Each write becomes
/// frames of at most 16 KiB; at most one of them waits for the socket.
final class WebSocketWire implements Wire, WebSocketFrames.Control {
  private static final int FRAME_BYTES = 16 * 1024;

  /// A server that splits nothing sends frames as large as its socket reads.
  private static final int MOST_FRAME_BYTES = 1024 * 1024;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Wire below;
  private final WebSocketHandshake handshake;
  private final WebSocketFrames frames = new WebSocketFrames(MOST_FRAME_BYTES);
  private boolean connected;

  /// Whether the wire below took no more when it was tried last.
  private boolean full;

  private ByteBuffer pending = NOTHING;
  private byte @Nullable [] pong;
  private int closedWith;
  private byte[] early = {};

  WebSocketWire(Wire below, Carrier.WebSocket carrier) {
    this.below = below;
    byte[] nonce = new byte[16];
    ThreadLocalRandom.current().nextBytes(nonce);
    this.handshake = new WebSocketHandshake(carrier, nonce);
  }

  @Override
  public boolean finishOpening() throws IOException {
    if (!connected) {
      if (!below.finishOpening()) {
        return false;
      }
      connected = true;
      pending = ByteBuffer.wrap(handshake.request());
    }
    if (!flushPending()) {
      return false;
    }
    ByteBuffer answer = ByteBuffer.allocate(WebSocketHandshake.MOST_ANSWER_BYTES);
    int count = below.read(answer);
    if (count < 0) {
      throw new IOException("the server closed the connection instead of opening a WebSocket");
    }
    if (!handshake.answered(answer.array(), count)) {
      return false;
    }
    early = handshake.rest();
    return true;
  }

  @Override
  public int openingInterest() {
    if (!connected) {
      return below.openingInterest();
    }
    return full ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = early.length;
    if (count > 0) {
      target.put(early);
      early = new byte[0];
    } else {
      count = below.read(target);
    }
    if (count <= 0) {
      return count;
    }
    int content = frames.unwrap(target.array(), count, this);
    if (closedWith != 0 && content == 0) {
      throw new IOException("the server closed the WebSocket with code " + closedWith);
    }
    return content;
  }

  @Override
  public void ping(byte[] content) {
    pong = content;
  }

  @Override
  public void close(int code) {
    closedWith = code;
  }

  @Override
  public void write(ByteBuffer source) throws IOException {
    while (flush() && source.hasRemaining()) {
      int count = Math.min(FRAME_BYTES, source.remaining());
      ByteBuffer frame = ByteBuffer.allocate(count + WebSocketFrames.MAX_HEADER);
      WebSocketFrames.wrap(source.slice(source.position(), count), mask(), frame);
      source.position(source.position() + count);
      pending = frame.flip();
    }
  }

  @Override
  public boolean flush() throws IOException {
    if (!flushPending()) {
      return false;
    }
    byte[] answer = pong;
    if (answer != null) {
      pong = null;
      ByteBuffer frame = ByteBuffer.allocate(answer.length + WebSocketFrames.MAX_HEADER);
      WebSocketFrames.pong(answer, mask(), frame);
      pending = frame.flip();
    }
    return flushPending();
  }

  private boolean flushPending() throws IOException {
    if (pending.hasRemaining()) {
      below.write(pending);
    }
    full = pending.hasRemaining() || !below.flush();
    if (!pending.hasRemaining()) {
      pending = NOTHING;
    }
    return !full;
  }

  /// Not secret: it only keeps a proxy from taking content for a request.
  private static int mask() {
    return ThreadLocalRandom.current().nextInt();
  }

  @Override
  public void close() {
    below.close();
  }
}
