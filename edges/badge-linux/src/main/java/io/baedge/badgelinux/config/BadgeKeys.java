package io.baedge.badgelinux.config;

import io.baedge.badge.BadgeSettings;
import io.baedge.badge.local.ButtonPlan;
import io.baedge.badgelinux.gauge.GaugeKind;
import io.baedge.kit.settings.Key;
import io.baedge.kit.settings.Key.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The settings of a badge process. Each has an environment variable {@code BAEDGE_BADGE_…}; those
 * that the Python original had answer to its variables too.
 */
public final class BadgeKeys {
  static final Key SITE = key("site", Kind.TEXT, "main", "site the badge belongs to");
  static final Key STATE = key("state", Kind.TEXT, "baedge-badge", "directory the badge writes");
  static final Key PANEL =
      key("panel", Kind.TEXT, "emulated:2in9b_V4", "panel as MODEL; emulated:MODEL on any machine");
  static final Key PANEL_PACE =
      key("panel_pace", Kind.TEXT, "1", "speed of an emulated panel: 1 = real, 0 = at once");
  static final Key PANEL_ROTATE =
      key(
          "panel_rotate",
          Kind.TEXT,
          "0",
          "turn of pictures, clockwise: 0 or landscape, 90 or portrait, 180, 270");
  static final Key GAUGE =
      key(
          "gauge",
          Kind.TEXT,
          "auto",
          "what measures the battery: " + String.join(", ", GaugeKind.words()));
  static final Key BUTTON_KEYS =
      key("buttons.keys", Kind.TEXT, "auto", "GPIO of the keys: auto, none, or like 5, 6, 13, 19");
  static final Key BUTTON_PRESS =
      key(
          "buttons.press",
          Kind.TEXT,
          String.join(", ", BadgeSettings.Bounds.BUTTONS.press()),
          "what each button does: a screen, or " + String.join(", ", ButtonPlan.WORDS));
  static final Key BUTTON_HOLD =
      key(
          "buttons.hold",
          Kind.TEXT,
          String.join(", ", BadgeSettings.Bounds.BUTTONS.hold()),
          "what each button does when it is held");
  static final Key BUTTON_ROTATION =
      key(
          "buttons.rotation",
          Kind.TEXT,
          String.join(", ", BadgeSettings.Bounds.BUTTONS.rotation()),
          "the screens that next goes through");
  static final Key SCREENS_FOLDER =
      key("screens.folder", Kind.TEXT, "", "folder of own screens: *.yaml and pictures");
  static final Key SCREENS_THEME =
      key("screens.theme", Kind.TEXT, "", "file of a conference's look, such as theme.yaml");
  static final Key VALUES =
      // An address may carry a token.
      key("values", Kind.SECRET, "", "values of screens as NAME=FILE#POINTER or NAME=URL#POINTER");
  static final Key HUBS =
      key("hubs", Kind.TEXT, "", "hubs as host:port or wss://host/mqtt, tried in this order");
  static final Key UPLINKS =
      key("uplinks", Kind.TEXT, "", "networks in order of preference, each with hubs; file only");
  static final Key TLS_CA =
      key("tls.ca", Kind.TEXT, "", "PEM file of CAs that may sign a hub's certificate");
  static final Key HTTP_BIND =
      key("http.bind", Kind.TEXT, "0.0.0.0", "address of page and API", "BAEDGE_SERVER_HOST");
  static final Key HTTP_PORT =
      key("http.port", Kind.INTEGER, "2343", "port of page and API", "BAEDGE_SERVER_PORT");
  static final Key HTTP_TOKEN =
      key("http.token", Kind.SECRET, "", "if set, changes need it as bearer token");
  static final Key NAME =
      key("name", Kind.TEXT, "Baedge", "title of the page", "BAEDGE_SERVER_NAME");
  static final Key LOG_LEVEL =
      key("log_level", Kind.TEXT, "info", "debug, info, warning or error", "LOG_LEVEL");
  static final Key JOURNAL_MAX_MIB =
      key("journal.max_mib", Kind.INTEGER, "16", "most of the card that records take, MiB");
  static final Key JOURNAL_SEGMENT_KIB =
      key("journal.segment_kib", Kind.INTEGER, "256", "size of one file of records, KiB");
  static final Key WEARER_NAME = wearer("name");
  static final Key WEARER_TITLE = wearer("title");
  static final Key WEARER_SOCIAL = wearer("social");
  static final Key WEARER_LINK = wearer("link");
  static final Key NOMAD_ALLOC =
      key("nomad.alloc", Kind.TEXT, "", "allocation id", "NOMAD_SHORT_ALLOC_ID");
  static final Key NOMAD_ADDRESS =
      key("nomad.address", Kind.TEXT, "", "address of the allocation", "NOMAD_ADDR_main");
  static final Key NOMAD_VERSION =
      key("nomad.version", Kind.TEXT, "", "version of Nomad", "NOMAD_VERSION");

  /** All of them. */
  public static final List<Key> ALL =
      withTiers(
          SITE,
          STATE,
          PANEL,
          PANEL_PACE,
          PANEL_ROTATE,
          GAUGE,
          BUTTON_KEYS,
          BUTTON_PRESS,
          BUTTON_HOLD,
          BUTTON_ROTATION,
          SCREENS_FOLDER,
          SCREENS_THEME,
          VALUES,
          HUBS,
          UPLINKS,
          TLS_CA,
          HTTP_BIND,
          HTTP_PORT,
          HTTP_TOKEN,
          NAME,
          LOG_LEVEL,
          JOURNAL_MAX_MIB,
          JOURNAL_SEGMENT_KIB,
          WEARER_NAME,
          WEARER_TITLE,
          WEARER_SOCIAL,
          WEARER_LINK,
          NOMAD_ALLOC,
          NOMAD_ADDRESS,
          NOMAD_VERSION);

  private BadgeKeys() {}

  private static List<Key> withTiers(Key... others) {
    List<Key> all = new ArrayList<>(List.of(others));
    all.addAll(TierKeys.all());
    return List.copyOf(all);
  }

  private static Key wearer(String part) {
    return key(
        "wearer." + part,
        Kind.TEXT,
        "",
        "shown while the hub says nothing",
        "BAEDGE_WEARER_" + part.toUpperCase(Locale.ROOT));
  }

  private static Key key(
      String path, Kind kind, String otherwise, String about, String... original) {
    List<String> variables = new ArrayList<>();
    variables.add("BAEDGE_BADGE_" + path.toUpperCase(Locale.ROOT).replace('.', '_'));
    variables.addAll(List.of(original));
    return new Key(path, kind, otherwise, about, variables);
  }
}
