package io.baedge.badgelinux.dbus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as D-Bus writes them (D-Bus Specification, "Marshaling"), little-endian: texts, numbers,
 * lists, dictionaries, structures, variants.
 */
final class Wire {
  private static final int MOST_DEPTH = 32;

  private final ByteBuffer bytes;

  private Wire(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static Wire writing(int capacity) {
    return new Wire(ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN));
  }

  static Wire reading(byte[] bytes) {
    return new Wire(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  byte[] written() {
    byte[] all = new byte[bytes.position()];
    bytes.get(0, all);
    return all;
  }

  Wire align(int to) {
    while (bytes.position() % to != 0) {
      bytes.position(bytes.position() + 1);
    }
    return this;
  }

  Wire put(int value) {
    bytes.put((byte) value);
    return this;
  }

  Wire putInt(int value) {
    align(4);
    bytes.putInt(value);
    return this;
  }

  Wire putInt(int at, int value) {
    bytes.putInt(at, value);
    return this;
  }

  int position() {
    return bytes.position();
  }

  /** A text or a path. */
  Wire putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    bytes.put(utf8).put((byte) 0);
    return this;
  }

  Wire putSignature(String signature) {
    byte[] ascii = signature.getBytes(StandardCharsets.US_ASCII);
    bytes.put((byte) ascii.length).put(ascii).put((byte) 0);
    return this;
  }

  /** All values of a signature. */
  List<Object> read(String signature) throws DBusFailed {
    try {
      List<Object> values = new ArrayList<>();
      int[] at = {0};
      while (at[0] < signature.length()) {
        values.add(value(signature, at, 0));
      }
      return values;
    } catch (BufferUnderflowException
        | IllegalArgumentException
        | StringIndexOutOfBoundsException e) {
      throw new DBusFailed("an answer over D-Bus cannot be read: " + e);
    }
  }

  private Object value(String signature, int[] at, int depth) {
    if (depth > MOST_DEPTH) {
      throw new IllegalArgumentException("too deep");
    }
    char type = signature.charAt(at[0]++);
    return switch (type) {
      case 'y' -> bytes.get() & 0xFF;
      case 'b' -> align(4).bytes.getInt() != 0;
      case 'n', 'q' -> (int) align(2).bytes.getShort();
      case 'i', 'u' -> align(4).bytes.getInt();
      case 'x', 't' -> align(8).bytes.getLong();
      case 'd' -> align(8).bytes.getDouble();
      case 's', 'o' -> text(align(4).bytes.getInt());
      case 'g' -> text(bytes.get() & 0xFF);
      case 'v' -> {
        String inner = text(bytes.get() & 0xFF);
        yield value(inner, new int[] {0}, depth + 1);
      }
      case '(' -> {
        align(8);
        List<Object> parts = new ArrayList<>();
        while (signature.charAt(at[0]) != ')') {
          parts.add(value(signature, at, depth + 1));
        }
        at[0]++;
        yield parts;
      }
      case 'a' -> array(signature, at, depth);
      default -> throw new IllegalArgumentException("the type " + type);
    };
  }

  private Object array(String signature, int[] at, int depth) {
    int length = align(4).bytes.getInt();
    boolean dictionary = signature.charAt(at[0]) == '{';
    if ("xtd({".indexOf(signature.charAt(at[0])) >= 0) {
      align(8);
    }
    int end = bytes.position() + length;
    if (length < 0 || end > bytes.limit()) {
      throw new IllegalArgumentException("an array of " + length + " bytes");
    }
    int[] element = {at[0]};
    Map<Object, Object> map = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>();
    while (bytes.position() < end) {
      element[0] = at[0];
      if (dictionary) {
        align(8);
        element[0]++;
        Object key = value(signature, element, depth + 1);
        map.put(key, value(signature, element, depth + 1));
      } else {
        list.add(value(signature, element, depth + 1));
      }
    }
    at[0] = afterType(signature, at[0]);
    return dictionary ? map : list;
  }

  /** Where the complete type that begins there ends. */
  private static int afterType(String signature, int from) {
    int depth = 0;
    int at = from;
    while (true) {
      char c = signature.charAt(at++);
      if (c == '(' || c == '{') {
        depth++;
      } else if (c == ')' || c == '}') {
        depth--;
      }
      if (c != 'a' && depth == 0) {
        return at;
      }
    }
  }

  private String text(int length) {
    if (length < 0 || length >= bytes.remaining()) {
      throw new IllegalArgumentException("a text of " + length + " bytes");
    }
    byte[] utf8 = new byte[length];
    bytes.get(utf8);
    bytes.get(); // the zero at its end
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
