package io.baedge.mqtt.testing;

import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.WebSocketFrames;
import io.baedge.mqtt.client.WebSocketHandshake;
import io.baedge.mqtt.wire.Malformed;
import io.baedge.mqtt.wire.Packet;
import io.baedge.mqtt.wire.PacketReader;
import io.baedge.mqtt.wire.PacketWriter;
import io.baedge.mqtt.wire.Properties;
import io.baedge.mqtt.wire.WireBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A blocking socket that sends exactly the bytes it is told: for packets no proper client sends.
public final class RawClient implements AutoCloseable {
  private static final WebSocketFrames.Control IGNORED =
      new WebSocketFrames.Control() {
        @Override
        public void ping(byte[] content) {}

        @Override
        public void close(int code) {}
      };

  private final Socket socket;
  private final PacketReader reader = new PacketReader(1 << 20);
  private final ArrayDeque<Packet> read = new ArrayDeque<>();
  private final byte[] buffer = new byte[4096];
  private final @Nullable WebSocketFrames frames;

  private RawClient(Socket socket, @Nullable WebSocketFrames frames) {
    this.socket = socket;
    this.frames = frames;
  }

  public static RawClient open(InetSocketAddress server) throws IOException {
    Socket socket = new Socket(server.getAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) Await.DEADLINE_MS);
    return new RawClient(socket, null);
  }

  /// The same inside a WebSocket; everything sent is a frame of its own.
  public static RawClient open(Carrier.WebSocket carrier) throws IOException {
    RawClient plain = open(carrier.server());
    WebSocketHandshake handshake = new WebSocketHandshake(carrier, new byte[16]);
    plain.send(handshake.request());
    boolean open = false;
    while (!open) {
      int count = plain.socket.getInputStream().read(plain.buffer);
      if (count < 0) {
        throw new IOException("the server closed the connection instead of opening a WebSocket");
      }
      open = handshake.answered(plain.buffer, count);
    }
    return new RawClient(plain.socket, new WebSocketFrames(1 << 20));
  }

  /// A CONNECT as a badge would send it.
  public static Packet connect(String clientId, int keepAliveS) {
    return new Packet.Connect(clientId, true, keepAliveS, null, null, Properties.NONE);
  }

  public static byte[] bytes(Packet packet) {
    WireBuffer out = new WireBuffer();
    PacketWriter.write(packet, out);
    return out.toByteArray();
  }

  public void send(Packet packet) throws IOException {
    send(bytes(packet));
  }

  public void send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    if (frames == null) {
      out.write(bytes);
    } else {
      ByteBuffer frame = ByteBuffer.allocate(bytes.length + WebSocketFrames.MAX_HEADER);
      WebSocketFrames.wrap(ByteBuffer.wrap(bytes), 0x12345678, frame);
      out.write(frame.array(), 0, frame.position());
    }
    out.flush();
  }

  /// Sends each byte in a segment of its own.
  public void sendByteByByte(Packet packet) throws IOException {
    for (byte one : bytes(packet)) {
      send(new byte[] {one});
    }
  }

  /// The next packet, or empty when the server has closed the connection.
  public Optional<Packet> next() throws IOException {
    while (read.isEmpty()) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        return Optional.empty();
      }
      if (frames != null) {
        count = frames.unwrap(buffer, count, IGNORED);
      }
      Malformed malformed = reader.read(buffer, 0, count, read::add);
      if (malformed != null) {
        throw new AssertionError("the server sent no valid packet: " + malformed.text());
      }
    }
    return Optional.of(read.remove());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
