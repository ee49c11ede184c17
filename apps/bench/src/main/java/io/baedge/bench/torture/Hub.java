package io.baedge.bench.torture;

import io.baedge.cli.api.HubApi;
import io.baedge.hubserver.HubMain;
import io.baedge.model.doc.Doc;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real hub on SQLite that always comes back on the same ports.
final class Hub implements AutoCloseable {
  private static final long READY_LIMIT_MS = 60_000;

  private final Path data;
  private final Path log;
  private final int http;
  private final int mqtt;
  private final List<String> before;
  private final List<String> more;
  private final Map<String, String> environment;
  private final HubApi api;
  private @Nullable Program program;

  /// How a hub is started.
  ///
  /// @param before words in front of the command
  /// @param more settings, `--KEY=VALUE`
  /// @param environment of the process
  record Start(List<String> before, List<String> more, Map<String, String> environment) {
    static final Start PLAIN = new Start(List.of(), List.of(), Map.of());

    Start with(String setting) {
      List<String> all = new ArrayList<>(more);
      all.add(setting);
      return new Start(before, all, environment);
    }
  }

  Hub(Path data, Path log, Start start) throws TortureFailed {
    this.data = data;
    this.log = log;
    this.http = Room.freePort();
    this.mqtt = Room.freePort();
    this.before = start.before();
    this.more = start.more();
    this.environment = start.environment();
    this.api = new HubApi(URI.create("http://127.0.0.1:" + http));
  }

  /// Starts it and waits until it takes messages.
  void start() throws InterruptedException, TortureFailed {
    Program started = launch();
    started.firstLine();
    Patience.until(READY_LIMIT_MS, this::ready, () -> "the hub is ready; " + started.lastWords());
  }

  /// Starts it without waiting.
  Program launch() throws TortureFailed {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--json",
                "--data=" + data,
                "--http.port=" + http,
                "--mqtt.port=" + mqtt,
                "--mqtt.bind=0.0.0.0"));
    arguments.addAll(more);
    List<String> command = new ArrayList<>(before);
    command.addAll(
        Program.java(List.of("-XX:TieredStopAtLevel=1"), HubMain.class.getName(), arguments));
    Program started = Program.start("hub", log, command, environment);
    program = started;
    return started;
  }

  boolean ready() {
    try {
      api.get("/health/ready", Map.of());
      return true;
    } catch (HubApi.Refused e) {
      return false;
    }
  }

  /// Asks, and ends the step when it is refused.
  Doc.Fields get(String path, Map<String, String> query) throws TortureFailed {
    try {
      return api.get(path, query);
    } catch (HubApi.Refused e) {
      throw new TortureFailed("GET " + path + " of the hub: " + e.getMessage(), e);
    }
  }

  /// Changes something, and ends the step when it is refused.
  Doc.Fields send(String verb, String path, HubApi.Body body) throws TortureFailed {
    try {
      return api.send(verb, path, Map.of(), body);
    } catch (HubApi.Refused e) {
      throw new TortureFailed(verb + " " + path + " of the hub: " + e.getMessage(), e);
    }
  }

  /// The lines of the console; none while the hub does not answer.
  List<Doc.Fields> rows() {
    try {
      return api.all("/api/v1/badges", Map.of(), "badges");
    } catch (HubApi.Refused e) {
      return List.of();
    }
  }

  /// Whether it has the picture of that hash.
  boolean hasPicture(String hash) {
    try {
      api.get("/frames/" + hash + ".png", Map.of());
      return !hash.isEmpty();
    } catch (HubApi.Refused e) {
      return false;
    }
  }

  /// The value of a metric, 0 when it is not there.
  long metric(String name) {
    return Metrics.read(http, "/metrics", name);
  }

  Program program() {
    Program running = program;
    if (running == null) {
      throw new IllegalStateException("the hub was never started");
    }
    return running;
  }

  int mqttPort() {
    return mqtt;
  }

  Path data() {
    return data;
  }

  Path database() {
    return data.resolve("hub.db");
  }

  String log() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (java.io.IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    api.close();
    Program running = program;
    if (running != null) {
      running.close();
    }
  }
}
