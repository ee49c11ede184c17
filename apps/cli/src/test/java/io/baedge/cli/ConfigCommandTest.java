package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir Path directory;

  @Test
  void each_setting_of_hub_and_badge_tells_its_value_and_where_it_is_from() throws Exception {
    Path hub = Files.writeString(directory.resolve("hub.yaml"), "site: camp\n");
    Path badge = Files.writeString(directory.resolve("badge.yaml"), "panel: emulated:2in9_V2\n");
    String[] asked = {
      "config", "--hub-file", hub.toString(), "--badge-file", badge.toString(), "--json"
    };
    Doc.Fields both = Cli.run(asked).document();
    assertThat(setting(both, "hub", "site")).isEqualTo("camp from " + hub + " line 1");
    assertThat(setting(both, "hub", "fleet.lost_after")).isEqualTo("6h from default");
    assertThat(setting(both, "badge", "panel"))
        .isEqualTo("emulated:2in9_V2 from " + badge + " line 1");
    assertThat(setting(both, "badge", "panel_pace")).isEqualTo("1 from default");
  }

  @Test
  void people_get_a_table_of_each() {
    assertThat(Cli.run("config").words().lines())
        .contains("hub", "badge")
        .anyMatch(line -> line.startsWith("mqtt.port") && line.contains("1883"))
        .anyMatch(line -> line.startsWith("panel_pace") && line.contains("default"));
  }

  private static String setting(Doc.Fields both, String of, String key) {
    return HubApi.list(HubApi.fields(both, of), "settings").stream()
        .filter(row -> HubApi.text(row, "key").equals(key))
        .map(row -> HubApi.text(row, "value") + " from " + HubApi.text(row, "source"))
        .findFirst()
        .orElse("nothing");
  }
}
