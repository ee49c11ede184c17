package io.baedge.hubserver.config;

import io.baedge.kit.settings.Key;
import io.baedge.kit.settings.Key.Kind;
import java.util.List;
import java.util.Locale;

/** The settings of a hub. The order of {@link #ALL} is the order in which people see them. */
final class HubKeys {
  static final Key SITE = key("site", Kind.TEXT, "main", "name of the site, part of every topic");
  static final Key DATA = key("data", Kind.TEXT, "baedge-data", "directory of the hub's files");
  static final Key HTTP_BIND =
      key("http.bind", Kind.TEXT, "127.0.0.1", "address on which console and API listen");
  static final Key HTTP_PORT =
      key("http.port", Kind.INTEGER, "2344", "port of console and API, 0 = any free one");
  static final Key HTTP_HOSTS =
      key("http.hosts", Kind.TEXT, "", "names of this hub in browsers, separated by commas");
  static final Key HTTP_TLS_CERTIFICATE =
      key("http.tls_certificate", Kind.TEXT, "", "PEM file; with it, HTTP and WebSockets need TLS");
  static final Key HTTP_TLS_KEY =
      key("http.tls_key", Kind.TEXT, "", "PEM file of the certificate's private key");
  static final Key HTTP_MISHAPS =
      key("http.mishaps", Kind.TEXT, "", "address at which a demo takes its mishaps");
  static final Key MQTT_BIND =
      key("mqtt.bind", Kind.TEXT, "0.0.0.0", "address on which badges connect");
  static final Key MQTT_PORT =
      key("mqtt.port", Kind.INTEGER, "1883", "port on which badges connect, 0 = any free one");
  static final Key MQTT_BROKER =
      key("mqtt.broker", Kind.TEXT, "", "mqtt://HOST:PORT of an external broker; empty = embedded");
  static final Key MQTT_USER = key("mqtt.user", Kind.TEXT, "", "user at the external broker");
  static final Key MQTT_PASSWORD = key("mqtt.password", Kind.SECRET, "", "its password");
  static final Key DATABASE_URL =
      key("database.url", Kind.TEXT, "", "jdbc:postgresql://…; empty = SQLite in data");
  static final Key DATABASE_USER =
      key("database.user", Kind.TEXT, "", "user of the PostgreSQL database");
  static final Key DATABASE_PASSWORD = key("database.password", Kind.SECRET, "", "its password");
  static final Key ADMISSION =
      key("fleet.admission_per_second", Kind.INTEGER, "200", "connects per second served");
  static final Key KEEP_ALIVES =
      key("fleet.keep_alives_per_second", Kind.INTEGER, "200", "signs of life seen in a second");
  static final Key LOST_AFTER =
      key("fleet.lost_after", Kind.DURATION, "6h", "silence after which a badge is lost");
  static final Key FAILOVER =
      key("fleet.failover", Kind.DURATION, "5m", "time for badges to return after a start");

  static final List<Key> ALL =
      List.of(
          SITE,
          DATA,
          HTTP_BIND,
          HTTP_PORT,
          HTTP_HOSTS,
          HTTP_TLS_CERTIFICATE,
          HTTP_TLS_KEY,
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

  private HubKeys() {}

  private static Key key(String path, Kind kind, String otherwise, String about) {
    String variable = "BAEDGE_HUB_" + path.toUpperCase(Locale.ROOT).replace('.', '_');
    return new Key(path, kind, otherwise, about, List.of(variable));
  }
}
