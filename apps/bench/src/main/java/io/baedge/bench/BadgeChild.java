package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A program with the original's API that is measured: `baedge badge` or the Python counterpart.
final class BadgeChild implements AutoCloseable {
  private static final long READY_LIMIT_MS = 60_000;
  private static final long LOOK_EVERY_MS = 5;
  private static final String PICTURE = "/v1/device/frame.png";

  private final Child child;
  private final OptionalInt port;
  private double readyMs;

  private BadgeChild(Child child, OptionalInt port) {
    this.child = child;
    this.port = port;
  }

  /// Starts a badge on that card and returns when its status is 200 and its picture is there.
  ///
  /// @param before words in front of the command, for example to pin it to a processor
  /// @param more options
  static BadgeChild baedge(Path card, List<String> before, List<String> more)
      throws InterruptedException {
    int port = FreePort.find();
    List<String> command = new ArrayList<>(before);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--panel=emulated:2in9b_V4",
                "--state=" + card.resolve("state"),
                "--http=" + port,
                "--set=panel_pace=0",
                "--set=http.bind=127.0.0.1",
                "--set=wearer.name=Ada Lovelace",
                "--set=wearer.title=Speaker",
                "--set=wearer.social=@ada",
                "--set=wearer.link=https://example.org/ada"));
    arguments.addAll(more);
    command.addAll(Launch.badge(arguments));
    var badge =
        new BadgeChild(
            Child.start("badge", card, command, Launch.environment()), OptionalInt.of(port));
    badge.awaitReady(List.of("/v1/status", PICTURE));
    return badge;
  }

  /// Starts the Python counterpart, which draws before it listens.
  static BadgeChild python(Python python, Path directory, List<String> before)
      throws InterruptedException {
    int port = FreePort.find();
    List<String> command = new ArrayList<>(before);
    command.addAll(python.serve(port));
    var badge =
        new BadgeChild(
            Child.start("python", directory, command, python.environment()), OptionalInt.of(port));
    badge.awaitReady(List.of("/v1/status"));
    return badge;
  }

  /// Takes a process that was just started, and returns when those paths of its API answer 200;
  /// without a port when it says its first line.
  static BadgeChild start(Child child, OptionalInt port, List<String> paths)
      throws InterruptedException {
    var badge = new BadgeChild(child, port);
    if (port.isPresent()) {
      badge.awaitReady(paths);
    } else {
      child.firstLine();
      badge.readyMs = child.ageMs();
    }
    return badge;
  }

  int port() {
    return port.orElseThrow();
  }

  long pid() {
    return child.pid();
  }

  MemoryFigures memory() {
    return child.memory();
  }

  IdleFigures idle() {
    return IdleFigures.of(child.pid());
  }

  /// From its start to the first 200 with the picture there.
  double readyMs() {
    return readyMs;
  }

  ProcessFigures figures() {
    return child.figures();
  }

  /// Draws screens in turn.
  void write(int times, List<String> screens) {
    try (var connection = new HttpConnection(port(), true)) {
      for (int i = 0; i < times; i++) {
        String screen = screens.get(i % screens.size());
        int status = connection.post("/v1/device/write", "screen=" + screen);
        if (status != 200) {
          throw new CommandFailure("writing the screen " + screen + " answers " + status);
        }
      }
    } catch (IOException e) {
      throw child.trouble("does not answer", e);
    }
  }

  /// Has that screen drawn; the program counts as ready only then.
  void show(String screen) {
    write(1, List.of(screen));
    readyMs = child.ageMs();
  }

  @Override
  public void close() {
    child.close();
  }

  private void awaitReady(List<String> paths) throws InterruptedException {
    var last = new IOException("nobody asked yet");
    while (child.alive() && child.ageMs() < READY_LIMIT_MS) {
      try (var connection = new HttpConnection(port(), true)) {
        boolean all = true;
        for (String path : paths) {
          all &= connection.get(path) == 200;
        }
        if (all) {
          readyMs = child.ageMs();
          return;
        }
      } catch (IOException e) {
        last = e;
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    CommandFailure trouble = child.trouble("did not get ready", last);
    close();
    throw trouble;
  }
}
