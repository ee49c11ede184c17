package io.baedge.hubserver.web;

import io.baedge.model.Now;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.Receipt;
import io.baedge.mqtt.hub.TransportMetrics;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Badges of a made-up conference behind the hub's transport port: they say hello, take what the hub
 * wants, draw it with the real screens and report it. One thread of their own plays all of them.
 */
final class FakeCrowd implements HubTransport {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final TransportMetrics metrics = new TransportMetrics();
  private final Map<DeviceId, FakeBadge> badges = new TreeMap<>();
  private volatile Listener hub = new Nobody();

  FakeCrowd(Collection<FakeBadge> badges) {
    badges.forEach(badge -> this.badges.put(badge.device(), badge));
  }

  private static final class Nobody implements Listener {
    @Override
    public void connected(DeviceId device, PeerInfo info) {}

    @Override
    public void closed(DeviceId device, String reason) {}

    @Override
    public void message(DeviceId device, UpKind kind, byte[] payload, Receipt receipt) {}
  }

  @Override
  public CompletionStage<Void> start(Listener listener) {
    hub = listener;
    return CompletableFuture.completedFuture(null);
  }

  /** Every badge connects and says what it measured before. */
  void connectAll() {
    run(() -> badges.values().forEach(this::connect));
  }

  private void connect(FakeBadge badge) {
    hub.connected(badge.device(), new PeerInfo("192.0.2.1", 5, 60));
    badge.hello(now()).forEach(message -> say(badge.device(), message));
  }

  /** The wearer of a badge presses a button that shows this screen. */
  void press(DeviceId device, String screen) {
    run(
        () -> {
          FakeBadge badge = badge(device);
          say(device, badge.choose(screen, now()));
        });
  }

  /** The connection of a badge breaks. */
  void cut(DeviceId device) {
    run(() -> hub.closed(device, "the radio went"));
  }

  /** A badge says that it is there, and what it measures. */
  void breathe(DeviceId device) {
    run(() -> badge(device).breathe(now()).forEach(message -> say(device, message)));
  }

  private FakeBadge badge(DeviceId device) {
    FakeBadge badge = badges.get(device);
    if (badge == null) {
      throw new IllegalArgumentException("no such device in the crowd: " + device);
    }
    return badge;
  }

  private void say(DeviceId device, UpMessage message) {
    UpKind kind =
        switch (message) {
          case io.baedge.model.message.Status _ -> UpKind.STATUS;
          case io.baedge.model.message.Telemetry _ -> UpKind.TELEMETRY;
          case io.baedge.model.message.Reported _ -> UpKind.REPORTED;
          case io.baedge.model.message.DeviceLog _ -> UpKind.LOG;
        };
    hub.message(device, kind, MessageCodec.encode(message), new Unread());
  }

  private static final class Unread implements Receipt {
    @Override
    public void accept() {}

    @Override
    public void refuse(int reasonCode) {}
  }

  @Override
  public Sent send(DeviceId device, DownKind kind, byte[] payload) {
    run(
        () -> {
          if (MessageCodec.decodeDown(payload) instanceof Decoded.Ok<DownMessage>(var message)) {
            badge(device).heard(message, now()).ifPresent(answer -> say(device, answer));
          }
        });
    return Sent.HANDED_OVER;
  }

  static Now now() {
    return Now.synced(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), System.currentTimeMillis());
  }

  private void run(Runnable task) {
    if (!thread.isShutdown()) {
      thread.execute(task);
    }
  }

  @Override
  public void disconnect(DeviceId device, int reasonCode, String reason) {}

  @Override
  public TransportMetrics metrics() {
    return metrics;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
