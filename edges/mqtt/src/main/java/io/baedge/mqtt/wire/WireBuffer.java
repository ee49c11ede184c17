package io.baedge.mqtt.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Growing byte buffer for outgoing packets: written at the end, taken from the start. Not thread
/// safe.
public final class WireBuffer {
  static final int MAX_VARIABLE = 268_435_455;
  private static final byte[] EMPTY = {};
  private static final int FIRST_BYTES = 256;
  private static final int KEEP_BYTES = 4096;

  private byte[] bytes = EMPTY;
  private int start;
  private int end;

  /// Bytes that wait to be taken.
  public int size() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /// Copies as many waiting bytes as fit into `target`, without taking them.
  public void peekInto(ByteBuffer target) {
    target.put(bytes, start, Math.min(size(), target.remaining()));
  }

  /// Takes `count` bytes; an emptied buffer gives large memory back.
  public void take(int count) {
    if (count < 0 || count > size()) {
      throw new IllegalArgumentException("cannot take " + count + " of " + size() + " bytes");
    }
    start += count;
    if (start == end) {
      start = 0;
      end = 0;
      if (bytes.length > KEEP_BYTES) {
        bytes = EMPTY;
      }
    }
  }

  /// Forgets everything and gives the memory back.
  public void clear() {
    bytes = EMPTY;
    start = 0;
    end = 0;
  }

  /// A copy of the waiting bytes.
  public byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  int mark() {
    return size();
  }

  /// Drops what was written after `mark`.
  void reset(int mark) {
    end = start + mark;
  }

  void one(int value) {
    room(1);
    bytes[end++] = (byte) value;
  }

  void two(int value) {
    room(2);
    bytes[end++] = (byte) (value >>> 8);
    bytes[end++] = (byte) value;
  }

  void four(long value) {
    two((int) (value >>> 16));
    two((int) value);
  }

  void variable(int value) {
    room(4);
    end += putVariable(value, end);
  }

  void raw(byte[] source) {
    room(source.length);
    System.arraycopy(source, 0, bytes, end, source.length);
    end += source.length;
  }

  void binary(byte[] source) {
    if (source.length > 0xFFFF) {
      throw new IllegalArgumentException(
          "binary data of " + source.length + " bytes exceeds 65535");
    }
    two(source.length);
    raw(source);
  }

  /// Length and UTF-8 bytes. Nearly every text here is ASCII, which needs no second array.
  void text(String text) {
    int length = text.length();
    room(2 + length);
    int at = end + 2;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        binary(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[at + i] = (byte) c;
    }
    if (length > 0xFFFF) {
      throw new IllegalArgumentException("text of " + length + " bytes exceeds 65535");
    }
    two(length);
    end += length;
  }

  /// Leaves room for a length of up to four bytes; `closeLength` fills it in.
  int openLength() {
    room(4);
    end += 4;
    return size();
  }

  /// Writes the length of everything since `openLength` and closes the gap before it.
  void closeLength(int mark) {
    int from = start + mark;
    int length = end - from;
    if (length > MAX_VARIABLE) {
      throw new IllegalArgumentException("packet of " + length + " bytes exceeds " + MAX_VARIABLE);
    }
    int width = putVariable(length, from - 4);
    System.arraycopy(bytes, from, bytes, from - 4 + width, length);
    end = from - 4 + width + length;
  }

  private int putVariable(int value, int at) {
    int left = value;
    int width = 0;
    do {
      int low = left & 0x7F;
      left >>>= 7;
      bytes[at + width++] = (byte) (left == 0 ? low : low | 0x80);
    } while (left != 0);
    return width;
  }

  private void room(int count) {
    if (bytes.length - end >= count) {
      return;
    }
    int size = size();
    int wanted = Math.addExact(size, count);
    byte[] target = bytes;
    if (bytes.length < wanted || start < bytes.length / 2) {
      target = new byte[Math.max(FIRST_BYTES, Math.max(wanted, bytes.length * 2))];
    }
    System.arraycopy(bytes, start, target, 0, size);
    bytes = target;
    start = 0;
    end = size;
  }
}
