package io.baedge.hubserver.config;

import io.baedge.model.id.SiteId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a hub process needs to know before it starts.
 *
 * @param site the site whose only store this hub keeps
 * @param data directory of everything the hub writes
 */
public record HubConfig(
    SiteId site, Path data, Http http, Mqtt mqtt, Database database, Fleet fleet) {

  /**
   * Where the console and the API listen.
   *
   * @param port 0 lets the system choose
   * @param hosts names by which browsers may call this hub, beside addresses and localhost
   * @param mishaps address at which a demo takes its mishaps; empty for a real conference
   * @param tls what the hub shows who it is with; empty for HTTP without TLS
   */
  public record Http(
      String bind, int port, List<String> hosts, Optional<URI> mishaps, Optional<Tls> tls) {
    public Http {
      hosts = List.copyOf(hosts);
    }

    /** Without TLS. */
    public Http(String bind, int port, List<String> hosts, Optional<URI> mishaps) {
      this(bind, port, hosts, mishaps, Optional.empty());
    }
  }

  /**
   * The files of a server's identity, in PEM.
   *
   * @param certificate its certificate and those between it and the CA
   * @param key its private key, in the form PKCS#8 or PKCS#1, without a password
   */
  public record Tls(Path certificate, Path key) {}

  /**
   * Where badges connect.
   *
   * @param port of the embedded endpoint; 0 lets the system choose
   * @param broker the external broker to use; empty for the embedded endpoint
   */
  public record Mqtt(String bind, int port, Optional<Broker> broker) {}

  /**
   * An external broker.
   *
   * @param user empty = the broker asks for none
   */
  public record Broker(String host, int port, String user, String password) {}

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
   * @param keepAlivesPerSecond signs of life that the hub should see in a second; with the size of
   *     the fleet it decides how often a badge must be heard (methods.md 1.5)
   * @param lostAfterMs silence after which a badge counts as lost
   * @param failoverMs after a start, how long badges that were not heard yet are unconfirmed
   */
  public record Fleet(
      int admissionPerSecond, int keepAlivesPerSecond, long lostAfterMs, long failoverMs) {}
}
