package io.baedge.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.HubTransport.Sent;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.HubTransportContract;
import io.baedge.mqtt.testing.Mosquitto;
import io.baedge.mqtt.testing.RecordingBadge;
import io.baedge.mqtt.wire.Packet.Login;
import io.baedge.testing.EnabledIfProgram;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The contract on Mosquitto, and what only a broker can do: die and come back.
@EnabledIfProgram("mosquitto")
class BrokerTransportContractTest extends HubTransportContract {
  private Mosquitto broker;

  @Override
  protected HubTransport create(HubIdentity identity) {
    broker = Mosquitto.start();
    return new BrokerTransport(
        BrokerSettings.of(
            identity, "127.0.0.1", broker.port(), new Login(Mosquitto.HUB_USER, null)));
  }

  @Override
  protected InetSocketAddress address() {
    return broker.address();
  }

  @AfterEach
  @Override
  protected void shut() {
    super.shut();
    broker.close();
  }

  @Test
  void a_broker_that_dies_and_comes_back_is_used_again() {
    broker.kill();
    Await.until("the loss to be noticed", () -> transport.metrics().connections() == 0);
    assertThat(transport.send(DEVICE, DownKind.DESIRED, bytes("lost")))
        .isEqualTo(Sent.NOT_CONNECTED);

    broker.restart();

    Await.until("a new connection", () -> transport.metrics().connections() == 1);
    assertThat(transport.metrics().get(TransportCounter.BROKER_LOSSES)).isEqualTo(1);
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    subscribe(client, DEVICE, badge);
    publish(client, DEVICE, UpKind.STATUS, "after the storm", 1);
    assertThat(hub.awaitMessage().text()).isEqualTo("after the storm");
    transport.send(DEVICE, DownKind.DESIRED, bytes("state again"));
    assertThat(awaitDown(badge).text()).isEqualTo("state again");
  }
}
