package io.baedge.badgelinux.dbus;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection to a bus over its Unix socket: calls with texts as arguments, one at a time, each
 * within a time (D-Bus Specification 0.42). Signals are let go. For one thread.
 */
public final class DBus implements AutoCloseable {
  private static final int CALL = 1;
  private static final int REPLY = 2;
  private static final int ERROR = 3;
  private static final int HEAD = 16;
  private static final int MOST_BYTES = 1 << 20;
  private static final int OUT_BYTES = 4_096;
  private static final int PATH = 1;
  private static final int INTERFACE = 2;
  private static final int MEMBER = 3;
  private static final int REPLY_SERIAL = 5;
  private static final int DESTINATION = 6;
  private static final int SIGNATURE = 8;

  private final SocketChannel channel;
  private final Selector selector;
  private final long limitMs;
  private long untilNs;
  private int serial;

  private DBus(SocketChannel channel, Selector selector, long limitMs) {
    this.channel = channel;
    this.selector = selector;
    this.limitMs = limitMs;
  }

  /** Connects, says who this process is, and hello. */
  public static DBus open(Path socket, long limitMs) throws DBusFailed {
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      Selector selector = null;
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        channel.configureBlocking(false);
        selector = Selector.open();
        var bus = new DBus(channel, selector, limitMs);
        bus.introduce();
        bus.call(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello", "");
        return bus;
      } catch (IOException | DBusFailed e) {
        if (selector != null) {
          selector.close();
        }
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DBusFailed("the bus at " + socket + " cannot be reached: " + e.getMessage());
    }
  }

  private void introduce() throws IOException, DBusFailed {
    untilNs = System.nanoTime() + limitMs * 1_000_000;
    Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    String hex = HexFormat.of().formatHex(uid.toString().getBytes(StandardCharsets.US_ASCII));
    send(("\0AUTH EXTERNAL " + hex + "\r\n").getBytes(StandardCharsets.US_ASCII));
    var line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append((char) receive(1)[0]);
      if (line.length() > OUT_BYTES) {
        throw new DBusFailed("the bus answers with no line");
      }
    }
    if (!line.toString().startsWith("OK ")) {
      throw new DBusFailed("the bus refuses this user: " + line.toString().strip());
    }
    send("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Calls a method.
   *
   * @param signature of the arguments: s and o only
   */
  public List<Object> call(
      String destination, String path, String on, String method, String signature, String... args)
      throws DBusFailed {
    untilNs = System.nanoTime() + limitMs * 1_000_000;
    try {
      int asked = ++serial;
      send(message(asked, List.of(destination, path, on, method), signature, args));
      while (true) {
        Answer answer = answer();
        if (answer.to == asked && answer.type == REPLY) {
          return answer.values;
        }
        if (answer.to == asked && answer.type == ERROR) {
          Object words = answer.values.isEmpty() ? "no reason" : answer.values.getFirst();
          throw new DBusFailed(method + " is refused: " + words);
        }
      }
    } catch (IOException e) {
      throw new DBusFailed(method + " is not answered: " + e.getMessage());
    }
  }

  private static byte[] message(int serial, List<String> target, String signature, String... args) {
    Wire body = Wire.writing(OUT_BYTES);
    for (String arg : args) {
      body.putText(arg);
    }
    byte[] content = body.written();
    Wire head = Wire.writing(2 * OUT_BYTES);
    head.put('l').put(CALL).put(0).put(1).putInt(content.length).putInt(serial).putInt(0);
    text(head, PATH, "o", target.get(1));
    text(head, INTERFACE, "s", target.get(2));
    text(head, MEMBER, "s", target.get(3));
    text(head, DESTINATION, "s", target.get(0));
    if (!signature.isEmpty()) {
      head.align(8).put(SIGNATURE).putSignature("g").putSignature(signature);
    }
    head.putInt(HEAD - 4, head.position() - HEAD);
    head.align(8);
    byte[] first = head.written();
    byte[] all = new byte[first.length + content.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    return all;
  }

  private static void text(Wire head, int field, String type, String text) {
    head.align(8).put(field).putSignature(type).putText(text);
  }

  private record Answer(int type, int to, List<Object> values) {}

  private Answer answer() throws IOException, DBusFailed {
    byte[] head = receive(HEAD);
    ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int body = numbers.getInt(4);
    int fields = numbers.getInt(12);
    if (head[0] != 'l' || body < 0 || fields < 0 || body > MOST_BYTES || fields > MOST_BYTES) {
      throw new DBusFailed("a message on the bus cannot be read");
    }
    int padded = (fields + 7) / 8 * 8;
    byte[] rest = receive(padded + body);
    // The fields are aligned from the start of the message.
    byte[] aligned = new byte[HEAD + fields];
    System.arraycopy(head, 0, aligned, 0, HEAD);
    System.arraycopy(rest, 0, aligned, HEAD, fields);
    Map<Integer, Object> known = fields(aligned);
    byte[] content = new byte[body];
    System.arraycopy(rest, padded, content, 0, body);
    String signature = known.getOrDefault(SIGNATURE, "").toString();
    int to = known.get(REPLY_SERIAL) instanceof Integer number ? number : 0;
    return new Answer(head[1], to, Wire.reading(content).read(signature));
  }

  private static Map<Integer, Object> fields(byte[] head) throws DBusFailed {
    List<Object> all = Wire.reading(head).read("yyyyuua(yv)");
    var known = new TreeMap<Integer, Object>();
    if (all.getLast() instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof List<?> pair && pair.getFirst() instanceof Integer code) {
          known.put(code, pair.getLast());
        }
      }
    }
    return known;
  }

  private void send(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      if (channel.write(out) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  private byte[] receive(int count) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(count);
    while (in.hasRemaining()) {
      int read = channel.read(in);
      if (read < 0) {
        throw new IOException("the bus ended the connection");
      }
      if (read == 0) {
        await(SelectionKey.OP_READ);
      }
    }
    return in.array();
  }

  private void await(int operation) throws IOException {
    channel.register(selector, operation);
    long restMs = (untilNs - System.nanoTime()) / 1_000_000;
    if (restMs <= 0 || selector.select(restMs) == 0) {
      throw new IOException("nothing within " + limitMs + " ms");
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() {
    try {
      selector.close();
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
