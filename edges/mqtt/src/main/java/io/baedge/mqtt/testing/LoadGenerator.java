package io.baedge.mqtt.testing;

import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.Ack;
import io.baedge.mqtt.client.ClientLimits;
import io.baedge.mqtt.client.ClientListener;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.CloseReason;
import io.baedge.mqtt.client.ConnectedInfo;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.client.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Many badges on one loop that publish telemetry with QoS 1 as fast as acknowledgements come: each
/// keeps a fixed number of messages under way.
public final class LoadGenerator implements AutoCloseable {
  private static final int PATIENCE_MS = 120_000;

  private final Load load;
  private final MqttLoop loop;
  private final List<Sender> senders = new ArrayList<>();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final AtomicInteger connected = new AtomicInteger();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  /// How many clients, messages under way for each, and payload bytes.
  public record Load(SiteId site, int clients, int underWay, int payloadBytes) {}

  /// What was measured.
  public record Result(long acknowledged, long refused, double seconds) {
    public double perSecond() {
      return acknowledged / seconds;
    }
  }

  private LoadGenerator(Load load, MqttLoop loop) {
    this.load = load;
    this.loop = loop;
  }

  /// Connects all clients, at most `atOnce` attempts open at a time, and returns when all are in.
  public static LoadGenerator connect(InetSocketAddress server, Load load, int atOnce)
      throws IOException {
    LoadGenerator generator = new LoadGenerator(load, MqttLoop.start("load"));
    ClientLimits limits =
        ClientLimits.DEFAULT
            .withMaxOutstanding(load.underWay())
            .withTimeouts(PATIENCE_MS, PATIENCE_MS);
    for (int i = 0; i < load.clients(); i++) {
      int number = i;
      generator.await(() -> number - generator.connected.get() < atOnce);
      DeviceId device = TestIds.device(i);
      Sender sender = generator.new Sender(device);
      ClientOptions options = ClientOptions.of(server, device.text()).withLimits(limits);
      generator.senders.add(sender);
      sender.client = generator.loop.connect(options, sender);
    }
    generator.await(() -> generator.connected.get() == load.clients());
    return generator;
  }

  /// Publishes for this long and counts what was acknowledged in that time.
  public Result run(long warmUpMs, long measureMs) {
    loop.execute(() -> senders.forEach(Sender::start));
    park(warmUpMs);
    long startNs = System.nanoTime();
    long before = acknowledged.sum();
    park(measureMs);
    long count = acknowledged.sum() - before;
    double seconds = (System.nanoTime() - startNs) / 1e9;
    loop.execute(() -> senders.forEach(Sender::stop));
    checkFailure();
    return new Result(count, refused.sum(), seconds);
  }

  public int connected() {
    return connected.get();
  }

  @Override
  public void close() {
    loop.close();
  }

  private void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      checkFailure();
      park(1);
    }
  }

  private static void park(long forMs) {
    long endNs = System.nanoTime() + forMs * 1_000_000;
    for (long left = forMs * 1_000_000; left > 0; left = endNs - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void checkFailure() {
    String text = failure.get();
    if (text != null) {
      throw new IllegalStateException("a client of the load generator failed: " + text);
    }
  }

  /// One badge; on the loop's thread.
  private final class Sender implements ClientListener {
    private final String topic;
    private final byte[] payload;
    private @Nullable MqttClient client;
    private boolean running;
    private long next;

    Sender(DeviceId device) {
      this.topic = Topics.up(load.site(), device, UpKind.TELEMETRY);
      this.payload = new byte[load.payloadBytes()];
    }

    void start() {
      running = true;
      for (int i = 0; i < load.underWay(); i++) {
        send();
      }
    }

    void stop() {
      running = false;
    }

    private void send() {
      MqttClient open = client;
      if (running && open != null) {
        open.publish(topic, payload, next++);
      }
    }

    @Override
    public void connected(ConnectedInfo info) {
      connected.incrementAndGet();
    }

    @Override
    public void refused(Refusal refusal) {
      failure.compareAndSet(null, refusal.toString());
    }

    @Override
    public void closed(CloseReason reason) {
      if (running || reason.kind() != CloseReason.Kind.LOCAL) {
        failure.compareAndSet(null, reason.toString());
      }
    }

    @Override
    public void message(String topic, byte[] payload, Ack ack) {
      ack.accept();
    }

    @Override
    public void published(long token, int reasonCode) {
      (reasonCode < 0x80 ? acknowledged : refused).increment();
      send();
    }
  }
}
