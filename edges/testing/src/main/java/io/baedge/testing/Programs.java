package io.baedge.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of the machine the tests run on.
public final class Programs {
  // Where daemons live on Debian; a user's PATH often lacks these.
  private static final List<String> SYSTEM_FOLDERS = List.of("/usr/local/sbin", "/usr/sbin");

  private Programs() {}

  /// The file of the named program, looked up in PATH and in the folders of system daemons.
  public static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return find(
        name,
        Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), SYSTEM_FOLDERS.stream())
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList());
  }

  /// As [#find(String)], and an exception with one clear sentence where there is none.
  public static Path require(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("install " + name + " to run this test"));
  }

  static Optional<Path> find(String name, List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
