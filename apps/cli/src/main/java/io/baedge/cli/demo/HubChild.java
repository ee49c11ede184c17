package io.baedge.cli.demo;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The hub as a child process, started again by itself when it dies: so that "kill the hub" is real.
 * It ends with this process, because it watches its standard input.
 */
final class HubChild implements AutoCloseable {
  private static final long READY_LIMIT_S = 60;
  private static final long RESTART_PAUSE_MS = 500;
  private static final int MOST_RESTARTS = 1_000;
  private static final int LINES_OF_TROUBLE = 3;

  private final Settings settings;
  private final Path log;
  private @Nullable Process process;
  private volatile boolean closing;
  private volatile int restarts;
  private volatile Duration cpuOfDead = Duration.ZERO;
  private volatile Ready ready = new Ready("", 0, 0);

  /**
   * How the child is started.
   *
   * @param flags as {@code HubMain} takes them; ports are added by this class
   * @param httpPort 0 = any free one, kept over restarts
   * @param mqttPort 0 = any free one, kept over restarts
   */
  record Settings(Path data, List<String> flags, int httpPort, int mqttPort) {
    Settings {
      flags = List.copyOf(flags);
    }
  }

  /** Where the hub listens. */
  record Ready(String console, int http, int mqtt) {}

  /** The hub could not be started; the message is its own sentence. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String sentence) {
      super(sentence);
    }
  }

  HubChild(Settings settings) {
    this.settings = settings;
    this.log = settings.data().resolve("hub.log");
  }

  /** Starts it and waits until badges can connect. */
  Ready start() throws Failed {
    try {
      EarlierHub.await(settings.data());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("interrupted while an earlier hub ends");
    }
    ready = launch(settings.httpPort(), settings.mqttPort());
    return ready;
  }

  /** Where the hub listens. */
  Ready ready() {
    return ready;
  }

  /** How often it was started again. */
  int restarts() {
    return restarts;
  }

  /** Kills it without a word, as a power cut would. */
  synchronized void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** CPU time of all children so far. */
  synchronized Duration cpu() {
    Process running = process;
    return running == null ? cpuOfDead : cpuOfDead.plus(cpu(running));
  }

  /** The process id, 0 when there is none. */
  synchronized long pid() {
    Process running = process;
    return running == null ? 0 : running.pid();
  }

  /** Asks it to stop, waits, and does not start it again. */
  @Override
  public void close() {
    Process running;
    synchronized (this) {
      closing = true;
      running = process;
    }
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
    }
  }

  private Ready launch(int httpPort, int mqttPort) throws Failed {
    long logged = logSize();
    var line = new CompletableFuture<String>();
    Process started = spawn(httpPort, mqttPort);
    synchronized (this) {
      process = started;
      if (closing) {
        started.destroy();
      }
    }
    // Not a virtual thread: on a small machine one that waits for a pipe can hold the last carrier.
    Thread.ofPlatform().daemon().name("hub-output").start(() -> firstLine(started, line));
    started.onExit().thenAccept(this::died);
    try {
      return parse(line.get(READY_LIMIT_S, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("interrupted while the hub starts");
    } catch (ExecutionException e) {
      throw new Failed(trouble(logged));
    } catch (TimeoutException e) {
      started.destroyForcibly();
      throw new Failed("the hub is not ready after " + READY_LIMIT_S + " s; see " + log);
    }
  }

  private Process spawn(int httpPort, int mqttPort) throws Failed {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            HubChildMain.class.getName(),
            "--json",
            "--data=" + settings.data(),
            "--http.port=" + httpPort,
            "--mqtt.port=" + mqttPort));
    command.addAll(settings.flags());
    try {
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
          .start();
    } catch (IOException e) {
      throw new Failed("the hub process cannot be started: " + e.getMessage());
    }
  }

  private static void firstLine(Process started, CompletableFuture<String> line) {
    try (var out =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      String first = out.readLine();
      if (first == null) {
        line.completeExceptionally(new IOException("the hub ended before it was ready"));
        return;
      }
      line.complete(first);
      while (out.readLine() != null) {
        // A pipe nobody reads would block the child.
      }
    } catch (IOException e) {
      line.completeExceptionally(e);
    }
  }

  private Ready parse(String line) throws Failed {
    if (DocCodec.fromJson(line) instanceof Decoded.Ok<Doc>(Doc.Fields doc)
        && doc.values().get("console") instanceof Doc.Text(String console)
        && doc.values().get("http") instanceof Doc.Int(long http)
        && doc.values().get("mqtt") instanceof Doc.Int(long mqtt)) {
      return new Ready(console, (int) http, (int) mqtt);
    }
    throw new Failed("the hub says '" + line + "' instead of where it listens");
  }

  private void died(Process dead) {
    synchronized (this) {
      cpuOfDead = cpuOfDead.plus(cpu(dead));
      if (Objects.equals(process, dead)) {
        process = null;
      }
      // Before the first time it was ready, dying is a failure to start, told by start().
      if (closing || ready.http() == 0 || restarts >= MOST_RESTARTS) {
        return;
      }
      restarts++;
    }
    Thread.ofVirtual().name("hub-restart").start(this::restart);
  }

  private void restart() {
    try {
      Thread.sleep(RESTART_PAUSE_MS);
      if (!closing) {
        launch(ready.http(), ready.mqtt());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Failed e) {
      // Its end is seen by died(), which tries again; the reason is in the hub's log.
    }
  }

  private static Duration cpu(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private long logSize() {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The last lines that the child wrote after that many bytes of the log. */
  private String trouble(long logged) {
    try (InputStream in = Files.newInputStream(log)) {
      in.skipNBytes(logged);
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      int from = Math.max(0, lines.size() - LINES_OF_TROUBLE);
      return lines.isEmpty()
          ? "the hub ended without a word; see " + log
          : String.join(" ", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "the hub ended and its log " + log + " cannot be read: " + e.getMessage();
    }
  }
}
