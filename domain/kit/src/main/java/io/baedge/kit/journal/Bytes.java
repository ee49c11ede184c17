package io.baedge.kit.journal;

import java.util.Arrays;

/**
 * Whole numbers in an array that grows: four bytes, or seven bits a byte with the low ones first.
 */
final class Bytes {
  private static final int LONGEST_NUMBER = 10;

  byte[] array;
  int size;

  Bytes(int capacity) {
    array = new byte[capacity];
  }

  Bytes clear(int head) {
    size = head;
    return this;
  }

  void number(long value) {
    room(LONGEST_NUMBER);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      array[size++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    array[size++] = (byte) rest;
  }

  void bytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, array, size, more.length);
    size += more.length;
  }

  private void room(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, 2 * array.length + more);
    }
  }

  static int intAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  static long longAt(byte[] bytes, int at) {
    return (long) intAt(bytes, at) << 32 | (intAt(bytes, at + 4) & 0xffffffffL);
  }

  static void putLong(byte[] bytes, int at, long value) {
    putInt(bytes, at, (int) (value >>> 32));
    putInt(bytes, at + 4, (int) value);
  }

  /** Reads numbers of a part of an array; what is not there counts as 0 and is noticed. */
  static final class In {
    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean broken;

    In(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64 && at < end; shift += 7) {
        byte next = bytes[at++];
        value |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
      broken = true;
      return 0;
    }

    byte[] rest() {
      return Arrays.copyOfRange(bytes, at, end);
    }

    boolean broken() {
      return broken;
    }
  }
}
