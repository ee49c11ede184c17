package io.baedge.hubserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.config.HubConfigReader;
import io.baedge.model.doc.Problem;
import io.baedge.mqtt.client.TlsTrust;
import io.baedge.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubMainTest {
  @TempDir Path directory;

  private record Said(int code, String out, String err) {}

  @Test
  void a_hub_answers_on_its_console_port_until_it_is_closed() throws Exception {
    try (HubProcess hub = HubProcess.start(config(), List.of());
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(hub.mqttPort()).isPositive();
      HttpRequest ready =
          HttpRequest.newBuilder(URI.create(hub.consoleUrl() + "health/ready")).build();
      HttpResponse<String> answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      HttpRequest metrics =
          HttpRequest.newBuilder(URI.create(hub.consoleUrl() + "metrics")).build();
      assertThat(client.send(metrics, HttpResponse.BodyHandlers.ofString()).body())
          .contains("baedge_hub_commit_seconds", "baedge_fleet_badges", "baedge_mqtt_connects");
      assertThat(hub.parts().hub().health().ready()).isTrue();
    }
    // Everything is free again: the same directory serves the next one.
    HubProcess.start(config(), List.of()).close();
  }

  @Test
  void a_hub_with_a_certificate_answers_inside_tls_only() throws Exception {
    TestCertificate made =
        TestCertificate.make(directory.resolve("tls"), "ip:127.0.0.1,dns:localhost", "-1d", 3);
    String file =
        "http: {tls_certificate: '" + made.certificate() + "', tls_key: '" + made.key() + "'}";
    var trust = new TlsTrust(Optional.of(made.authority()));
    try (HubProcess hub = HubProcess.start(config(file), List.of());
        HttpClient client = HttpClient.newBuilder().sslContext(trust.context()).build()) {
      assertThat(hub.consoleUrl()).startsWith("https://127.0.0.1:");
      HttpRequest ready =
          HttpRequest.newBuilder(URI.create(hub.consoleUrl() + "health/ready")).build();
      HttpResponse<String> answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_certificate_without_its_key_and_a_file_that_is_not_there_are_refused() {
    Path file = directory.resolve("no-such.pem");
    var result =
        new HubConfigReader(Map.of("http.tls_certificate", file.toString()), Map.of()).read("", "");
    assertThat(((HubConfigReader.Result.Wrong) result).problems())
        .extracting(Problem::sentence)
        .anyMatch(s -> s.contains("http.tls_certificate") && s.contains("cannot be read"))
        .anyMatch(s -> s.contains("http.tls_key") && s.contains("is missing"));
  }

  @Test
  void a_key_that_is_none_is_told_with_its_file() throws Exception {
    TestCertificate made =
        TestCertificate.make(directory.resolve("tls"), "ip:127.0.0.1,dns:localhost", "-1d", 3);
    Path key = Files.writeString(directory.resolve("key.pem"), "no key");
    String file = "http: {tls_certificate: '" + made.certificate() + "', tls_key: '" + key + "'}";
    assertThatThrownBy(() -> HubProcess.start(config(file), List.of()))
        .hasMessageContaining("http.tls_key " + key)
        .hasMessageContaining("the key without a password");
  }

  @Test
  void a_second_hub_on_the_same_directory_is_turned_away() throws Exception {
    try (HubProcess hub = HubProcess.start(config(), List.of())) {
      Said said = run();
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err())
          .isEqualTo(
              "a hub already runs on "
                  + hub.parts().config().data()
                  + " (process "
                  + ProcessHandle.current().pid()
                  + "); stop it or choose another directory with --data");
    }
  }

  @Test
  void a_port_in_use_is_one_sentence_and_leaves_nothing_behind() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      for (String setting : List.of("--mqtt.port=" + port, "--http.port=" + port)) {
        Said said = run(setting);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains(Integer.toString(port));
      }
    }
    HubProcess.start(config(), List.of()).close();
  }

  @Test
  void a_data_directory_that_cannot_be_written_is_one_sentence() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");
    Said said = run("--data=" + file.resolve("below"));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).startsWith("the data directory " + file.resolve("below"));
  }

  @Test
  void wrong_settings_are_usage_errors_with_their_place() throws Exception {
    Path file = Files.writeString(directory.resolve("hub.yaml"), "site: X\nprot: 1\n");
    Said said = run("--config=" + file);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().lines()).hasSize(2);
    assertThat(said.err()).contains("hub.yaml line 1", "hub.yaml line 2", "prot is unknown here");
    assertThat(run("--htpp.port=1").err())
        .isEqualTo("there is no setting 'htpp.port'; did you mean 'http.port'?");
    assertThat(run("--frob").err()).isEqualTo("--frob needs a value: --frob=VALUE");
    assertThat(run("dance").code()).isEqualTo(2);
  }

  @Test
  void backup_and_restore_say_what_they_did_or_why_not() throws Exception {
    assertThat(run("backup", directory.resolve("b.db").toString()).err())
        .startsWith("there is no store");
    HubProcess.start(config(), List.of()).close();
    Path backup = directory.resolve("kept").resolve("b.db");
    assertThat(run("backup", backup.toString()).out())
        .isEqualTo("saved the hub's store to " + backup);
    assertThat(run("restore", backup.toString()).out()).startsWith("restored " + backup);
    Path noStore = Files.writeString(directory.resolve("no.db"), "hello ".repeat(1_000));
    Said said = run("restore", noStore.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).startsWith(noStore + " is no store of a hub");
    HubProcess.start(config(), List.of()).close();
  }

  private Path data() {
    return directory.resolve("data").toAbsolutePath().normalize();
  }

  private HubConfig config() {
    return config("");
  }

  private HubConfig config(String file) {
    Map<String, String> flags =
        Map.of(
            "data",
            data().toString(),
            "http.port",
            "0",
            "mqtt.port",
            "0",
            "mqtt.bind",
            "127.0.0.1");
    var result = new HubConfigReader(flags, Map.of()).read(file, "hub.yaml");
    return ((HubConfigReader.Result.Usable) result).config();
  }

  private Said run(String... more) {
    List<String> args = new ArrayList<>();
    for (String usual :
        List.of("--data=" + data(), "--http.port=0", "--mqtt.port=0", "--mqtt.bind=127.0.0.1")) {
      String name = usual.substring(0, usual.indexOf('=') + 1);
      if (Arrays.stream(more).noneMatch(given -> given.startsWith(name))) {
        args.add(usual);
      }
    }
    args.addAll(List.of(more));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        HubMain.run(
            args.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        code,
        out.toString(StandardCharsets.UTF_8).strip(),
        err.toString(StandardCharsets.UTF_8).strip());
  }
}
