package io.baedge.hubserver.endpoint;

import io.baedge.mqtt.client.Refusal;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import java.util.OptionalInt;

/// The properties the endpoint reads from CONNECT and writes into its answers. Numbers as in the
/// MQTT 5 standard, table 2-4.
final class Answers {
  private static final int SESSION_EXPIRY = 0x11;
  private static final int SERVER_KEEP_ALIVE = 0x13;
  private static final int WILL_DELAY = 0x18;
  private static final int REASON_STRING = 0x1F;
  private static final int RECEIVE_MAXIMUM = 0x21;
  private static final int MAXIMUM_QOS = 0x24;
  private static final int RETAIN_AVAILABLE = 0x25;
  private static final int MAXIMUM_PACKET_SIZE = 0x27;
  private static final int SUBSCRIPTION_ID_AVAILABLE = 0x29;
  private static final int SHARED_AVAILABLE = 0x2A;

  private Answers() {}

  /// What CONNACK says about this endpoint: no stored sessions, QoS 0 and 1, no shared
  /// subscriptions, and its limits. The keep-alive is named only when it is lower than asked.
  static MqttProperties accept(EndpointLimits limits, int askedS, int keepAliveS) {
    MqttProperties properties = new MqttProperties();
    properties.add(new IntegerProperty(SESSION_EXPIRY, 0));
    if (keepAliveS != askedS) {
      properties.add(new IntegerProperty(SERVER_KEEP_ALIVE, keepAliveS));
    }
    properties.add(new IntegerProperty(RECEIVE_MAXIMUM, limits.receiveMaximum()));
    properties.add(new IntegerProperty(MAXIMUM_QOS, 1));
    properties.add(new IntegerProperty(RETAIN_AVAILABLE, 0));
    properties.add(new IntegerProperty(MAXIMUM_PACKET_SIZE, limits.maxPacketBytes()));
    properties.add(new IntegerProperty(SUBSCRIPTION_ID_AVAILABLE, 0));
    properties.add(new IntegerProperty(SHARED_AVAILABLE, 0));
    return properties;
  }

  static MqttProperties reason(String text) {
    MqttProperties properties = new MqttProperties();
    properties.add(new StringProperty(REASON_STRING, text));
    return properties;
  }

  /// A reason and the slot at which to come back.
  static MqttProperties comeBack(String text, long retryAfterMs) {
    MqttProperties properties = reason(text);
    properties.add(new UserProperty(Refusal.RETRY_AFTER_MS, Long.toString(retryAfterMs)));
    return properties;
  }

  static int receiveMaximum(MqttProperties connect) {
    return whole(connect, RECEIVE_MAXIMUM).orElse(0xFFFF);
  }

  /// Largest packet the client takes.
  static int maximumPacketBytes(MqttProperties connect) {
    return whole(connect, MAXIMUM_PACKET_SIZE).orElse(Integer.MAX_VALUE);
  }

  static int willDelayS(MqttProperties will) {
    return whole(will, WILL_DELAY).orElse(0);
  }

  private static OptionalInt whole(MqttProperties properties, int number) {
    MqttProperty<?> property = properties.getProperty(number);
    return property instanceof IntegerProperty found && found.value() >= 0
        ? OptionalInt.of(found.value())
        : OptionalInt.empty();
  }
}
