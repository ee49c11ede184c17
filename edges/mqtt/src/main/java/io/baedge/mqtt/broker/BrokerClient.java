package io.baedge.mqtt.broker;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import io.baedge.model.id.Partition;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.wire.Packet.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How the hub uses the client library: one Netty thread, no stored session at the broker, connects
/// again with growing delays.
final class BrokerClient {
  private static final int KEEP_ALIVE_S = 30;
  private static final long FIRST_RETRY_MS = 500;
  private static final long LAST_RETRY_MS = 15_000;

  private BrokerClient() {}

  static Mqtt5AsyncClient build(
      BrokerSettings settings, Runnable connected, MqttClientDisconnectedListener disconnected) {
    HubIdentity identity = settings.identity();
    Mqtt5ClientBuilder builder =
        Mqtt5Client.builder()
            .identifier("hub-" + identity.hub())
            .serverHost(settings.host())
            .serverPort(settings.port())
            .executorConfig()
            .nettyThreads(1)
            .applyExecutorConfig()
            .automaticReconnect()
            .initialDelay(FIRST_RETRY_MS, TimeUnit.MILLISECONDS)
            .maxDelay(LAST_RETRY_MS, TimeUnit.MILLISECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(_ -> connected.run())
            .addDisconnectedListener(disconnected)
            .willPublish()
            .topic(Topics.name(identity.statusTopic()))
            .qos(MqttQos.AT_LEAST_ONCE)
            .retain(true)
            .payload(identity.offline())
            .applyWillPublish();
    Mqtt5SimpleAuth login = login(settings.login());
    return (login == null ? builder : builder.simpleAuth(login)).buildAsync();
  }

  static CompletableFuture<?> connect(Mqtt5AsyncClient client, BrokerSettings settings) {
    return client
        .connectWith()
        .cleanStart(true)
        .sessionExpiryInterval(0)
        .keepAlive(KEEP_ALIVE_S)
        .restrictions()
        .receiveMaximum(settings.maxUncommitted())
        .applyRestrictions()
        .send();
  }

  /// Subscribes to everything the devices of the hub's partitions say.
  static CompletableFuture<?> subscribe(Mqtt5AsyncClient client, HubIdentity identity) {
    List<Mqtt5Subscription> wanted = new ArrayList<>();
    for (Partition partition : identity.partitions()) {
      for (UpKind kind : UpKind.values()) {
        wanted.add(
            Mqtt5Subscription.builder()
                .topicFilter(Topics.upFilter(identity.site(), partition, kind))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                .build());
      }
    }
    return client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(wanted).build());
  }

  private static @Nullable Mqtt5SimpleAuth login(@Nullable Login login) {
    if (login == null) {
      return null;
    }
    String user = login.user();
    byte[] password = login.password();
    if (user != null && password != null) {
      return Mqtt5SimpleAuth.builder().username(user).password(password).build();
    }
    if (user != null) {
      return Mqtt5SimpleAuth.builder().username(user).build();
    }
    return password == null ? null : Mqtt5SimpleAuth.builder().password(password).build();
  }
}
