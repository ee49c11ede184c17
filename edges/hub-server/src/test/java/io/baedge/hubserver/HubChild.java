package io.baedge.hubserver;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, so that killing it is real. */
final class HubChild implements AutoCloseable {
  private final Process process;
  private final DocReader ready;

  private HubChild(Process process, DocReader ready) {
    this.process = process;
    this.ready = ready;
  }

  /** What a process said that ended by itself. */
  record Ended(int code, String out, String err) {}

  /** Starts one and waits until it is ready. */
  static HubChild start(Path data) throws IOException {
    Process process = process(data, List.of("--json"), ProcessBuilder.Redirect.INHERIT);
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null || !(DocCodec.fromJson(line) instanceof Decoded.Ok<Doc>(Doc doc))) {
      process.destroyForcibly();
      throw new IOException("the hub said: " + line);
    }
    return new HubChild(process, DocReader.of(doc, new Problems()));
  }

  /** Runs one with these arguments to its end. */
  static Ended run(Path data, String... more) throws Exception {
    Path err = Files.createTempFile("hub", ".err");
    Process process = process(data, List.of(more), ProcessBuilder.Redirect.to(err.toFile()));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the hub did not end");
    }
    String said = Files.readString(err).strip();
    Files.delete(err);
    return new Ended(process.exitValue(), out.strip(), said);
  }

  int mqttPort() {
    return (int) ready.integer("mqtt", 1, 65_535);
  }

  int httpPort() {
    return (int) ready.integer("http", 1, 65_535);
  }

  long generation() {
    return ready.integer("generation", 1, Long.MAX_VALUE);
  }

  /** As a power cut ends it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a service manager ends it; the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Process process(Path data, List<String> more, ProcessBuilder.Redirect err)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            HubMain.class.getName(),
            "--data=" + data,
            "--http.port=0",
            "--mqtt.port=0",
            "--mqtt.bind=127.0.0.1"));
    command.addAll(more);
    return new ProcessBuilder(command).redirectError(err).start();
  }
}
