package io.baedge.badgelinux.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** By what a changed file is known: its time, its size, and which file it is. */
record FileStamp(long modifiedNs, long bytes, String key) {
  /** Of a file by its name in a layout; empty too for a name that this system cannot write. */
  static Optional<FileStamp> in(Path folder, String name) {
    try {
      return of(folder.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Of a regular file; empty if there is none that can be looked at. */
  static Optional<FileStamp> of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      if (!seen.isRegularFile()) {
        return Optional.empty();
      }
      return Optional.of(
          new FileStamp(
              seen.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
              seen.size(),
              String.valueOf(seen.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
