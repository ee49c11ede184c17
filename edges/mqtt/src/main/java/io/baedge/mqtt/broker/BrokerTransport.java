package io.baedge.mqtt.broker;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.Topic;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.Receipt;
import io.baedge.mqtt.hub.TransportCounter;
import io.baedge.mqtt.hub.TransportMetrics;
import io.baedge.mqtt.wire.ReasonCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The hub on an external broker: subscribes plainly to the partitions it owns, acknowledges to the
/// broker after the commit, and says on its retained status topic (also its will) whether it is
/// there. Connects again by itself. The broker's rights must keep devices to their own topics.
public final class BrokerTransport implements HubTransport {
  private static final Logger LOG = System.getLogger("io.baedge.mqtt");
  private static final long CLOSE_LIMIT_S = 5;

  private final BrokerSettings settings;
  private final String statusTopic;
  private final TransportMetrics metrics = new TransportMetrics();
  private final AtomicInteger uncommitted = new AtomicInteger();
  private final AtomicInteger outstanding = new AtomicInteger();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final ExecutorService worker;
  private final Mqtt5AsyncClient client;
  private volatile boolean ready;
  private volatile boolean closing;
  private volatile @Nullable Listener listener;

  public BrokerTransport(BrokerSettings settings) {
    this.settings = settings;
    this.statusTopic = Topics.name(settings.identity().statusTopic());
    this.worker =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("broker-messages").daemon(true).factory());
    this.client = BrokerClient.build(settings, this::connected, this::disconnected);
  }

  @Override
  public CompletionStage<Void> start(Listener chosen) {
    listener = chosen;
    BrokerClient.connect(client, settings)
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                started.completeExceptionally(failure);
              }
            });
    return started;
  }

  @Override
  public Sent send(DeviceId device, DownKind kind, byte[] payload) {
    if (!ready) {
      metrics.count(TransportCounter.OUT_NOT_CONNECTED);
      return Sent.NOT_CONNECTED;
    }
    if (outstanding.incrementAndGet() > settings.maxOutstanding()) {
      outstanding.decrementAndGet();
      metrics.count(TransportCounter.OUT_BUSY);
      return Sent.BUSY;
    }
    metrics.count(TransportCounter.MESSAGES_OUT);
    metrics.count(TransportCounter.BYTES_OUT, payload.length);
    client
        .publishWith()
        .topic(Topics.down(settings.identity().site(), device, kind))
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .send()
        .whenComplete(
            (_, failure) -> {
              outstanding.decrementAndGet();
              if (failure != null) {
                metrics.count(TransportCounter.OUT_REFUSED);
              }
            });
    return Sent.HANDED_OVER;
  }

  /// A client cannot end the connections of others: the broker's rights have to do it.
  @Override
  public void disconnect(DeviceId device, int reasonCode, String reason) {
    LOG.log(
        Level.DEBUG,
        "the broker keeps the connection of {0}, which should end: {1}",
        device,
        reason);
  }

  @Override
  public TransportMetrics metrics() {
    return metrics;
  }

  @Override
  public void close() {
    if (closing) {
      return;
    }
    closing = true;
    CompletableFuture<?> goodBye =
        ready
            ? publishStatus(settings.identity().offline()).thenCompose(_ -> client.disconnect())
            : client.disconnect();
    ready = false;
    try {
      goodBye.get(CLOSE_LIMIT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "no good-bye to the broker; its will speaks for the hub", e);
    }
    worker.shutdown();
    metrics.connections(0);
  }

  /// On every connection, first and later: subscribe, then say that the hub is there. The library
  /// forgets the receiver of messages with the session, so it is named each time.
  private void connected() {
    metrics.count(TransportCounter.CONNECTS);
    client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, this::work, true);
    BrokerClient.subscribe(client, settings.identity())
        .thenCompose(_ -> publishStatus(settings.identity().online()))
        .whenComplete(
            (_, failure) -> {
              if (failure == null) {
                ready = true;
                metrics.connections(1);
                started.complete(null);
              } else {
                LOG.log(
                    Level.WARNING,
                    "the broker refuses the hub''s topics ({0}): give the hub the right to read and"
                        + " write baedge/v1/#",
                    failure.getMessage());
              }
            });
  }

  private void disconnected(MqttClientDisconnectedContext context) {
    // State is sent again on every connect, and badges keep what is not acknowledged: nothing of
    // the old connection is worth repeating.
    context.getReconnector().resubscribeIfSessionExpired(false).republishIfSessionExpired(false);
    if (ready && !closing) {
      metrics.count(TransportCounter.BROKER_LOSSES);
      LOG.log(
          Level.WARNING,
          "lost the broker {0}:{1} ({2}); connecting again",
          settings.host(),
          Integer.toString(settings.port()),
          context.getCause().getMessage());
    }
    ready = false;
    metrics.connections(0);
  }

  private CompletableFuture<?> publishStatus(byte[] payload) {
    return client
        .publishWith()
        .topic(statusTopic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .payload(payload)
        .send();
  }

  /// The library still reports the end of the session when the worker has gone home.
  private void work(Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.TRACE, "the transport is closed", e);
    }
  }

  /// On the worker's thread, one at a time.
  private void arrived(Mqtt5Publish publish) {
    Listener hub = listener;
    Optional<Topic.Up> topic = own(publish.getTopic().toString());
    if (hub == null || topic.isEmpty()) {
      metrics.count(TransportCounter.FOREIGN_TOPIC);
      publish.acknowledge();
      return;
    }
    byte[] payload = publish.getPayloadAsBytes();
    metrics.count(TransportCounter.MESSAGES_IN);
    metrics.count(TransportCounter.BYTES_IN, payload.length);
    metrics.uncommitted(uncommitted.incrementAndGet());
    Receipt receipt = new BrokerReceipt(publish);
    try {
      hub.message(topic.get().device(), topic.get().kind(), payload, receipt);
    } catch (RuntimeException e) {
      metrics.count(TransportCounter.LISTENER_FAILURES);
      LOG.log(Level.ERROR, "the hub failed to take a message", e);
      receipt.refuse(ReasonCode.IMPLEMENTATION_ERROR);
    }
  }

  private Optional<Topic.Up> own(String name) {
    return Topics.parse(name)
        .filter(Topic.Up.class::isInstance)
        .map(Topic.Up.class::cast)
        .filter(up -> up.site().equals(settings.identity().site()))
        .filter(up -> settings.identity().partitions().contains(up.device().partition()));
  }

  /// The broker knows no refusal from its subscribers, so both answers acknowledge.
  private final class BrokerReceipt implements Receipt {
    private final Mqtt5Publish publish;
    private final AtomicBoolean done = new AtomicBoolean();

    BrokerReceipt(Mqtt5Publish publish) {
      this.publish = publish;
    }

    @Override
    public void accept() {
      answer(TransportCounter.ACCEPTED);
    }

    @Override
    public void refuse(int reasonCode) {
      answer(TransportCounter.REFUSED_MESSAGES);
    }

    private void answer(TransportCounter counter) {
      if (done.compareAndSet(false, true)) {
        metrics.count(counter);
        metrics.uncommitted(uncommitted.decrementAndGet());
        publish.acknowledge();
      }
    }
  }
}
