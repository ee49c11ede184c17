package io.baedge.bench.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Mosquitto that remembers nothing over a restart.
final class Broker implements AutoCloseable {
  private static final long READY_LIMIT_MS = 20_000;

  private final Room room;
  private final int port;
  private @Nullable Program program;

  Broker(Room room) throws TortureFailed {
    this.room = room;
    this.port = Room.freePort();
  }

  void start() throws TortureFailed, InterruptedException {
    try {
      Path settings =
          Files.write(
              room.directory().resolve("mosquitto.conf"),
              List.of(
                  "listener " + port + " 127.0.0.1",
                  "user " + System.getProperty("user.name"),
                  "allow_anonymous true",
                  "persistence false",
                  "max_inflight_messages 100",
                  "max_queued_messages 100000"));
      Program started =
          Program.start(
              "mosquitto",
              room.directory().resolve("mosquitto.log"),
              List.of(
                  Shell.find("mosquitto").map(Path::toString).orElse("mosquitto"),
                  "-c",
                  settings.toString()),
              Map.of());
      program = started;
      Patience.until(READY_LIMIT_MS, this::answers, started::lastWords);
    } catch (IOException e) {
      throw new TortureFailed("the broker's settings cannot be written: " + e.getMessage(), e);
    }
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  void kill() throws InterruptedException {
    Program running = program;
    if (running != null) {
      running.kill();
    }
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    Program running = program;
    if (running != null) {
      running.close();
    }
  }
}
