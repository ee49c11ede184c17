package io.baedge.screen.java2d;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/// The fonts of the jar as files, because Java2D reads files. They lie in one folder of the user
/// below the folder for temporary files and are used again, so that processes which are killed do
/// not leave a copy each; only where that folder belongs to somebody else, each process makes one
/// of its own. (Given a stream, Java2D would copy it each time.)
final class FontFiles {
  private static final int PIECE_BYTES = 16 * 1024;

  private final Path folder;

  /// Finds or makes the folder.
  ///
  /// @throws IOException if it cannot be made
  FontFiles() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path shared = temporary.resolve("baedge-fonts-" + System.getProperty("user.name"));
    this.folder = mine(temporary, shared) ? shared : Files.createTempDirectory("baedge-fonts");
  }

  /// Whether the folder is there and nobody else can put fonts into it.
  private static boolean mine(Path temporary, Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return true;
      } catch (FileAlreadyExistsException e) {
        // Another process was quicker; its folder is looked at as any other.
      }
    }
    Path probe = Files.createTempFile(temporary, "baedge", null);
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))
          && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
              .equals("rwx------");
    } finally {
      Files.delete(probe);
    }
  }

  /// Opens the content of a file; called again for each reading of it.
  interface Content {
    InputStream open() throws IOException;
  }

  /// A resource of this package as a file.
  ///
  /// @throws IOException if it cannot be written
  Path of(String resource) throws IOException {
    return file(resource.substring(resource.lastIndexOf('/') + 1), () -> open(resource));
  }

  private static InputStream open(String resource) {
    InputStream in = FontFiles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the font " + resource + " is missing from this build");
    }
    return in;
  }

  /// A file with this name and content.
  ///
  /// @throws IOException if it cannot be written
  Path file(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file) && same(file, content)) {
      return file;
    }
    // Another process that reads the old file keeps it; one that opens it now finds all or nothing.
    Path fresh = Files.createTempFile(folder, name, ".new");
    try (InputStream in = content.open()) {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// In small pieces, because a badge has little memory and a font may have megabytes.
  private static boolean same(Path file, Content content) throws IOException {
    try (InputStream one = Files.newInputStream(file);
        InputStream other = content.open()) {
      byte[] piece = one.readNBytes(PIECE_BYTES);
      while (Arrays.equals(piece, other.readNBytes(PIECE_BYTES))) {
        if (piece.length < PIECE_BYTES) {
          return true;
        }
        piece = one.readNBytes(PIECE_BYTES);
      }
      return false;
    }
  }
}
