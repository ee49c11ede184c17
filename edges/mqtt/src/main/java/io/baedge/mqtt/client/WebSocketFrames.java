package io.baedge.mqtt.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The framing of WebSocket (RFC 6455 section 5) for one end of a connection that carries MQTT:
/// only binary frames have content, each may hold any piece of the byte stream. No socket, no time,
/// and no memory that grows with what the other side sends. Not thread safe.
public final class WebSocketFrames {
  /// The largest header: two bytes, eight of length, four of mask.
  public static final int MAX_HEADER = 14;

  /// The largest content of a control frame.
  public static final int MAX_CONTROL = 125;

  private static final int CONTINUATION = 0x0;
  private static final int BINARY = 0x2;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  /// What control frames ask of the owner.
  public interface Control {
    /// Answer with a pong of the same content.
    void ping(byte[] content);

    /// The other side ends the connection.
    ///
    /// @param code of RFC 6455 section 7.4; 1005 when none was sent
    void close(int code);
  }

  private final long mostBytes;
  private final byte[] header = new byte[MAX_HEADER];
  private final byte[] control = new byte[MAX_CONTROL];
  private int headerBytes;
  private int headerWanted = 2;
  private int opcode;
  private long left;
  private int controlBytes;
  private boolean masked;
  private int maskAt;

  /// Takes frames of at most this many bytes.
  public WebSocketFrames(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Unwraps in place: what was received in `bytes[0..count)` becomes the content of the binary
  /// frames in it, from the start of the same array; returns how much that is.
  public int unwrap(byte[] bytes, int count, Control heard) throws IOException {
    int to = 0;
    int at = 0;
    while (at < count) {
      if (headerBytes < headerWanted) {
        header[headerBytes++] = bytes[at++];
        if (headerBytes == headerWanted) {
          readHeader();
          if (headerBytes == headerWanted && left == 0) {
            endFrame(heard);
          }
        }
        continue;
      }
      int piece = (int) Math.min(left, count - at);
      if (masked) {
        unmask(bytes, at, piece);
      }
      if (opcode >= CLOSE) {
        System.arraycopy(bytes, at, control, controlBytes, piece);
        controlBytes += piece;
      } else {
        System.arraycopy(bytes, at, bytes, to, piece);
        to += piece;
      }
      at += piece;
      left -= piece;
      if (left == 0) {
        endFrame(heard);
      }
    }
    return to;
  }

  /// Reads as much of the header as is there; more may be wanted after that.
  private void readHeader() throws IOException {
    int length = header[1] & 0x7F;
    int more = length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0;
    masked = (header[1] & MASKED) != 0;
    headerWanted = 2 + more + (masked ? 4 : 0);
    if (headerBytes < headerWanted) {
      return;
    }
    ByteBuffer words = ByteBuffer.wrap(header, 2, more);
    left = more == 2 ? words.getShort() & 0xFFFF : more == 8 ? words.getLong() : length;
    opcode = header[0] & 0x0F;
    check();
    maskAt = 0;
    controlBytes = 0;
  }

  private void check() throws IOException {
    if ((header[0] & 0x70) != 0) {
      throw broken("a WebSocket frame with reserved bits");
    }
    boolean isControl = opcode >= CLOSE;
    if (isControl && (left > MAX_CONTROL || (header[0] & FINAL) == 0)) {
      throw broken("a WebSocket control frame that is too long or in pieces");
    }
    if (opcode != BINARY && opcode != CONTINUATION && !isControl) {
      throw broken("a WebSocket frame that is not binary (opcode " + opcode + ")");
    }
    if (opcode > PONG) {
      throw broken("a WebSocket frame of an unknown kind (opcode " + opcode + ")");
    }
    if (left < 0 || left > mostBytes) {
      throw broken("a WebSocket frame of " + left + " bytes, more than " + mostBytes);
    }
  }

  private static IOException broken(String what) {
    return new IOException("the other side sent " + what);
  }

  private void unmask(byte[] bytes, int from, int count) {
    for (int i = 0; i < count; i++) {
      bytes[from + i] ^= header[headerWanted - 4 + (maskAt++ & 3)];
    }
  }

  private void endFrame(Control heard) {
    headerBytes = 0;
    headerWanted = 2;
    if (opcode == PING) {
      heard.ping(Arrays.copyOf(control, controlBytes));
    } else if (opcode == CLOSE) {
      heard.close(controlBytes < 2 ? 1005 : (control[0] & 0xFF) << 8 | (control[1] & 0xFF));
    }
  }

  /// Wraps `content` as one binary frame of a client into `target`, which has room for it.
  public static void wrap(ByteBuffer content, int mask, ByteBuffer target) {
    frame(BINARY, content, mask, target);
  }

  /// Wraps a pong into `target`.
  public static void pong(byte[] content, int mask, ByteBuffer target) {
    frame(PONG, ByteBuffer.wrap(content), mask, target);
  }

  private static void frame(int opcode, ByteBuffer content, int mask, ByteBuffer target) {
    int length = content.remaining();
    target.put((byte) (FINAL | opcode));
    if (length < TWO_BYTES) {
      target.put((byte) (MASKED | length));
    } else if (length <= 0xFFFF) {
      target.put((byte) (MASKED | TWO_BYTES)).putShort((short) length);
    } else {
      target.put((byte) (MASKED | EIGHT_BYTES)).putLong(length);
    }
    target.putInt(mask);
    for (int i = 0; content.hasRemaining(); i++) {
      target.put((byte) (content.get() ^ (mask >>> (24 - 8 * (i & 3)))));
    }
  }
}
