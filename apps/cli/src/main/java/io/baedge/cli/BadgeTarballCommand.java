package io.baedge.cli;

import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge badge tarball}: everything that a board needs, so that it never has to build. */
@Command(
    name = "tarball",
    description = {
      "Packs what a badge needs into baedge-badge-VERSION.tar.gz, to be unpacked on a board.",
      "With --jdk the pack brings its own Java, made from that JDK with jlink."
    })
final class BadgeTarballCommand implements Callable<Integer> {
  /** What badge, page, TLS and pictures use. */
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.net.http,jdk.crypto.ec,jdk.httpserver,jdk.unsupported";

  private static final List<String> FILES =
      List.of(
          "baedge",
          ".mvn/jdk.sh",
          "LICENSE",
          "deploy/licences/qrcodegen.txt",
          "deploy/systemd/baedge-badge.service");
  private static final int TOLD_CHARS = 400;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; default: baedge-badge-VERSION.tar.gz here.")
  private @Nullable Path out;

  @Option(
      names = "--jdk",
      paramLabel = "DIR",
      description = {
        "A JDK for the board, for example an unpacked aarch64 JDK 25 with its jmods.",
        "Without it the board needs a JDK 25 of its own."
      })
  private @Nullable Path jdk;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    Path tree = tree();
    String version = version();
    String name = "baedge-badge-" + version;
    Path file = out == null ? Path.of(name + ".tar.gz") : out;
    try {
      Path work = Files.createTempDirectory("baedge-tarball");
      try {
        Path pack = Files.createDirectories(work.resolve(name));
        int jars = fill(tree, pack);
        if (jdk != null) {
          link(jdk, pack.resolve("jre"));
        }
        run(
            "tar",
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "-czf",
            file.toAbsolutePath().toString(),
            "-C",
            work.toString(),
            name);
        tell(file, jars);
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new CommandFailure("the tarball could not be written (" + e.getMessage() + ")");
    }
    return Main.OK;
  }

  private void tell(Path file, int jars) throws IOException {
    long bytes = Files.size(file);
    output.print(
        Doc.fields()
            .put("file", file.toString())
            .put("bytes", bytes)
            .put("jars", jars)
            .put("java", jdk == null ? "" : "jre")
            .build(),
        String.format(
            Locale.ROOT,
            "wrote %s: %.1f MB, %d jars, %s%nOn the board: tar xzf %s && %s/baedge badge",
            file,
            bytes / 1e6,
            jars,
            jdk == null ? "no Java: the board needs a JDK 25" : "with Java",
            file.getFileName(),
            "baedge-badge-" + version()));
  }

  private static int fill(Path tree, Path pack) throws CommandFailure, IOException {
    List<Path> jars = new ArrayList<>();
    Path linux = tree.resolve("edges/badge-linux/target");
    jars.add(only(linux, "baedge-badge-linux"));
    jars.add(only(tree.resolve("apps/cli/target"), "baedge-cli"));
    for (String each : Files.readString(linux.resolve("board-classpath")).strip().split(":")) {
      jars.add(Path.of(each));
    }
    Stream.of(System.getProperty("java.class.path", "").split(":"))
        .map(Path::of)
        .filter(jar -> String.valueOf(jar.getFileName()).startsWith("picocli-"))
        .forEach(jars::add);
    Path lib = Files.createDirectories(pack.resolve("lib"));
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    for (String each : FILES) {
      Path to = pack.resolve(each);
      Files.createDirectories(to.getParent());
      Files.copy(tree.resolve(each), to, StandardCopyOption.COPY_ATTRIBUTES);
    }
    return jars.size();
  }

  /** The jar of a module, whatever version stands in its name. */
  private static Path only(Path target, String module) throws CommandFailure, IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(module + "(-[0-9.]+)?\\.jar"))
          .findFirst()
          .orElseThrow(
              () ->
                  new CommandFailure(
                      "there is no jar of " + module + " in " + target + "; build the tree first"));
    }
  }

  /**
   * A JDK without its jmods can only be made smaller by itself, that is on a machine of its kind
   * (JEP 493).
   */
  private static void link(Path jdk, Path to)
      throws CommandFailure, IOException, InterruptedException {
    Path modules = jdk.resolve("jmods");
    boolean jmods = Files.isDirectory(modules);
    Path linker =
        jmods
            ? Path.of(System.getProperty("java.home", ""), "bin", "jlink")
            : jdk.resolve("bin").resolve("jlink");
    if (!Files.isReadable(jdk.resolve("release"))) {
      throw new CommandFailure("--jdk " + jdk + " is no JDK; give the folder that has bin and lib");
    }
    List<String> command = new ArrayList<>(List.of(linker.toString()));
    if (jmods) {
      command.addAll(List.of("--module-path", modules.toString()));
    }
    command.addAll(
        List.of(
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            to.toString()));
    try {
      run(command.toArray(String[]::new));
    } catch (CommandFailure e) {
      throw new CommandFailure(
          "--jdk "
              + jdk
              + " cannot be made smaller ("
              + e.getMessage()
              + "); for a board of another kind than this machine it must be a JDK of the version"
              + " that runs this command and bring its jmods");
    }
  }

  private static void run(String... command)
      throws CommandFailure, IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      String told = said.lines().reduce((_, last) -> last).orElse("it says nothing");
      throw new CommandFailure(
          command[0] + " failed: " + told.substring(0, Math.min(TOLD_CHARS, told.length())));
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** The source tree that this program was built in. */
  private static Path tree() throws CommandFailure {
    try {
      Path here = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path up = here.getParent(); up != null; up = up.getParent()) {
        if (Files.isReadable(up.resolve("edges/badge-linux/target/board-classpath"))) {
          return up;
        }
      }
    } catch (URISyntaxException e) {
      // Then it is no file either.
    }
    throw new CommandFailure("a tarball is made from a built source tree; there is none around it");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
