package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import io.baedge.cli.demo.HubChildMain;
import io.baedge.hubserver.store.Database;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real hub in a process of its own, with its embedded endpoint and SQLite as it comes.
final class HubChild implements AutoCloseable {
  static final String SITE = "bench";

  private static final long JCMD_LIMIT_S = 30;

  private final Child child;
  private final Path data;
  private final int mqttPort;

  private HubChild(Child child, Path data, int mqttPort) {
    this.child = child;
    this.data = data;
    this.mqttPort = mqttPort;
  }

  /// Starts one on an empty store and returns when badges can connect.
  static HubChild start(Path data) throws InterruptedException {
    // The generator comes all at once; how a crowd is let in is not what is measured.
    return start(data, 0, 100_000);
  }

  /// Starts one on a store that may exist already.
  ///
  /// @param port of MQTT; 0 lets the system choose
  static HubChild start(Path data, int port, int admissionPerSecond) throws InterruptedException {
    List<String> arguments =
        List.of(
            "--json",
            "--site=" + SITE,
            "--data=" + data,
            "--http.port=0",
            "--mqtt.port=" + port,
            "--mqtt.bind=127.0.0.1",
            "--fleet.admission_per_second=" + admissionPerSecond);
    List<String> command = Launch.likeAHub(HubChildMain.class, arguments);
    Child child = Child.start("hub", data, command, Launch.environment());
    String line = child.firstLine();
    if (DocCodec.fromJson(line) instanceof Decoded.Ok<Doc>(Doc.Fields doc)
        && doc.values().get("mqtt") instanceof Doc.Int(long opened)) {
      return new HubChild(child, data, (int) opened);
    }
    child.close();
    throw new CommandFailure("the hub says '" + line + "' instead of where it listens");
  }

  /// Ends it as a power cut would.
  void kill() throws InterruptedException {
    child.kill();
  }

  int mqttPort() {
    return mqttPort;
  }

  InetSocketAddress mqtt() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), mqttPort);
  }

  ProcessFigures figures() {
    return child.figures();
  }

  /// The database; complete once the hub is closed.
  Path database() {
    return data.resolve(Database.FILE);
  }

  /// The same after a full collection, so that rubbish does not count.
  ProcessFigures figuresWithoutRubbish() throws InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(child.pid()), "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(JCMD_LIMIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new CommandFailure(jcmd + " cannot be run; use a JDK: " + e.getMessage(), e);
    }
    return figures();
  }

  /// Lets it store what it took and end.
  @Override
  public void close() {
    child.close();
  }
}
