package io.baedge.hubserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.wire.ReasonCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.mqtt.MqttEndpoint;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeerTest {
  private final List<String> sent = new ArrayList<>();
  private boolean connected = true;

  /// Like the real one it throws when its socket has closed, which may not have been told yet.
  private Object answer(String method) {
    return switch (method) {
      case "isConnected" -> connected;
      case "protocolVersion" -> Peer.MQTT_5;
      case "connectProperties" -> MqttProperties.NO_PROPERTIES;
      default -> {
        if (!connected) {
          throw new IllegalArgumentException("Connection not accepted yet");
        }
        sent.add(method);
        yield method.equals("publish") ? Future.succeededFuture(1) : null;
      }
    };
  }

  private Peer peer() {
    var endpoint =
        (MqttEndpoint)
            Proxy.newProxyInstance(
                PeerTest.class.getClassLoader(),
                new Class<?>[] {MqttEndpoint.class},
                (_, method, _) -> answer(method.getName()));
    return new Peer(endpoint, 60, 0);
  }

  @Test
  void an_open_socket_is_written_to() {
    Peer peer = peer();
    peer.acknowledge(1, 0);
    peer.acknowledge(2, ReasonCode.QUOTA_EXCEEDED);
    assertThat(peer.publish("a", new byte[0], MqttQoS.AT_LEAST_ONCE, false, 1).succeeded())
        .isTrue();
    peer.disconnect(ReasonCode.QUOTA_EXCEEDED, "busy");
    assertThat(sent)
        .containsExactly("publishAcknowledge", "publishAcknowledge", "publish", "disconnect");
  }

  @Test
  void a_socket_that_closed_with_messages_in_flight_takes_nothing_and_throws_nothing() {
    Peer peer = peer();
    connected = false;
    peer.acknowledge(1, 0);
    peer.acknowledge(2, ReasonCode.QUOTA_EXCEEDED);
    assertThat(peer.publish("a", new byte[0], MqttQoS.AT_LEAST_ONCE, false, 1).failed()).isTrue();
    peer.disconnect(ReasonCode.QUOTA_EXCEEDED, "busy");
    assertThat(peer.isOpen()).isFalse();
    assertThat(sent).isEmpty();
  }
}
