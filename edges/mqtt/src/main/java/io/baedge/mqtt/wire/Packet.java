package io.baedge.mqtt.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The MQTT 5 control packets that Baedge speaks: QoS 0 and 1, no enhanced authentication. Byte
/// arrays are handed over without a copy and must not be changed afterwards.
public sealed interface Packet {

  /// First packet of a client. `keepAliveS` 0 switches keep-alive off.
  record Connect(
      String clientId,
      boolean cleanStart,
      int keepAliveS,
      @Nullable Login login,
      @Nullable Will will,
      Properties properties)
      implements Packet {}

  /// The server's answer to CONNECT.
  record Connack(boolean sessionPresent, int reasonCode, Properties properties) implements Packet {}

  /// A message. `packetId` is 0 exactly for QoS 0.
  @SuppressWarnings("ArrayRecordComponent")
  record Publish(
      String topic,
      byte[] payload,
      int qos,
      boolean retain,
      boolean duplicate,
      int packetId,
      Properties properties)
      implements Packet {

    /// A message of QoS 0.
    public static Publish atMostOnce(String topic, byte[] payload) {
      return new Publish(topic, payload, 0, false, false, 0, Properties.NONE);
    }

    /// A message of QoS 1.
    public static Publish atLeastOnce(String topic, byte[] payload, int packetId) {
      return new Publish(topic, payload, 1, false, false, packetId, Properties.NONE);
    }
  }

  /// Answer to a message of QoS 1.
  record Puback(int packetId, int reasonCode, Properties properties) implements Packet {}

  /// Asks for topics.
  record Subscribe(int packetId, List<Filter> filters, Properties properties) implements Packet {
    public Subscribe {
      filters = List.copyOf(filters);
    }
  }

  /// Answer to SUBSCRIBE: the granted QoS or a failure code for each filter.
  record Suback(int packetId, List<Integer> reasonCodes, Properties properties) implements Packet {
    public Suback {
      reasonCodes = List.copyOf(reasonCodes);
    }
  }

  /// Sign of life of the client.
  record Pingreq() implements Packet {}

  /// Answer to PINGREQ.
  record Pingresp() implements Packet {}

  /// Last packet of either side.
  record Disconnect(int reasonCode, Properties properties) implements Packet {}

  /// User name and password of CONNECT, each optional.
  @SuppressWarnings("ArrayRecordComponent")
  record Login(@Nullable String user, byte @Nullable [] password) {}

  /// The message the server publishes when the connection ends without a DISCONNECT.
  @SuppressWarnings("ArrayRecordComponent")
  record Will(String topic, byte[] payload, int qos, boolean retain, Properties properties) {}

  /// One topic filter of SUBSCRIBE with the highest QoS wanted.
  record Filter(String pattern, int qos) {}
}
