package io.baedge.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How Baedge's processes are started: as the launcher does it, which tells this command where it
/// is and with which JVM options it starts a badge.
final class Launch {
  private static final Optional<Path> LAUNCHER =
      Optional.ofNullable(System.getenv("BAEDGE_BENCH_LAUNCHER")).map(Path::of);
  private static final Optional<Path> ARCHIVE =
      Optional.ofNullable(System.getenv("BAEDGE_BENCH_BADGE_ARCHIVE")).map(Path::of);

  private static final String OWN_CLASS_PATH = System.getProperty("java.class.path");

  /// What badges run with comes first, because an archive fits only that; then this program's own
  /// jar and nothing else, because a look for a service opens every jar.
  private static final String BADGE_CLASS_PATH =
      Optional.ofNullable(System.getenv("BAEDGE_BENCH_BADGE_CLASSPATH"))
          .map(path -> path + File.pathSeparator + OWN_CLASS_PATH.split(File.pathSeparator, 2)[0])
          .orElse(OWN_CLASS_PATH);

  private static final List<String> NATIVE =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private Launch() {}

  /// `baedge badge`, through the launcher if this command was started by it.
  static List<String> badge(List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (LAUNCHER.isPresent()) {
      command.add(LAUNCHER.get().toString());
    } else {
      command.addAll(java(List.of(), OWN_CLASS_PATH, io.baedge.cli.Main.class.getName()));
    }
    command.add("badge");
    command.addAll(arguments);
    return command;
  }

  /// A main class of ours with the JVM options of a badge.
  ///
  /// @param archive whether to use the archive of a badge's classes, if there is one
  static List<String> likeABadge(Class<?> main, List<String> arguments, boolean archive) {
    String flags = System.getenv().getOrDefault("BAEDGE_BENCH_BADGE_FLAGS", "").strip();
    List<String> options = new ArrayList<>();
    if (!flags.isEmpty()) {
      options.addAll(List.of(flags.split(" +")));
    }
    if (archive) {
      ARCHIVE.ifPresent(file -> options.add("-XX:AOTCache=" + file));
    }
    List<String> command = new ArrayList<>(java(options, BADGE_CLASS_PATH, main.getName()));
    command.addAll(arguments);
    return command;
  }

  /// A main class of ours with the JVM's own choice of options, as the hub is started.
  static List<String> likeAHub(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(java(List.of(), OWN_CLASS_PATH, main.getName()));
    command.addAll(arguments);
    return command;
  }

  /// What the environment of a child has beyond this one's: the launcher must not build now.
  static Map<String, String> environment() {
    return environment(true);
  }

  /// The same.
  ///
  /// @param archive whether the launcher may use the archive of a badge's classes
  static Map<String, String> environment(boolean archive) {
    return archive
        ? Map.of("BAEDGE_NO_BUILD", "1")
        : Map.of("BAEDGE_NO_BUILD", "1", "BAEDGE_NO_ARCHIVE", "1");
  }

  /// Whether badges start with an archive of their classes.
  static boolean hasArchive() {
    return ARCHIVE.isPresent();
  }

  /// How badges are started, for the notes.
  static String note() {
    return LAUNCHER.isPresent()
        ? "the badge is started by ./baedge, with its JVM options; its shell is included"
        : "the badge is started without ./baedge and its JVM options, which makes it slower";
  }

  /// A file of the source tree, if this command was started from one.
  static Optional<Path> fileOfTheTree(String name) {
    return LAUNCHER.map(launcher -> launcher.resolveSibling(name)).filter(Files::isReadable);
  }

  private static List<String> java(List<String> options, String classPath, String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(NATIVE);
    command.addAll(List.of("-cp", classPath, main));
    return command;
  }
}
