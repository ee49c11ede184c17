package io.baedge.hubserver.config;

import io.baedge.model.id.SiteId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a hub process needs to know before it starts.
 *
 * @param site the site whose only store this hub keeps
 * @param data directory of everything the hub writes
 */
public record HubConfig(
    SiteId site, Path data, Http http, Mqtt mqtt, Database database, Fleet fleet) {

  /** Where the console and the API listen; port 0 lets the system choose. */
  public record Http(String bind, int port) {}

  /**
   * Where badges connect.
   *
   * @param port of the embedded endpoint; 0 lets the system choose
   * @param broker address of an external broker, for example {@code mqtt://broker:1883}; empty for
   *     the embedded endpoint
   */
  public record Mqtt(String bind, int port, Optional<String> broker) {}

  /**
   * Where the store is.
   *
   * @param url of a PostgreSQL database; empty for SQLite in the data directory
   */
  public record Database(Optional<String> url, String user, String password) {}

  /**
   * How the hub treats its fleet.
   *
   * @param admissionPerSecond connects per second that the hub serves (methods.md 1.2)
   * @param expectedBadges scales back-off and contact interval until the hub knows better
   * @param lostAfterMs silence after which a badge counts as lost
   * @param failoverMs after a start, how long badges that were not heard yet are unconfirmed
   */
  public record Fleet(
      int admissionPerSecond, int expectedBadges, long lostAfterMs, long failoverMs) {}
}
