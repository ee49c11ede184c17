package io.baedge.model.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Variable-length whole numbers (7 bits a byte, low first) in a growing or a given array. */
final class Columns {
  /** Most bytes of one number. */
  private static final int MOST_BYTES = 10;

  private Columns() {}

  /** Thrown when the bytes end early or a value is out of its bounds. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message, null, false, false);
    }
  }

  /** Writes. */
  static final class Out {
    private byte[] bytes = new byte[512];
    private int size;

    void unsigned(long value) {
      if (bytes.length - size < MOST_BYTES) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    void signed(long value) {
      unsigned((value << 1) ^ (value >> 63));
    }

    void text(String value) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      unsigned(utf8.length);
      if (bytes.length - size < utf8.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length + utf8.length);
      }
      System.arraycopy(utf8, 0, bytes, size, utf8.length);
      size += utf8.length;
    }

    byte[] toByteArray() {
      return Arrays.copyOf(bytes, size);
    }
  }

  /** Reads. */
  static final class In {
    private final byte[] bytes;
    private int at;

    In(byte[] bytes) {
      this.bytes = bytes;
    }

    long unsigned() throws Broken {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at == bytes.length) {
          throw new Broken("the columns end early");
        }
        byte next = bytes[at++];
        value |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new Broken("a number in the columns is too long");
    }

    long signed() throws Broken {
      long value = unsigned();
      return (value >>> 1) ^ -(value & 1);
    }

    int count(int most) throws Broken {
      long value = unsigned();
      if (value < 0 || value > most) {
        throw new Broken(
            "a count in the columns is " + value + "; at most " + most + " is allowed");
      }
      return (int) value;
    }

    String text(int maxBytes) throws Broken {
      int length = count(maxBytes);
      if (length > bytes.length - at) {
        throw new Broken("a text in the columns ends early");
      }
      String value = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return value;
    }

    boolean atEnd() {
      return at == bytes.length;
    }
  }
}
