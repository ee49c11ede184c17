package io.baedge.hubserver.config;

import java.util.List;
import java.util.Locale;

/** A setting that exists. The order of {@link #ALL} is the order in which people see them. */
record Key(String path, Kind kind, String otherwise, String about) {
  /** How the text of an environment variable or a flag becomes a value. */
  enum Kind {
    TEXT,
    SECRET,
    INTEGER,
    DURATION
  }

  static final Key SITE =
      new Key("site", Kind.TEXT, "main", "name of the site, part of every topic");
  static final Key DATA = new Key("data", Kind.TEXT, "baedge-data", "directory of the hub's files");
  static final Key HTTP_BIND =
      new Key("http.bind", Kind.TEXT, "127.0.0.1", "address on which console and API listen");
  static final Key HTTP_PORT =
      new Key("http.port", Kind.INTEGER, "2344", "port of console and API, 0 = any free one");
  static final Key HTTP_HOSTS =
      new Key("http.hosts", Kind.TEXT, "", "names of this hub in browsers, separated by commas");
  static final Key HTTP_MISHAPS =
      new Key("http.mishaps", Kind.TEXT, "", "address at which a demo takes its mishaps");
  static final Key MQTT_BIND =
      new Key("mqtt.bind", Kind.TEXT, "0.0.0.0", "address on which badges connect");
  static final Key MQTT_PORT =
      new Key("mqtt.port", Kind.INTEGER, "1883", "port on which badges connect, 0 = any free one");
  static final Key MQTT_BROKER =
      new Key(
          "mqtt.broker", Kind.TEXT, "", "mqtt://HOST:PORT of an external broker; empty = embedded");
  static final Key MQTT_USER = new Key("mqtt.user", Kind.TEXT, "", "user at the external broker");
  static final Key MQTT_PASSWORD = new Key("mqtt.password", Kind.SECRET, "", "its password");
  static final Key DATABASE_URL =
      new Key("database.url", Kind.TEXT, "", "jdbc:postgresql://…; empty = SQLite in data");
  static final Key DATABASE_USER =
      new Key("database.user", Kind.TEXT, "", "user of the PostgreSQL database");
  static final Key DATABASE_PASSWORD =
      new Key("database.password", Kind.SECRET, "", "its password");
  static final Key ADMISSION =
      new Key("fleet.admission_per_second", Kind.INTEGER, "200", "connects per second served");
  static final Key KEEP_ALIVES =
      new Key(
          "fleet.keep_alives_per_second", Kind.INTEGER, "200", "signs of life seen in a second");
  static final Key LOST_AFTER =
      new Key("fleet.lost_after", Kind.DURATION, "6h", "silence after which a badge is lost");
  static final Key FAILOVER =
      new Key("fleet.failover", Kind.DURATION, "5m", "time for badges to return after a start");

  static final List<Key> ALL =
      List.of(
          SITE,
          DATA,
          HTTP_BIND,
          HTTP_PORT,
          HTTP_HOSTS,
          HTTP_MISHAPS,
          MQTT_BIND,
          MQTT_PORT,
          MQTT_BROKER,
          MQTT_USER,
          MQTT_PASSWORD,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          ADMISSION,
          KEEP_ALIVES,
          LOST_AFTER,
          FAILOVER);

  /** The environment variable of this setting. */
  String variable() {
    return "BAEDGE_HUB_" + path.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The name in its section. */
  String leaf() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  int otherwiseNumber() {
    return Integer.parseInt(otherwise);
  }
}
