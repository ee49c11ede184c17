package io.baedge.cli;

import io.baedge.badgelinux.BadgeProcess;
import io.baedge.badgelinux.BadgeStartFailed;
import io.baedge.badgelinux.config.BadgeConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code baedge badge archive}: the badge whose classes the JVM records. The launcher tells the JVM
 * where to put them and takes the archive for later starts; without the launcher nothing is kept.
 */
@Command(
    name = "archive",
    description = {
      "Makes an archive of a badge's classes, so that badges started here need a third less CPU to start.",
      "Plays a badge for some seconds; needs 250 MB of memory and leaves 30 MB on the disk.",
      "The archive is used until the next build; where it cannot be used, badges start as before."
    })
final class BadgeArchiveCommand implements Callable<Integer> {
  private static final long PICTURE_WITHIN_MS = 60_000;
  private static final long LOOK_EVERY_MS = 20;
  private static final int ROUNDS = 20;
  private static final int READ_LIMIT_MS = 10_000;
  private static final List<String> PATHS =
      List.of("/", "/v1/status", "/v1/status/power", "/v1/device/screens", "/v1/device/frame.png");

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    try {
      Path state = Files.createTempDirectory("baedge-archive");
      try {
        play(state);
      } finally {
        delete(state);
      }
      return Main.OK;
    } catch (IOException e) {
      throw new CommandFailure("the badge could not be played: " + e.getMessage());
    }
  }

  private static void play(Path state) throws CommandFailure, IOException, InterruptedException {
    Map<String, String> flags =
        Map.of(
            "state",
            state.toString(),
            "http.port",
            "0",
            "panel",
            "emulated:2in9_V2",
            "panel_pace",
            "0",
            // Nobody listens there: what the badge does without its hub belongs to its start.
            "hubs",
            "127.0.0.1:9");
    BadgeConfigReader.Result.Usable usable = Settings.ofBadge(flags, Optional.empty());
    try (BadgeProcess badge = BadgeProcess.start(usable.config(), usable.settings(), System.err)) {
      long until = System.nanoTime() / 1_000_000 + PICTURE_WITHIN_MS;
      while (badge.view().screen().glass().hash().isEmpty()) {
        if (System.nanoTime() / 1_000_000 > until) {
          throw new CommandFailure(
              "no picture within 60 s; try again when the machine is less busy");
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
      for (int i = 0; i < ROUNDS; i++) {
        for (String path : PATHS) {
          ask(badge.httpPort(), path);
        }
      }
    } catch (BadgeStartFailed e) {
      throw new CommandFailure(e.sentence());
    }
  }

  /** By hand, so that no client's classes come into the archive. */
  private static void ask(int port, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(READ_LIMIT_MS);
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
