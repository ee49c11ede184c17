package io.baedge.mqtt.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// TLS over another wire: the server must show a certificate for its host, signed by somebody
/// trusted. Never waits for the network; checking a certificate costs the loop some milliseconds.
final class TlsWire implements Wire {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Wire below;
  private final String host;
  private final SSLEngine engine;
  private ByteBuffer received;
  private ByteBuffer opened;
  private ByteBuffer sealed;
  private boolean connected;
  private boolean ended;

  TlsWire(Wire below, Carrier.Secure carrier) {
    this.below = below;
    this.host = carrier.host();
    this.engine = carrier.context().createSSLEngine(host, carrier.server().getPort());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    int packet = engine.getSession().getPacketBufferSize();
    received = ByteBuffer.allocate(packet).flip();
    sealed = ByteBuffer.allocate(packet).flip();
    opened = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).flip();
  }

  @Override
  public boolean finishOpening() throws IOException {
    if (!connected) {
      if (!below.finishOpening()) {
        return false;
      }
      connected = true;
      engine.beginHandshake();
    }
    while (flush()) {
      switch (engine.getHandshakeStatus()) {
        case FINISHED, NOT_HANDSHAKING -> {
          return true;
        }
        case NEED_TASK -> runTasks();
        case NEED_WRAP -> {
          if (engine.isOutboundDone()) {
            throw new IOException("the server at " + host + " ended the TLS handshake");
          }
          seal(NOTHING);
        }
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (!open() && !pull()) {
            if (ended) {
              throw new IOException("the server at " + host + " ended the TLS handshake");
            }
            return false;
          }
        }
      }
    }
    return false;
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  @Override
  public int openingInterest() {
    if (!connected) {
      return below.openingInterest();
    }
    return sealed.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int before = target.position();
    while (true) {
      give(target);
      if (opened.hasRemaining()) {
        break;
      }
      if (open()) {
        continue;
      }
      // Only what has room at once is taken from the socket: the rest wakes the selector again.
      boolean room = target.position() == before || target.remaining() >= received.capacity();
      if (!room || !pull()) {
        break;
      }
    }
    int count = target.position() - before;
    return count == 0 && ended ? -1 : count;
  }

  private void give(ByteBuffer target) {
    int count = Math.min(opened.remaining(), target.remaining());
    target.put(target.position(), opened, opened.position(), count);
    target.position(target.position() + count);
    opened.position(opened.position() + count);
  }

  /// Takes more from the socket; false when there is nothing.
  private boolean pull() throws IOException {
    received.compact();
    int count;
    try {
      count = below.read(received);
    } finally {
      received.flip();
    }
    ended |= count < 0;
    return count > 0;
  }

  /// Opens the next record of what was received; false when there is no whole one.
  private boolean open() throws IOException {
    if (engine.isInboundDone() || !received.hasRemaining()) {
      return false;
    }
    opened.compact();
    SSLEngineResult result;
    try {
      result = engine.unwrap(received, opened);
    } catch (SSLException e) {
      throw TlsProblem.of(host, e);
    } finally {
      opened.flip();
    }
    goOn(result.getHandshakeStatus());
    return switch (result.getStatus()) {
      case OK -> true;
      case CLOSED -> {
        ended = true;
        yield false;
      }
      case BUFFER_UNDERFLOW -> {
        int packet = engine.getSession().getPacketBufferSize();
        if (received.capacity() < packet) {
          received = ByteBuffer.allocate(packet).put(received).flip();
        }
        yield false;
      }
      case BUFFER_OVERFLOW -> {
        int most = engine.getSession().getApplicationBufferSize();
        opened = ByteBuffer.allocate(opened.remaining() + most).put(opened).flip();
        yield true;
      }
    };
  }

  /// What a record asks for while the connection works, such as an answer to new keys.
  private void goOn(HandshakeStatus status) throws IOException {
    if (status == HandshakeStatus.NEED_TASK) {
      runTasks();
    } else if (status == HandshakeStatus.NEED_WRAP && flush()) {
      seal(NOTHING);
      flush();
    }
  }

  @Override
  public void write(ByteBuffer source) throws IOException {
    while (flush() && source.hasRemaining()) {
      seal(source);
    }
  }

  private void seal(ByteBuffer source) throws IOException {
    int packet = engine.getSession().getPacketBufferSize();
    if (sealed.capacity() < packet) {
      sealed = ByteBuffer.allocate(packet);
    }
    sealed.clear();
    try {
      SSLEngineResult result = engine.wrap(source, sealed);
      if (result.getStatus() == SSLEngineResult.Status.CLOSED && source.hasRemaining()) {
        throw new IOException("TLS with " + host + " is over");
      }
    } catch (SSLException e) {
      throw TlsProblem.of(host, e);
    } finally {
      sealed.flip();
    }
  }

  @Override
  public boolean flush() throws IOException {
    if (sealed.hasRemaining()) {
      below.write(sealed);
    }
    return !sealed.hasRemaining() && below.flush();
  }

  /// Says the end of TLS if the socket takes it at once.
  @Override
  public void close() {
    try {
      engine.closeOutbound();
      if (connected && flush() && !engine.isOutboundDone()) {
        seal(NOTHING);
        flush();
      }
    } catch (IOException e) {
      // The server finds out by the end of the socket as well.
    }
    below.close();
  }
}
