package io.baedge.badgelinux.gauge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers lines as PiSugar's server does. */
public final class FakePiSugarServer implements AutoCloseable {
  private final ServerSocketChannel channel;
  private final Path socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> orders = new CopyOnWriteArrayList<>();
  private volatile String interruption = "";
  private volatile boolean silent;
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  private FakePiSugarServer(ServerSocketChannel channel, Path socket) {
    this.channel = channel;
    this.socket = socket;
    Thread.ofPlatform().daemon().name("fake-pisugar").start(this::accept);
  }

  /** On its socket below a root. */
  public static FakePiSugarServer on(Path root) throws IOException {
    Path socket = root.resolve("tmp/pisugar-server.sock");
    Files.createDirectories(socket.getParent());
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
    return new FakePiSugarServer(channel, socket);
  }

  static FakePiSugarServer onTcp() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new FakePiSugarServer(channel, Path.of("none"));
  }

  int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /** What it answers to a name. */
  public FakePiSugarServer say(String name, String value) {
    answers.put(name, value);
    return this;
  }

  void interrupt(String line) {
    interruption = line;
  }

  /** As a version that came before this name. */
  void doesNotKnow(String name) {
    unknown.add(name);
  }

  void silent() {
    silent = true;
  }

  /** What it was told to do. */
  public List<String> orders() {
    return orders;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = channel.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(SocketChannel client) {
    try (client;
        var lines =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!silent) {
          answer(client, line);
        }
      }
    } catch (IOException e) {
      // gone
    }
  }

  private void answer(SocketChannel client, String line) throws IOException {
    String[] words = line.split(" ");
    String answer;
    if (unknown.contains(words[words.length > 1 ? 1 : 0])) {
      answer = "Invalid request.";
    } else if (words[0].equals("get")) {
      answer = words[1] + ": " + answers.getOrDefault(words[1], "I2C error: not supported");
    } else {
      orders.add(line);
      answer = words[0] + ": done";
    }
    String before = interruption.isEmpty() ? "" : interruption + "\n";
    client.write(ByteBuffer.wrap((before + answer + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(socket);
  }
}
