package io.baedge.badgelinux.screens;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that people write, up to a limit. */
final class TextFile {
  private TextFile() {}

  /**
   * The text of a file.
   *
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   * @throws IOException with the reason
   */
  static String read(Path file, int mostBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new IOException("it is larger than " + mostBytes / 1024 + " KiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
