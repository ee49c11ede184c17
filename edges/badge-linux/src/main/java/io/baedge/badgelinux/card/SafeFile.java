package io.baedge.badgelinux.card;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Replaces small files so that a power cut leaves the old one or the new one, never a torn one. */
public final class SafeFile {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private SafeFile() {}

  /** Writes beside, forces, renames over, forces the directory. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    write(file, bytes);
  }

  /** The same for a file that only its owner may ever read. */
  static void replaceSecret(Path file, byte[] bytes) throws IOException {
    write(
        file,
        bytes,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void write(Path file, byte[] bytes, FileAttribute<?>... rights)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    try (FileChannel channel = FileChannel.open(unfinished, NEW, rights)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      Forcing.force(channel, true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectoryOf(file);
  }

  /** Makes the name of a file durable. */
  static void forceDirectoryOf(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      return; // the root of a file system has no name to force
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      Forcing.force(channel, true);
    }
  }
}
