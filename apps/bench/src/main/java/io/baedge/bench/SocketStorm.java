package io.baedge.bench;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Uplink;
import io.baedge.badge.uplink.UplinkOrders;
import io.baedge.badge.uplink.UplinkView;
import io.baedge.badge.uplink.Way;
import io.baedge.cli.CommandFailure;
import io.baedge.model.Now;
import io.baedge.model.desired.Cadence;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.badge.DeviceListener;
import io.baedge.mqtt.badge.DeviceSession;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.MqttLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Many real uplinks over real sockets to one hub, all on the thread of one loop.
final class SocketStorm implements AutoCloseable {
  private static final long EPOCH = 1;
  private static final long TICK_MS = 10;

  private final MqttLoop loop;
  private final InetSocketAddress hub;
  private final List<Device> devices = new ArrayList<>();
  private final LongAdder malformed = new LongAdder();

  /// What became of a storm.
  ///
  /// @param attempts of all devices since they were last counted
  /// @param mostOfOne most attempts of one device
  record Outcome(boolean all, double seconds, long attempts, long mostOfOne) {}

  private SocketStorm(MqttLoop loop, InetSocketAddress hub) {
    this.loop = loop;
    this.hub = hub;
  }

  /// Makes the devices, which do not connect before [#await].
  static SocketStorm of(InetSocketAddress hub, int count, Cadence cadence) {
    SocketStorm storm;
    try {
      storm = new SocketStorm(MqttLoop.start("storm"), hub);
    } catch (IOException e) {
      throw new CommandFailure("no selector can be opened: " + e.getMessage(), e);
    }
    for (int i = 0; i < count; i++) {
      storm.devices.add(storm.new Device(i, cadence));
    }
    return storm;
  }

  /// Lets time pass until all are in, or the limit is over.
  Outcome await(long limitMs) throws InterruptedException {
    long startNs = System.nanoTime();
    long[] before = ask(() -> devices.stream().mapToLong(Device::attempts).toArray());
    boolean all = false;
    while (!all && System.nanoTime() - startNs < limitMs * 1_000_000) {
      all = tick() == devices.size();
      Machine.pause(TICK_MS);
    }
    double seconds = (System.nanoTime() - startNs) / 1e9;
    long[] after = ask(() -> devices.stream().mapToLong(Device::attempts).toArray());
    long sum = 0;
    long most = 0;
    for (int i = 0; i < after.length; i++) {
      sum += after[i] - before[i];
      most = Math.max(most, after[i] - before[i]);
    }
    return new Outcome(all, seconds, sum, most);
  }

  /// Lets time pass for so long.
  void run(long forMs) throws InterruptedException {
    long startNs = System.nanoTime();
    while (System.nanoTime() - startNs < forMs * 1_000_000) {
      tick();
      Machine.pause(TICK_MS);
    }
  }

  /// How many are in session.
  int connected() throws InterruptedException {
    return ask(() -> (int) devices.stream().filter(Device::in).count());
  }

  private int tick() throws InterruptedException {
    return ask(
        () -> {
          int in = 0;
          for (Device device : devices) {
            device.tick();
            in += device.in() ? 1 : 0;
          }
          return in;
        });
  }

  private <T> T ask(Supplier<T> question) throws InterruptedException {
    var answer = new CompletableFuture<T>();
    loop.execute(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new CommandFailure("the storm fails: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    loop.close();
  }

  private static Now now() {
    return Now.synced(System.nanoTime() / 1_000_000, System.currentTimeMillis());
  }

  /// One device; on the loop's thread.
  private final class Device implements UplinkOrders {
    private final DeviceId id;
    private final Uplink uplink;
    private @Nullable DeviceSession session;
    private long serial;
    private boolean started;

    Device(int number, Cadence cadence) {
      id = DeviceId.ofPublicKey(("storm device " + number).getBytes(StandardCharsets.UTF_8));
      var ways = List.of(Way.anywhere(List.of(new HubAddress(hub.getHostString(), hub.getPort()))));
      var hello = new Status.Hello(1, List.of(), DeviceFacts.UNKNOWN);
      uplink = new Uplink(this, ways, EPOCH, hello, new SplittableRandom(number), true);
      uplink.cadence(cadence, 0);
    }

    long attempts() {
      return uplink.view(now().monoMs()).counters().attempts();
    }

    boolean in() {
      return uplink.view(now().monoMs()).state() == UplinkView.State.CONNECTED;
    }

    void tick() {
      Now now = now();
      if (!started) {
        started = true;
        uplink.start(now);
        uplink.radio(true, 0, 0, now);
      }
      if (uplink.deadlineMonoMs() <= now.monoMs()) {
        uplink.tick(0, now);
      }
    }

    @Override
    public void connect(int index, Status will, long keepAliveMs, long timeoutMs) {
      var opening =
          new DeviceSession.Opening(
              new SiteId(HubChild.SITE),
              id,
              new Carrier.Plain(hub),
              will,
              keepAliveMs,
              timeoutMs,
              malformed);
      long mine = ++serial;
      // Not within the uplink's own turn: an answer may come at once.
      loop.execute(
          () -> {
            if (mine == serial) {
              session = DeviceSession.open(loop, opening, new Ears(mine));
            }
          });
    }

    @Override
    public void join(String network) {
      // Its only network is there.
    }

    @Override
    public void disconnect(String reason, Optional<Status> last) {
      serial++;
      DeviceSession open = session;
      session = null;
      if (open != null) {
        open.vanish();
      }
    }

    @Override
    public void publish(long ticket, UpMessage message) {
      DeviceSession open = session;
      if (open != null) {
        open.publish(ticket, message);
      }
    }

    private final class Ears implements DeviceListener {
      private final long mine;

      Ears(long mine) {
        this.mine = mine;
      }

      @Override
      public void connected(long keepAliveMs, int receiveMaximum) {
        if (mine == serial) {
          uplink.connected(receiveMaximum, 0, now());
        }
      }

      @Override
      public void refused(String reason, long retryAfterMs) {
        if (mine == serial) {
          uplink.refused(reason, retryAfterMs, now());
        }
      }

      @Override
      public void failed(String reason) {
        if (mine == serial) {
          uplink.attemptFailed(reason, now());
        }
      }

      @Override
      public void closed(String reason) {
        if (mine == serial) {
          uplink.closed(reason, now());
        }
      }

      @Override
      public void heard(DownMessage message) {
        // What the hub wants of a badge does not matter here.
      }

      @Override
      public void published(long ticket) {
        uplink.received(ticket, now().monoMs());
      }

      @Override
      public void publishFailed(long ticket, String reason) {
        uplink.notTaken(ticket, reason, now().monoMs());
      }
    }
  }
}
