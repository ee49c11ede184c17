package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.mqtt.badge.DeviceListener;
import io.baedge.mqtt.badge.DeviceSession;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.MqttLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Many devices on one loop. Each says who it is, and on request publishes telemetry as fast as the
/// hub's receipts come: a fixed number of messages of each is under way.
final class HubLoad implements AutoCloseable {
  private static final long PATIENCE_MS = 60_000;
  private static final int AT_ONCE = 100;
  private static final long EPOCH = 1;
  private static final long KEEP_ALIVE_MS = 300_000;
  private static final long GREETING = -1;

  private final Plan plan;
  private final MqttLoop loop;
  private final List<Sender> senders = new ArrayList<>();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder malformed = new LongAdder();
  private final AtomicInteger greeted = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  /// How many devices, messages of each under way, and samples in a message.
  record Plan(int devices, int underWay, int batch) {}

  private HubLoad(Plan plan, MqttLoop loop) {
    this.plan = plan;
    this.loop = loop;
  }

  /// Connects all devices and returns when the hub has taken the greeting of each.
  static HubLoad connect(InetSocketAddress hub, Plan plan) {
    HubLoad load;
    try {
      load = new HubLoad(plan, MqttLoop.start("load"));
    } catch (IOException e) {
      throw new CommandFailure("no selector can be opened: " + e.getMessage(), e);
    }
    try {
      for (int i = 0; i < plan.devices(); i++) {
        int number = i;
        load.await("devices connect", () -> number - load.greeted.get() < AT_ONCE);
        load.senders.add(load.new Sender(hub, number));
      }
      load.await("all devices are in", () -> load.greeted.get() == plan.devices());
      return load;
    } catch (RuntimeException e) {
      load.close();
      throw e;
    }
  }

  /// Every device begins to publish.
  void start() {
    loop.execute(() -> senders.forEach(Sender::start));
  }

  /// No device publishes any more; returns when every receipt has come.
  void stop() {
    loop.execute(() -> senders.forEach(sender -> sender.running = false));
    await("every message has its receipt", () -> underWay.get() == 0);
  }

  /// Messages of telemetry that the hub has committed.
  long acknowledged() {
    String text = failure.get();
    if (text != null) {
      throw new CommandFailure("the hub fails under load: " + text);
    }
    return acknowledged.sum();
  }

  @Override
  public void close() {
    loop.close();
  }

  private void await(String what, BooleanSupplier condition) {
    long endNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (!condition.getAsBoolean()) {
      acknowledged();
      if (System.nanoTime() > endNs) {
        throw new CommandFailure(
            "not after " + PATIENCE_MS / 1_000 + " s: " + what + "; the machine is too busy");
      }
      Machine.pause(1);
    }
  }

  private void fail(String reason) {
    failure.compareAndSet(null, reason);
  }

  /// One device; on the loop's thread once it is open.
  private final class Sender implements DeviceListener {
    private final SteadyReadings readings;
    private final ArrayDeque<Long> firsts = new ArrayDeque<>();
    private @Nullable DeviceSession session;
    private boolean running;

    Sender(InetSocketAddress hub, int number) {
      readings = new SteadyReadings(number);
      DeviceId device =
          DeviceId.ofPublicKey(("bench device " + number).getBytes(StandardCharsets.UTF_8));
      var opening =
          new DeviceSession.Opening(
              new SiteId(HubChild.SITE),
              device,
              new Carrier.Plain(hub),
              status(Status.Phase.GONE, Optional.empty()),
              KEEP_ALIVE_MS,
              PATIENCE_MS,
              malformed);
      loop.execute(() -> session = DeviceSession.open(loop, opening, this));
    }

    void start() {
      running = true;
      for (int i = 0; i < plan.underWay(); i++) {
        send();
      }
    }

    private void send() {
      DeviceSession open = session;
      if (!running || open == null) {
        return;
      }
      long first = readings.next();
      long low = firsts.isEmpty() ? first : firsts.getFirst();
      var message = new Telemetry(EPOCH, low, monoMs(), readings.take(plan.batch()));
      if (open.publish(first, message)) {
        firsts.addLast(first);
        underWay.incrementAndGet();
      } else {
        fail("a session takes no more with " + firsts.size() + " messages under way");
      }
    }

    private static long monoMs() {
      return System.nanoTime() / 1_000_000;
    }

    private Status status(Status.Phase phase, Optional<Status.Hello> hello) {
      var now = Now.synced(monoMs(), System.currentTimeMillis());
      return new Status(phase, 1, now, new Status.StreamEnd(EPOCH, 0), 2 * KEEP_ALIVE_MS, hello);
    }

    @Override
    public void connected(long keepAliveMs, int receiveMaximum) {
      if (plan.underWay() > receiveMaximum) {
        fail("it allows only " + receiveMaximum + " messages of a device under way");
      }
      var hello = new Status.Hello(1, List.of(), DeviceFacts.UNKNOWN);
      DeviceSession open = session;
      if (open != null) {
        open.publish(GREETING, status(Status.Phase.ONLINE, Optional.of(hello)));
      }
    }

    @Override
    public void published(long ticket) {
      if (ticket == GREETING) {
        greeted.incrementAndGet();
        return;
      }
      firsts.remove(ticket);
      acknowledged.increment();
      underWay.decrementAndGet();
      send();
    }

    @Override
    public void publishFailed(long ticket, String reason) {
      fail(reason);
    }

    @Override
    public void refused(String reason, long retryAfterMs) {
      fail(reason);
    }

    @Override
    public void failed(String reason) {
      fail(reason);
    }

    @Override
    public void closed(String reason) {
      fail(reason);
    }

    @Override
    public void heard(DownMessage message) {
      // A badge would forget what is acknowledged; the generator keeps nothing.
    }
  }
}
