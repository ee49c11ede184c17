package io.baedge.badgelinux.gauge;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Asks a server by lines, over a Unix socket or TCP, within a time. */
final class LineTalk implements AutoCloseable {
  private static final int MOST_BYTES = 8_192;

  private final SocketChannel channel;
  private final Selector selector;
  private final long untilNs;
  private final ByteBuffer input = ByteBuffer.allocate(MOST_BYTES);

  private LineTalk(SocketChannel channel, Selector selector, long untilNs) {
    this.channel = channel;
    this.selector = selector;
    this.untilNs = untilNs;
  }

  static LineTalk open(SocketAddress address, long limitMs) throws IOException {
    long untilNs = System.nanoTime() + limitMs * 1_000_000;
    SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    Selector selector = null;
    try {
      channel.configureBlocking(false);
      selector = Selector.open();
      var talk = new LineTalk(channel, selector, untilNs);
      if (!channel.connect(address)) {
        talk.await(SelectionKey.OP_CONNECT);
        channel.finishConnect();
      }
      return talk;
    } catch (IOException e) {
      if (selector != null) {
        selector.close();
      }
      channel.close();
      throw e;
    }
  }

  /** Sends a line and returns the first line of the answer that is wanted; others are let go. */
  String ask(String line, Predicate<String> wanted) throws IOException {
    ByteBuffer output = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (output.hasRemaining()) {
      if (channel.write(output) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
    while (true) {
      String answer = line();
      if (wanted.test(answer)) {
        return answer;
      }
    }
  }

  private String line() throws IOException {
    while (true) {
      for (int i = 0; i < input.position(); i++) {
        if (input.get(i) == '\n') {
          byte[] bytes = new byte[i + 1];
          input.flip();
          input.get(bytes);
          input.compact();
          return new String(bytes, StandardCharsets.UTF_8).strip();
        }
      }
      if (!input.hasRemaining()) {
        throw new IOException("it sends no end of line");
      }
      int read = channel.read(input);
      if (read < 0) {
        throw new IOException("it ended the connection");
      }
      if (read == 0) {
        await(SelectionKey.OP_READ);
      }
    }
  }

  private void await(int operation) throws IOException {
    channel.register(selector, operation);
    long restMs = (untilNs - System.nanoTime()) / 1_000_000;
    if (restMs <= 0 || selector.select(restMs) == 0) {
      throw new IOException("it does not answer in time");
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
