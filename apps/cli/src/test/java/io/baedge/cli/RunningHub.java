package io.baedge.cli;

import io.baedge.cli.Cli.Said;
import io.baedge.hubserver.HubProcess;
import io.baedge.hubserver.config.HubConfigReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** A real hub in this process, on free ports. */
final class RunningHub implements AutoCloseable {
  private final HubProcess process;

  private RunningHub(HubProcess process) {
    this.process = process;
  }

  static RunningHub start(Path data) throws Exception {
    Map<String, String> flags =
        Map.of(
            "data", data.toString(), "http.port", "0", "mqtt.port", "0", "mqtt.bind", "127.0.0.1");
    var usable = (HubConfigReader.Result.Usable) new HubConfigReader(flags, Map.of()).read("", "");
    return new RunningHub(HubProcess.start(usable.config(), usable.settings()));
  }

  /** Runs a command against this hub. */
  Said run(String... args) {
    return Cli.run(
        Stream.concat(Arrays.stream(args), Stream.of("--hub", process.consoleUrl()))
            .toArray(String[]::new));
  }

  String mqttAddress() {
    return "127.0.0.1:" + process.mqttPort();
  }

  int httpPort() {
    return process.httpPort();
  }

  @Override
  public void close() {
    process.close();
  }
}
