package io.baedge.mqtt.client;

import io.baedge.mqtt.wire.Packet.Login;
import io.baedge.mqtt.wire.Packet.Will;
import io.baedge.mqtt.wire.Properties;
import io.baedge.mqtt.wire.Property;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// How to connect. The server must be resolved already (looking a name up can block for seconds,
/// and the loop has one thread for all clients); `keepAliveS` is what the client asks for (the
/// server may only lower it), 0 switches it off.
public record ClientOptions(
    Carrier carrier,
    String clientId,
    int keepAliveS,
    @Nullable Login login,
    @Nullable Will will,
    ClientLimits limits) {

  /// The keep-alive cap of a badge in seconds.
  public static final int KEEP_ALIVE_CAP_S = 300;

  public ClientOptions {
    if (keepAliveS < 0 || keepAliveS > 0xFFFF) {
      throw new IllegalArgumentException(
          "keepAliveS is " + keepAliveS + ": give 0 (off) to 65535 seconds");
    }
  }

  /// The usual options of a badge: cap keep-alive, no login, no will.
  public static ClientOptions of(InetSocketAddress server, String clientId) {
    return of(new Carrier.Plain(server), clientId);
  }

  /// The same over any carrier.
  public static ClientOptions of(Carrier carrier, String clientId) {
    return new ClientOptions(carrier, clientId, KEEP_ALIVE_CAP_S, null, null, ClientLimits.DEFAULT);
  }

  /// Where the server is.
  public InetSocketAddress server() {
    return carrier.server();
  }

  public ClientOptions withKeepAliveS(int seconds) {
    return new ClientOptions(carrier, clientId, seconds, login, will, limits);
  }

  /// User name and password; either may be absent.
  public ClientOptions withLogin(@Nullable String user, byte @Nullable [] password) {
    return new ClientOptions(
        carrier, clientId, keepAliveS, new Login(user, password), will, limits);
  }

  /// A will of QoS 1, not retained, that the server publishes `delayS` after an unannounced loss.
  public ClientOptions withWill(String topic, byte[] payload, long delayS) {
    Properties.Builder properties = Properties.builder();
    if (delayS > 0) {
      properties.whole(Property.WILL_DELAY_S, delayS);
    }
    return withWill(new Will(topic, payload, 1, false, properties.build()));
  }

  public ClientOptions withWill(Will chosen) {
    return new ClientOptions(carrier, clientId, keepAliveS, login, chosen, limits);
  }

  public ClientOptions withLimits(ClientLimits chosen) {
    return new ClientOptions(carrier, clientId, keepAliveS, login, will, chosen);
  }
}
