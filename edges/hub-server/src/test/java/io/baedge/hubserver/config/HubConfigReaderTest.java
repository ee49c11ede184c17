package io.baedge.hubserver.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.settings.Setting;
import io.baedge.model.doc.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubConfigReaderTest {
  @Test
  void without_anything_every_setting_has_its_default() {
    var usable = usable(Map.of(), Map.of(), "");
    assertThat(usable.config().site().text()).isEqualTo("main");
    assertThat(usable.config().http().port()).isEqualTo(2344);
    assertThat(usable.config().mqtt().port()).isEqualTo(1883);
    assertThat(usable.config().database().url()).isEmpty();
    assertThat(usable.config().fleet().lostAfterMs()).isEqualTo(6 * 3_600_000L);
    assertThat(usable.settings()).hasSize(HubKeys.ALL.size());
    assertThat(usable.settings()).allMatch(setting -> setting.source().equals("default"));
  }

  @Test
  void a_flag_beats_the_environment_which_beats_the_file() {
    String file =
        """
        site: camp
        http:
          port: 8001
          bind: 0.0.0.0
        mqtt:
          port: 8002
        """;
    var usable =
        usable(
            Map.of("http.port", "8005"),
            Map.of("BAEDGE_HUB_HTTP_PORT", "8004", "BAEDGE_HUB_MQTT_PORT", "8003", "HOME", "x"),
            file);
    assertThat(usable.config().http().port()).isEqualTo(8005);
    assertThat(usable.config().mqtt().port()).isEqualTo(8003);
    assertThat(usable.config().http().bind()).isEqualTo("0.0.0.0");
    assertThat(source(usable, "http.port")).isEqualTo("flag");
    assertThat(source(usable, "mqtt.port")).isEqualTo("BAEDGE_HUB_MQTT_PORT");
    assertThat(source(usable, "http.bind")).isEqualTo("hub.yaml line 4");
    assertThat(source(usable, "site")).isEqualTo("hub.yaml line 1");
    assertThat(source(usable, "data")).isEqualTo("default");
  }

  @Test
  void an_unknown_key_is_an_error_that_names_the_nearest_one_and_its_place() {
    assertThat(sentences("site: camp\nhttp:\n  prot: 8001\n"))
        .containsExactly(
            "hub.yaml line 3, column 9: http.prot is unknown here; did you mean 'port'?");
  }

  @Test
  void all_problems_are_told_at_once() {
    String file =
        """
        site: Camp 2019
        http:
          port: 99999
        mqtt:
          broker: nowhere
        database:
          url: mysql://x
        fleet:
          lost_after: soon
        wat: 1
        """;
    assertThat(sentences(file))
        .hasSize(6)
        .anyMatch(s -> s.startsWith("hub.yaml line 1,") && s.contains("site is 'Camp 2019'"))
        .anyMatch(s -> s.contains("http.port is 99999; it must be from 0 to 65535"))
        .anyMatch(s -> s.contains("mqtt.broker is 'nowhere'; it must be like mqtt://"))
        .anyMatch(s -> s.contains("database.url is 'mysql://x'; it must begin with jdbc:"))
        .anyMatch(s -> s.contains("fleet.lost_after is 'soon'; it must be a duration"))
        .anyMatch(s -> s.contains("wat is unknown here"));
  }

  @Test
  void a_wrong_value_of_the_environment_is_not_blamed_on_the_file() {
    var wrong =
        (HubConfigReader.Result.Wrong)
            new HubConfigReader(
                    Map.of("mqtt.port", "many"), Map.of("BAEDGE_HUB_HTTP_PORT", "70000"))
                .read("http:\n  port: 1\nmqtt:\n  port: 2\n", "hub.yaml");
    assertThat(wrong.problems().stream().map(Problem::sentence))
        .containsExactly(
            "http.port (BAEDGE_HUB_HTTP_PORT) is 70000; it must be from 0 to 65535",
            "mqtt.port (flag) must be a whole number from 0 to 65535, not 'many'");
  }

  @Test
  void what_is_no_yaml_is_told_with_its_place() {
    assertThat(sentences("site: [camp\nhttp: {"))
        .singleElement()
        .asString()
        .startsWith("hub.yaml line 2")
        .contains("this is not YAML");
    assertThat(sentences("- a\n- b\n"))
        .containsExactly("hub.yaml must hold settings such as 'site: main'");
  }

  @Test
  void a_broker_is_host_and_port_with_a_login() {
    var usable =
        usable(
            Map.of(),
            Map.of("BAEDGE_HUB_MQTT_PASSWORD", "s"),
            "mqtt:\n  broker: mqtt://b.example\n  user: hub\n");
    assertThat(usable.config().mqtt().broker())
        .contains(new HubConfig.Broker("b.example", 1883, "hub", "s"));
  }

  @Test
  void the_two_ports_must_differ() {
    assertThat(sentences("http:\n  port: 1883\n"))
        .singleElement()
        .asString()
        .contains("mqtt.port is 1883 like http.port");
  }

  @Test
  void a_password_is_never_shown() {
    var usable = usable(Map.of(), Map.of("BAEDGE_HUB_DATABASE_PASSWORD", "hunter2"), "");
    assertThat(usable.config().database().password()).isEqualTo("hunter2");
    assertThat(usable.settings().toString()).doesNotContain("hunter2").contains("********");
  }

  @Test
  void a_missing_file_is_one_sentence(@TempDir Path directory) throws Exception {
    var reader = new HubConfigReader(Map.of(), Map.of());
    Path file = directory.resolve("hub.yaml");
    var missing = (HubConfigReader.Result.Wrong) reader.read(Optional.of(file));
    assertThat(missing.sentence())
        .isEqualTo("there is no file " + file + "; give the path of a hub.yaml");
    Files.writeString(file, "fleet:\n  failover: 90s\n");
    var usable = (HubConfigReader.Result.Usable) reader.read(Optional.of(file));
    assertThat(usable.config().fleet().failoverMs()).isEqualTo(90_000);
  }

  @Test
  void an_unknown_flag_gets_a_suggestion() {
    assertThat(HubConfigReader.unknownKey(List.of("htpp.port")))
        .contains("there is no setting 'htpp.port'; did you mean 'http.port'?");
    assertThat(HubConfigReader.unknownKey(List.of("http.port"))).isEmpty();
  }

  private static HubConfigReader.Result.Usable usable(
      Map<String, String> flags, Map<String, String> environment, String yaml) {
    return (HubConfigReader.Result.Usable)
        new HubConfigReader(flags, environment).read(yaml, "hub.yaml");
  }

  private static String source(HubConfigReader.Result.Usable usable, String key) {
    return usable.settings().stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::source)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sentences(String yaml) {
    var wrong =
        (HubConfigReader.Result.Wrong)
            new HubConfigReader(Map.of(), Map.of()).read(yaml, "hub.yaml");
    return wrong.problems().stream().map(Problem::sentence).toList();
  }
}
