package io.baedge.mqtt.testing;

import io.baedge.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Mosquitto of its own for a test: temporary folder, free port on loopback, nothing kept. Each
/// device may use its own topics only (its client id is its device id); the user `hub` may use all.
/// Annotate tests with `@EnabledIfProgram("mosquitto")`.
public final class Mosquitto implements AutoCloseable {
  /// User name of the hub; there is no password.
  public static final String HUB_USER = "hub";

  /// Largest packet the broker takes.
  public static final int MAX_PACKET_BYTES = 256 * 1024;

  private static final int START_ATTEMPTS = 5;
  private static final long START_DEADLINE_MS = 10_000;
  private static final List<String> RIGHTS =
      List.of(
          "topic read baedge/v1/+/_hub/+/status",
          "user " + HUB_USER,
          "topic readwrite baedge/v1/#",
          "pattern write baedge/v1/+/+/%c/status",
          "pattern write baedge/v1/+/+/%c/telemetry",
          "pattern write baedge/v1/+/+/%c/reported",
          "pattern write baedge/v1/+/+/%c/log",
          "pattern read baedge/v1/+/+/%c/desired",
          "pattern read baedge/v1/+/+/%c/command",
          "pattern read baedge/v1/+/+/%c/ack");

  private final Path folder;
  private final int port;
  private Process process;

  private Mosquitto(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /// Starts a broker and waits until it takes connections.
  public static Mosquitto start() {
    try {
      Path folder = Files.createTempDirectory("mosquitto");
      for (int attempt = 1; ; attempt++) {
        int port = freePort();
        Process process = launch(folder, port);
        if (answers(process, port)) {
          return new Mosquitto(folder, port, process);
        }
        process.destroyForcibly();
        if (attempt == START_ATTEMPTS) {
          throw new IllegalStateException("mosquitto did not start: " + log(folder));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  public int port() {
    return port;
  }

  /// Ends the broker at once, as a power cut would.
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// Starts a killed broker again on the same port.
  public void restart() {
    try {
      process = launch(folder, port);
      if (!answers(process, port)) {
        throw new IllegalStateException("mosquitto did not start again: " + log(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(Path folder, int port) throws IOException {
    Path rights = Files.write(folder.resolve("rights"), RIGHTS);
    List<String> settings =
        List.of(
            "listener " + port + " 127.0.0.1",
            "user " + System.getProperty("user.name"),
            "allow_anonymous true",
            "persistence false",
            "max_packet_size " + MAX_PACKET_BYTES,
            "max_inflight_messages 100",
            "max_queued_messages 100000",
            "acl_file " + rights,
            "log_dest stderr");
    Path file = Files.write(folder.resolve("settings"), settings);
    return new ProcessBuilder(Programs.require("mosquitto").toString(), "-c", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static boolean answers(Process process, int port) {
    return Await.within(
            START_DEADLINE_MS,
            () -> {
              if (!process.isAlive()) {
                return true;
              }
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
              } catch (IOException e) {
                return false;
              }
            })
        && process.isAlive();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("log"));
  }
}
