package io.baedge.mqtt.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads one packet's bytes front to back; every read checks the end.
final class ByteCursor {
  private final byte[] source;
  private final int end;
  private int at;

  ByteCursor(byte[] source, int at, int end) {
    this.source = source;
    this.at = at;
    this.end = end;
  }

  int left() {
    return end - at;
  }

  int one(String what) throws MalformedException {
    need(1, what);
    return source[at++] & 0xFF;
  }

  int two(String what) throws MalformedException {
    need(2, what);
    int value = (source[at] & 0xFF) << 8 | (source[at + 1] & 0xFF);
    at += 2;
    return value;
  }

  long four(String what) throws MalformedException {
    long high = two(what);
    return high << 16 | two(what);
  }

  int variable(String what) throws MalformedException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int next = one(what);
      value |= (next & 0x7F) << (7 * i);
      if (next < 0x80) {
        if (i > 0 && next == 0) {
          throw malformed(what + " is not written in the fewest bytes");
        }
        return value;
      }
    }
    throw malformed(what + " has more than four bytes");
  }

  byte[] binary(String what) throws MalformedException {
    return raw(two(what), what);
  }

  byte[] rest() {
    byte[] value = Arrays.copyOfRange(source, at, end);
    at = end;
    return value;
  }

  /// A cursor over the next `length` bytes, which this one skips.
  ByteCursor slice(int length, String what) throws MalformedException {
    need(length, what);
    ByteCursor slice = new ByteCursor(source, at, at + length);
    at += length;
    return slice;
  }

  /// UTF-8 text as the standard wants it: well formed, no U+0000.
  String text(String what) throws MalformedException {
    int length = two(what);
    need(length, what);
    String value = new String(source, at, length, StandardCharsets.UTF_8);
    if (value.indexOf('\uFFFD') >= 0 && !sameBytes(value, length)) {
      throw malformed(what + " is not valid UTF-8");
    }
    if (value.indexOf('\0') >= 0) {
      throw malformed(what + " contains the character U+0000");
    }
    at += length;
    return value;
  }

  private boolean sameBytes(String value, int length) {
    byte[] again = value.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(again, 0, again.length, source, at, at + length);
  }

  private byte[] raw(int length, String what) throws MalformedException {
    need(length, what);
    byte[] value = Arrays.copyOfRange(source, at, at + length);
    at += length;
    return value;
  }

  private void need(int count, String what) throws MalformedException {
    if (end - at < count) {
      throw malformed("the packet ends inside " + what);
    }
  }

  private static MalformedException malformed(String text) {
    return new MalformedException(ReasonCode.MALFORMED_PACKET, text);
  }
}
