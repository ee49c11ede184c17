package io.baedge.bench.torture;

import io.baedge.cli.Main;
import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A real badge process with an emulated panel.
final class Badge implements AutoCloseable {
  private static final long READY_LIMIT_MS = 60_000;
  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-Xms6m", "-Xmx48m", "-Xss256k");

  private final String name;
  private final Path state;
  private final Path log;
  private final Start start;
  private final int http;
  private final HubApi api;
  private String device = "";
  private @Nullable Program program;

  /// How a badge is started.
  ///
  /// @param hub `host:port`, or empty
  /// @param before words in front of the command
  /// @param options of the JVM
  /// @param environment of the process
  record Start(
      String hub, List<String> before, List<String> options, Map<String, String> environment) {
    static Start at(String hub) {
      return new Start(hub, List.of(), List.of(), Map.of());
    }
  }

  /// What a badge says of its records.
  ///
  /// @param taken last sequence of the epoch
  /// @param acknowledged records of the epoch that the hub has
  /// @param durable last sequence up to which all are on the card or with the hub
  /// @param waiting records of all epochs that the hub has not acknowledged
  record Outbox(
      long epoch,
      long taken,
      long acknowledged,
      long durable,
      long waiting,
      long evicted,
      String card) {}

  Badge(String name, Path state, Path log, Start start) throws TortureFailed {
    this.name = name;
    this.state = state;
    this.log = log;
    this.start = start;
    this.http = Room.freePort();
    this.api = new HubApi(URI.create("http://127.0.0.1:" + http));
  }

  /// Starts it and waits until its API answers.
  void start() throws InterruptedException, TortureFailed {
    Program started = launch();
    Patience.until(
        READY_LIMIT_MS,
        () -> outbox().isPresent() || !started.alive(),
        () -> name + " answers; " + started.lastWords());
    if (!started.alive()) {
      throw new TortureFailed(name + " ended at its start: " + started.lastWords());
    }
    device = HubApi.text(uplink(), "device");
  }

  /// Starts it without waiting.
  Program launch() throws TortureFailed {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "badge",
                "--panel=emulated:2in9_V2",
                "--state=" + state,
                "--http=" + http,
                "--set=panel_pace=0",
                "--set=http.bind=127.0.0.1"));
    if (!start.hub().isEmpty()) {
      arguments.add("--hub=" + start.hub());
    }
    List<String> options = new ArrayList<>(SMALL);
    options.addAll(start.options());
    List<String> command = new ArrayList<>(start.before());
    command.addAll(Program.java(options, Main.class.getName(), arguments));
    Program started = Program.start(name, log, command, start.environment());
    program = started;
    return started;
  }

  /// What it says of its records; empty while it does not answer.
  Optional<Outbox> outbox() {
    try {
      Doc.Fields doc = api.get("/v1/status/outbox", Map.of());
      return Optional.of(
          new Outbox(
              HubApi.number(doc, "epoch"),
              HubApi.number(doc, "taken"),
              HubApi.number(doc, "acknowledged"),
              HubApi.number(doc, "durable"),
              HubApi.number(doc, "waiting"),
              HubApi.number(doc, "evicted"),
              HubApi.text(doc, "card")));
    } catch (HubApi.Refused e) {
      return Optional.empty();
    }
  }

  Doc.Fields uplink() {
    return document("/v1/status/uplink");
  }

  boolean connected() {
    return HubApi.text(uplink(), "state").equals("connected");
  }

  /// Hash of the picture on its glass, empty before the first.
  String glass() {
    return HubApi.text(document("/v1/device/screens"), "hash");
  }

  /// What is shown, and whether the panel rests.
  String screen() {
    return HubApi.text(document("/v1/device/screens"), "status");
  }

  Doc.Fields document(String path) {
    try {
      return api.get(path, Map.of());
    } catch (HubApi.Refused e) {
      return Doc.Fields.EMPTY;
    }
  }

  String name() {
    return name;
  }

  /// Its id, once it was started.
  String device() {
    return device;
  }

  Path state() {
    return state;
  }

  Program program() {
    Program running = program;
    if (running == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return running;
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
