package io.baedge.mqtt.client;

import io.baedge.mqtt.wire.Packet.Connack;
import io.baedge.mqtt.wire.Properties;
import io.baedge.mqtt.wire.Property;

/// What CONNACK said, defaults filled in: the keep-alive that holds (seconds, 0 = off), how many
/// messages of QoS 1 the server takes at a time, and its largest packet.
public record ConnectedInfo(
    boolean sessionPresent,
    int keepAliveS,
    int receiveMaximum,
    long maxPacketBytes,
    Properties properties) {

  static ConnectedInfo from(Connack connack, int askedKeepAliveS) {
    Properties said = connack.properties();
    return new ConnectedInfo(
        connack.sessionPresent(),
        (int) said.whole(Property.SERVER_KEEP_ALIVE_S).orElse(askedKeepAliveS),
        (int) said.whole(Property.RECEIVE_MAXIMUM).orElse(0xFFFF),
        said.whole(Property.MAXIMUM_PACKET_BYTES).orElse(Integer.MAX_VALUE),
        said);
  }
}
