package io.baedge.badgelinux.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.tier.TierSettings;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Way;
import io.baedge.badgelinux.config.BadgeConfig.LogLevel;
import io.baedge.badgelinux.config.BadgeConfigReader.Result;
import io.baedge.kit.settings.Setting;
import io.baedge.model.tier.LocalApiUse;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.RadioUse;
import io.baedge.model.tier.TierTable;
import io.baedge.model.tier.UplinkTier;
import io.baedge.model.tier.WorkloadUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadgeConfigReaderTest {
  private static Result read(Map<String, String> flags, Map<String, String> env, String yaml) {
    return new BadgeConfigReader(flags, env).read(yaml, "badge.yaml");
  }

  private static BadgeConfig usable(
      Map<String, String> flags, Map<String, String> env, String yaml) {
    return switch (read(flags, env, yaml)) {
      case Result.Usable usable -> usable.config();
      case Result.Wrong(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String wrong(Map<String, String> flags, Map<String, String> env, String yaml) {
    return switch (read(flags, env, yaml)) {
      case Result.Usable usable -> throw new AssertionError("accepted: " + usable.config());
      case Result.Wrong(String sentence) -> sentence;
    };
  }

  private static String wrong(String yaml) {
    return wrong(Map.of(), Map.of(), yaml);
  }

  @Test
  void without_any_layer_the_defaults_start_where_the_original_crashed() {
    BadgeConfig config = usable(Map.of(), Map.of(), "");
    assertThat(config.glass().model().name()).isEqualTo("2in9b_V4");
    assertThat(config.glass().pace()).isEqualTo(1);
    assertThat(config.http()).isEqualTo(new BadgeConfig.Http("0.0.0.0", 2343, "", "Baedge"));
    assertThat(config.hubs()).isEmpty();
    assertThat(config.logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(config.texts()).isEmpty();
  }

  @Test
  void keys_of_the_HAT_with_keys_are_found_and_others_are_named() {
    assertThat(usable(Map.of("panel", "2in7_V2"), Map.of(), "").board().keys())
        .containsExactly(5, 6, 13, 19);
    assertThat(usable(Map.of("panel", "2in9_V2"), Map.of(), "").board().keys()).isEmpty();
    assertThat(usable(Map.of("panel", "emulated:2in7_V2"), Map.of(), "").board().keys()).isEmpty();
    BadgeConfig.Board board =
        usable(Map.of(), Map.of(), "buttons: {keys: [16, 20], press: [next], hold: [wearer]}")
            .board();
    assertThat(board.keys()).containsExactly(16, 20);
    assertThat(board.buttons().press()).containsExactly("next");
    assertThat(board.buttons().hold()).containsExactly("wearer");
    assertThat(usable(Map.of("buttons.keys", "16"), Map.of(), "").board().keys())
        .containsExactly(16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "buttons: {keys: [17]} | buttons.keys has '17'; it must be auto, none, or GPIO numbers",
        "buttons: {keys: [5, 5]} | buttons.keys has '5'",
        "buttons: {keys: [5, x]} | buttons.keys has 'x'",
        "buttons: {press: [Next]} | buttons.press has 'Next'; each must be the name of a screen",
        "buttons: {press: 'a,b,c,d,e,f,g,h,i'} | buttons.press has 9 entries; give at most 8",
        "buttons: {pres: next} | buttons.pres is unknown here",
        "gauge: pisugar4 | gauge is 'pisugar4'; did you mean",
        "tiers: {alarm: gouge} | tiers.alarm is 'gouge'; use none, gauge, emulated"
      })
  void what_a_board_does_not_have_is_a_sentence(String yaml, String words) {
    assertThat(wrong(yaml)).contains(words);
  }

  @Test
  void the_variables_of_the_original_are_understood() {
    BadgeConfig config =
        usable(
            Map.of(),
            Map.ofEntries(
                Map.entry("BAEDGE_SERVER_HOST", "127.0.0.1"),
                Map.entry("BAEDGE_SERVER_PORT", " 8080 "),
                Map.entry("BAEDGE_SERVER_NAME", "Mine"),
                Map.entry("BAEDGE_HARDWARE_MODEL", "2in7"),
                Map.entry("BAEDGE_HARDWARE_REVISION", "_v2"),
                Map.entry("LOG_LEVEL", "warning"),
                Map.entry("BAEDGE_WEARER_NAME", "Ada"),
                Map.entry("BAEDGE_WEARER_TITLE", "Speaker"),
                Map.entry("BAEDGE_WEARER_SOCIAL", "@ada"),
                Map.entry("BAEDGE_WEARER_LINK", "https://example.org/ada"),
                Map.entry("NOMAD_SHORT_ALLOC_ID", "1a2b3c4d"),
                Map.entry("NOMAD_ADDR_main", "10.0.12.34:2343"),
                Map.entry("NOMAD_VERSION", "1.9.3"),
                Map.entry("BAEDGE_SERVER_DEBUG", "true"),
                Map.entry("BAEDGE_FONTS_PATH", "/nowhere")),
            "");
    assertThat(config.http()).isEqualTo(new BadgeConfig.Http("127.0.0.1", 8080, "", "Mine"));
    assertThat(config.glass().model().name()).isEqualTo("2in7_V2");
    assertThat(config.logLevel()).isEqualTo(LogLevel.WARNING);
    assertThat(config.texts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "wearer.name", "Ada",
                "wearer.title", "Speaker",
                "wearer.social", "@ada",
                "wearer.link", "https://example.org/ada",
                "nomad.alloc", "1a2b3c4d",
                "nomad.address", "10.0.12.34:2343",
                "nomad.version", "1.9.3"));
  }

  @ParameterizedTest
  @CsvSource({
    "2in9b,_v3,2in9b_V3",
    "2in9b,_V4,2in9b_V4",
    "2IN13,_v4,2in13_V4",
    "2in7,,2in7",
    ",_v3,2in9b_V3"
  })
  void model_and_revision_of_the_original_name_the_panel_in_any_case(
      String model, String revision, String panel) {
    var environment = new java.util.TreeMap<String, String>();
    if (model != null) {
      environment.put("BAEDGE_HARDWARE_MODEL", model);
    }
    if (revision != null) {
      environment.put("BAEDGE_HARDWARE_REVISION", revision);
    }
    assertThat(usable(Map.of(), environment, "").glass().model().name()).isEqualTo(panel);
    environment.put("BAEDGE_BADGE_PANEL", "emulated:2in9d");
    assertThat(usable(Map.of(), environment, "").glass().model().name()).isEqualTo("2in9d");
  }

  @ParameterizedTest
  @CsvSource({
    "debug,DEBUG",
    "DEBUG,DEBUG",
    "Info,INFO",
    "warn,WARNING",
    "WARNING,WARNING",
    "error,ERROR"
  })
  void log_levels_are_understood_in_any_case(String word, LogLevel level) {
    assertThat(usable(Map.of(), Map.of("LOG_LEVEL", word), "").logLevel()).isEqualTo(level);
  }

  @Test
  void flags_beat_environment_beats_file_and_each_setting_names_its_source() {
    Result result =
        read(
            Map.of("http.port", "1"),
            Map.of("BAEDGE_SERVER_PORT", "2", "BAEDGE_BADGE_SITE", "env"),
            """
            site: file
            log_level: error
            http:
              port: 3
              token: secret
            """);
    var usable = (Result.Usable) result;
    assertThat(usable.config().http().port()).isEqualTo(1);
    assertThat(usable.config().site().text()).isEqualTo("env");
    assertThat(usable.config().http().token()).isEqualTo("secret");
    assertThat(usable.settings())
        .filteredOn(s -> !s.source().equals("default"))
        .extracting(Setting::key, Setting::value, Setting::source)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("http.port", "1", "flag"),
            org.assertj.core.groups.Tuple.tuple("site", "env", "BAEDGE_BADGE_SITE"),
            org.assertj.core.groups.Tuple.tuple("log_level", "error", "badge.yaml line 2"),
            org.assertj.core.groups.Tuple.tuple("http.token", "********", "badge.yaml line 5"));
  }

  @Test
  void hubs_are_a_list_in_the_file_or_a_text_with_commas() {
    var hubs =
        java.util.List.of(new HubAddress("hub-1.local", 1883), new HubAddress("[::1]", 1884));
    assertThat(usable(Map.of(), Map.of(), "hubs: [ 'hub-1.local:1883', '[::1]:1884' ]\n").hubs())
        .isEqualTo(hubs);
    assertThat(usable(Map.of(), Map.of(), "hubs: 'hub-1.local:1883, [::1]:1884'\n").hubs())
        .isEqualTo(hubs);
    assertThat(
            usable(
                    Map.of(),
                    Map.of("BAEDGE_BADGE_HUBS", "hub-1.local:1883,[::1]:1884,"),
                    "hubs: [ 'other:1' ]\n")
                .hubs())
        .isEqualTo(hubs);
  }

  @Test
  void uplinks_are_networks_in_order_each_with_its_hubs() {
    BadgeConfig config =
        usable(
            Map.of(),
            Map.of(),
            """
            uplinks:
              - {name: cable, over: ethernet, hubs: ['hub.local:1883', 'spare.local:1883']}
              - {over: wifi, network: Hall, hubs: 'hub.local:1883'}
              - {over: hotspot, network: My Phone, hubs: 'ws://hub.example/mqtt'}
              - {name: web, hubs: 'ws://hub.example:8080'}
              - hubs: ['wss://hub.example', 'wss://[::1]:2344/x', 'mqtts://hub.example']
            """);
    assertThat(config.ways())
        .extracting(Way::name)
        .containsExactly("cable", "uplink 2", "uplink 3", "web", "uplink 5");
    assertThat(config.ways().get(2).over()).isEqualTo(Way.Over.HOTSPOT);
    assertThat(config.ways().get(3).over()).isEqualTo(Way.Over.ANY);
    assertThat(config.hubs())
        .extracting(HubAddress::toString)
        .containsExactly(
            "hub.local:1883",
            "spare.local:1883",
            "hub.local:1883",
            "ws://hub.example:80/mqtt",
            "ws://hub.example:8080/mqtt",
            "wss://hub.example:443/mqtt",
            "wss://[::1]:2344/x",
            "mqtts://hub.example:8883");
  }

  @Test
  void a_badge_without_its_file_of_authorities_starts_all_the_same() {
    Result result =
        new BadgeConfigReader(Map.of(), Map.of()).read("tls: {ca: no-such-file.pem}", "badge.yaml");
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Usable.class,
            ok -> assertThat(ok.config().authorities()).hasValue(Path.of("no-such-file.pem")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uplinks: [{over: cable, hubs: 'a:1'}] | use one of any, ethernet, wifi, hotspot",
        "uplinks: [{over: wifi}] | names no hub",
        "uplinks: [{over: hotspot, hubs: 'a:1'}] | a hotspot is known by the name",
        "uplinks: [{hubs: 'https://a/mqtt'}] | it must be like hub.example:1883, ws://",
        "uplinks: [{hubs: 'a:1', nets: 1}] | nets",
        "{uplinks: [{hubs: 'a:1'}], hubs: 'b:1'} | are both given",
      })
  void wrong_uplinks_are_refused_in_words(String yaml, String word) {
    Result result = new BadgeConfigReader(Map.of(), Map.of()).read(yaml, "badge.yaml");
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Wrong.class, wrong -> assertThat(wrong.sentence()).contains(word));
  }

  @ParameterizedTest
  @CsvSource({
    "hub.example",
    ":1883",
    "hub:0",
    "hub:65536",
    "hub:99999999999",
    "hub:port",
    "::1:1883",
    "mqtt://hub:1883",
    "h ub:1883"
  })
  void a_hub_that_is_no_address_is_one_sentence(String hub) {
    assertThat(wrong(Map.of("hubs", hub), Map.of(), ""))
        .isEqualTo(
            "hubs (flag) has '"
                + hub
                + "'; it must be like hub.example:1883, ws://hub.example:80/mqtt"
                + " or wss://hub.example/mqtt");
  }

  @Test
  void more_hubs_than_the_bound_are_one_sentence() {
    assertThat(wrong(Map.of("hubs", "a:1,b:1,c:1,d:1,e:1,f:1,g:1,h:1,i:1"), Map.of(), ""))
        .isEqualTo("hubs (flag) names 9 hubs; give at most 8");
  }

  @Test
  void an_unknown_key_is_told_with_line_and_suggestion() {
    assertThat(wrong("site: a\npannel: emulated:2in9\n"))
        .startsWith("badge.yaml line 2, ")
        .contains("pannel")
        .contains("panel");
    assertThat(wrong("http:\n  prot: 1\n")).contains("line 2").contains("prot").contains("port");
  }

  @ParameterizedTest
  @CsvSource({"emulated:2in9b_V5,2in9b_V", "emulated:2inch9,2in", "emulated:,", "2in99,2in9"})
  void a_misspelt_panel_is_told_with_a_suggestion(String panel, String suggestion) {
    assertThat(wrong(Map.of("panel", panel), Map.of(), ""))
        .startsWith("panel (flag) is '" + panel + "'; ")
        .contains(suggestion == null ? "" : suggestion);
  }

  @Test
  void the_originals_variables_mean_a_real_panel_where_there_is_a_bus(@TempDir Path root)
      throws Exception {
    var environment = Map.of("BAEDGE_HARDWARE_MODEL", "2in9", "BAEDGE_HARDWARE_REVISION", "_V2");
    for (boolean bus : new boolean[] {false, true}) {
      if (bus) {
        Files.createDirectories(root.resolve("dev"));
        Files.createFile(root.resolve("dev/spidev0.0"));
      }
      Result read = new BadgeConfigReader(Map.of(), environment, root).read("", "");
      assertThat(read)
          .isInstanceOfSatisfying(
              Result.Usable.class,
              usable -> assertThat(usable.config().glass().emulated()).isNotEqualTo(bus));
    }
  }

  @Test
  void a_panel_is_real_unless_it_is_said_to_be_emulated() {
    var real = usable(Map.of("panel", "2in9_V2"), Map.of(), "").glass();
    assertThat(real.emulated()).isFalse();
    assertThat(real.model().name()).isEqualTo("2in9_V2");
    assertThat(usable(Map.of("panel", "emulated:2in9_V2"), Map.of(), "").glass().emulated())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http.port,abc,http.port",
    "http.port,65536,http.port",
    "http.port,-1,http.port",
    "http.port,'',http.port",
    "panel_pace,fast,panel_pace (flag) is 'fast'; it must be a number from 0 to 10",
    "panel_pace,NaN,panel_pace (flag) is 'NaN'",
    "panel_rotate,45,'panel_rotate (flag) is ''45''; it must be 0, 90, 180 or 270 (degrees,"
        + " clockwise), landscape or portrait'",
    "panel_pace,11,panel_pace (flag) is '11'",
    "log_level,loud,'log_level (flag) is ''loud''; use debug, info, warning or error'",
    "site,No Site,site",
    "state,'',state (flag) is ''; it must be the path of a directory"
  })
  void a_bad_value_is_one_sentence_that_names_it(String key, String value, String sentence) {
    assertThat(wrong(Map.of(key, value), Map.of(), ""))
        .startsWith(sentence.replace("is ;", "is '';"))
        .doesNotContain("\n")
        .doesNotContain("Exception");
  }

  @Test
  void a_path_with_a_zero_character_is_a_sentence_too() {
    assertThat(wrong(Map.of("state", "a\0b"), Map.of(), "")).contains("path of a directory");
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThat(
            wrong(
                Map.of("panel", "emulated:2in0"),
                Map.of("LOG_LEVEL", "loud", "BAEDGE_SERVER_PORT", "many"),
                "colour: red\nwearer:\n  nmae: Ada\n"))
        .contains("panel (flag) is", "log_level (LOG_LEVEL) is", "http.port", "colour", "nmae");
  }

  @Test
  void text_that_is_no_YAML_or_no_settings_is_one_sentence() {
    assertThat(wrong("a: [1\n")).startsWith("badge.yaml ");
    assertThat(wrong("- 1\n- 2\n")).contains("must hold settings");
    assertThat(wrong("site: " + "x".repeat(5_000) + "\n")).contains("site");
    assertThat(wrong("wearer:\n  name: " + "x".repeat(600) + "\n")).contains("name");
  }

  @Test
  void a_file_that_is_missing_or_huge_is_one_sentence(@TempDir Path directory) throws Exception {
    var reader = new BadgeConfigReader(Map.of(), Map.of());
    assertThat(reader.read(Optional.of(directory.resolve("none.yaml"))))
        .isEqualTo(
            new Result.Wrong(
                "there is no file "
                    + directory.resolve("none.yaml")
                    + "; give the path of a badge.yaml"));
    Path huge = directory.resolve("huge.yaml");
    Files.write(huge, new byte[257 * 1024]);
    assertThat(((Result.Wrong) reader.read(Optional.of(huge))).sentence())
        .contains("larger than 256 KiB");
    assertThat(reader.read(Optional.of(directory))).isInstanceOf(Result.Wrong.class);
    Path good = Files.writeString(directory.resolve("badge.yaml"), "site: camp\n");
    assertThat(((Result.Usable) reader.read(Optional.of(good))).config().site().text())
        .isEqualTo("camp");
  }

  @Test
  void without_a_word_the_tiers_are_those_of_the_default_table() {
    assertThat(usable(Map.of(), Map.of(), "").tiers()).isEqualTo(TierSettings.DEFAULT);
  }

  @Test
  void every_part_of_the_tier_table_can_be_set_in_every_layer() {
    BadgeConfig config =
        usable(
            Map.of("tiers.saver.radio", "duty"),
            Map.of("BAEDGE_BADGE_TIERS_LAST_GASP_ENTER_PERCENT", "10"),
            """
            tiers:
              dwell_s: 60
              alarm: emulated
              guard_percent: 5
              saver: {enter_percent: 50, leave_percent: 60, screens: [wearer, schedule]}
              essential: {local_api: read-only, workloads: run, contact_s: 120}
              offline: {sample_factor: 3, radio: on}
            """);
    TierTable table = config.tiers().table();
    assertThat(config.tiers().naps()).isTrue();
    assertThat(table.dwellMs()).isEqualTo(60_000);
    assertThat(table.guard()).isEqualTo(new TierTable.Band(5, 6));
    assertThat(table.limit(PowerTier.SAVER)).isEqualTo(new TierTable.Band(50, 60));
    assertThat(table.limit(PowerTier.LAST_GASP)).isEqualTo(new TierTable.Band(10, 12));
    assertThat(table.rules(PowerTier.SAVER).radio()).isEqualTo(RadioUse.DUTY);
    assertThat(table.rules(PowerTier.SAVER).screens()).containsExactly("wearer", "schedule");
    assertThat(table.rules(PowerTier.ESSENTIAL).localApi()).isEqualTo(LocalApiUse.READ_ONLY);
    assertThat(table.rules(PowerTier.ESSENTIAL).workloads()).isEqualTo(WorkloadUse.RUN);
    assertThat(table.rules(PowerTier.ESSENTIAL).contactAtLeastMs()).isEqualTo(120_000);
    assertThat(table.rules(UplinkTier.OFFLINE).sampleFactor()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tiers: {savr: {radio: on}} | tiers.savr is unknown here; did you mean 'saver'",
        "tiers: {saver: {radoi: on}} | tiers.saver.radoi is unknown here; did you mean 'radio'",
        "tiers: {saver: {radio: loud}} | tiers.saver.radio is 'loud'; use on, duty, off",
        "tiers: {saver: {enter_percent: 50}} | tiers.saver.leave_percent is 45; it must be above",
        "tiers: {saver: {enter_percent: 15, leave_percent: 19}} | tiers do not fit together",
        "tiers: {saver: {screens: wearr}} | tiers.saver.screens has 'wearr'; did you mean 'wearer'",
        "{screens: {folder: x}, tiers: {saver: {screens: Lunch}}} | tiers.saver.screens has"
            + " 'Lunch'; a screen is 1 to 32 small letters, digits and hyphens",
        "tiers: {dwell_s: 5000} | tiers.dwell_s is 5000; it must be from 0 to 3600"
      })
  void a_wrong_tier_table_is_refused_with_the_place_and_what_to_do(String yaml, String sentence) {
    assertThat(wrong(yaml)).contains(sentence.strip());
  }
}
