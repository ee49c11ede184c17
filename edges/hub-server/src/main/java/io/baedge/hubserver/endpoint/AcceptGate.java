package io.baedge.hubserver.endpoint;

import io.baedge.kit.rate.FloodGate;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.transport.Transport;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Closes sockets in the moment in which they are accepted when far more come than can be served:
/// before a byte is read, before a TLS handshake, before any memory is kept for the client.
public final class AcceptGate {
  private final FloodGate flood;
  private final LongSupplier monoMs;
  private final LongAdder turnedAway = new LongAdder();

  /// @param connectsPerSecond what the hub can serve
  /// @param monoMs a clock that never jumps
  public AcceptGate(double connectsPerSecond, LongSupplier monoMs) {
    this.flood = new FloodGate(connectsPerSecond);
    this.monoMs = monoMs;
  }

  /// A Vert.x whose servers stand behind this gate.
  public Vertx vertx(VertxOptions options) {
    return Vertx.builder().with(options).withTransport(new Gated()).build();
  }

  /// Sockets closed so far.
  public long turnedAway() {
    return turnedAway.sum();
  }

  private synchronized boolean letsThrough() {
    boolean through = flood.letsThrough(monoMs.getAsLong());
    if (!through) {
      turnedAway.increment();
    }
    return through;
  }

  /// A listening socket behind the gate.
  private final class Listening extends NioServerSocketChannel {
    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
      int before = accepted.size();
      int count = super.doReadMessages(accepted);
      if (accepted.size() > before && !letsThrough()) {
        Channel child = (Channel) accepted.removeLast();
        child.unsafe().closeForcibly();
      }
      return count;
    }
  }

  /// Vert.x's usual transport with another listening socket.
  private final class Gated implements io.vertx.core.transport.Transport {
    @Override
    public String name() {
      return "gated";
    }

    @Override
    public boolean available() {
      return NIO.available();
    }

    @Override
    public Throwable unavailabilityCause() {
      return NIO.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
      return new Sockets(NIO.implementation());
    }
  }

  private final class Sockets implements Transport {
    private final Transport usual;

    Sockets(Transport usual) {
      this.usual = usual;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
      return domainSocket ? usual.serverChannelFactory(true) : Listening::new;
    }

    @Override
    public EventLoopGroup eventLoopGroup(
        int type, int threads, ThreadFactory factory, int ioRatio) {
      return usual.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
      return usual.ioHandlerFactory();
    }

    @Override
    public DatagramChannel datagramChannel() {
      return usual.datagramChannel();
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for it.
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
      return usual.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
      return usual.channelFactory(domainSocket);
    }
  }
}
