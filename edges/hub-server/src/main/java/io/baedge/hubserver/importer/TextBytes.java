package io.baedge.hubserver.importer;

import io.baedge.model.codec.Decoded;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of files that people bring, as text. */
final class TextBytes {
  private TextBytes() {}

  /** UTF-8 with or without a byte order mark, or UTF-16 with one. */
  static Decoded<String> decode(byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      skip = 3;
    } else if (startsWith(bytes, 0xfe, 0xff)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (startsWith(bytes, 0xff, 0xfe)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    }
    try {
      return new Decoded.Ok<>(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
              .toString());
    } catch (CharacterCodingException e) {
      return new Decoded.Malformed<>("the file is not UTF-8 text; save it as UTF-8");
    }
  }

  /** Without controls and line breaks, spaces single, ends trimmed. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip();
  }

  /** At most so many characters, the last one an ellipsis when something was cut. */
  static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
