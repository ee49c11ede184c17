package io.baedge.badgelinux.value;

import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a file whose time, size or identity has changed. */
final class FileAsker {
  private FileAsker() {}

  static ValueAnswer ask(ValueSource source, String mark) {
    Path file = Path.of(source.place());
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      if (!seen.isRegularFile()) {
        return Body.failed(source, "is no file; name a file of text or JSON");
      }
      // A file that is written while it is read gets the mark from before, and is read again.
      String now = seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey();
      if (now.equals(mark)) {
        return new ValueAnswer.Unchanged();
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(Body.MOST_BYTES + 1);
        return bytes.length > Body.MOST_BYTES
            ? Body.tooLarge(source)
            : Body.answer(source, bytes, now);
      }
    } catch (NoSuchFileException e) {
      return Body.failed(source, "is not there; make the file or name another");
    } catch (IOException e) {
      return Body.failed(source, "cannot be read: " + e.getMessage());
    }
  }
}
