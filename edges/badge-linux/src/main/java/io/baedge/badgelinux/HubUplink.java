package io.baedge.badgelinux;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Way;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Status;
import io.baedge.mqtt.badge.DeviceListener;
import io.baedge.mqtt.badge.DeviceSession;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.client.TlsTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries the badge's messages over MQTT. What comes from an earlier session is ignored. */
final class HubUplink {
  private final MqttLoop loop;
  private final SiteId site;
  private final DeviceId device;
  private final List<HubAddress> hubs;
  private final boolean choosy;
  private final TlsTrust trust;
  private final LongAdder malformed = new LongAdder();
  private final AtomicLong current = new AtomicLong();
  private volatile @Nullable DeviceSession session;
  private CountDownLatch ended = new CountDownLatch(0);

  HubUplink(MqttLoop loop, SiteId site, DeviceId device, List<Way> ways, TlsTrust trust) {
    this.loop = loop;
    this.site = site;
    this.device = device;
    this.hubs = ways.stream().flatMap(way -> way.hubs().stream()).toList();
    this.choosy = ways.size() > 1;
    this.trust = trust;
  }

  /** Begins to connect; a name is looked up on a thread of its own, since that can take long. */
  void connect(BadgeEffect.Connect request, Consumer<BadgeEvent> tell) {
    long mine = current.incrementAndGet();
    HubAddress hub = hubs.get(request.uplink());
    Thread.ofVirtual()
        .name("hub-name")
        .start(
            () -> {
              try {
                open(request, tell, mine, carrier(hub, InetAddress.getByName(hub.host())));
              } catch (UnknownHostException e) {
                tellIf(mine, tell, new BadgeEvent.ConnectFailed("no host named " + hub.host()));
              } catch (IOException e) {
                String why = String.valueOf(e.getMessage());
                tellIf(mine, tell, new BadgeEvent.ConnectFailed(why));
              }
            });
  }

  private Carrier carrier(HubAddress hub, InetAddress address) throws IOException {
    var socket = new InetSocketAddress(address, hub.port());
    Carrier carrier =
        hub.carrier().isWebSocket()
            ? new Carrier.WebSocket(socket, hub.host() + ":" + hub.port(), hub.path())
            : new Carrier.Plain(socket);
    return hub.carrier().isSecure()
        ? new Carrier.Secure(carrier, trust.context(), withoutBrackets(hub.host()))
        : carrier;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private synchronized void open(
      BadgeEffect.Connect request, Consumer<BadgeEvent> tell, long mine, Carrier hub) {
    if (current.get() != mine) {
      return;
    }
    var ears = new Ears(mine, tell);
    ended = ears.ended;
    session =
        DeviceSession.open(
            loop,
            new DeviceSession.Opening(
                site,
                device,
                hub,
                request.will(),
                request.keepAliveMs(),
                request.timeoutMs(),
                malformed),
            ears);
  }

  /** Sends with a receipt. */
  void publish(BadgeEffect.Publish request, Consumer<BadgeEvent> tell) {
    DeviceSession open = session;
    if (open == null || !open.publish(request.ticket(), request.message())) {
      tell.accept(
          new BadgeEvent.PublishFailed(request.ticket(), "the session takes no message now"));
    }
  }

  /** Ends the session or the attempt. */
  synchronized void disconnect(Optional<Status> last) {
    current.incrementAndGet();
    DeviceSession open = session;
    session = null;
    if (open != null) {
      open.close(last);
    }
  }

  /** Waits until the last words are on their way and the session has ended. */
  void awaitEnd(long limitMs) {
    CountDownLatch last;
    synchronized (this) {
      last = ended;
    }
    try {
      if (!last.await(limitMs, TimeUnit.MILLISECONDS)) {
        return; // a hub that does not answer must not keep the badge from ending
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it matters which networks are up. */
  boolean choosy() {
    return choosy;
  }

  /** Whether every hub runs on this machine, so that no network is needed to reach it. */
  boolean withinThisMachine() {
    return !hubs.isEmpty()
        && hubs.stream()
            .map(HubAddress::host)
            .allMatch(h -> h.equals("localhost") || h.startsWith("127.") || h.equals("[::1]"));
  }

  /** Messages of the hub that could not be read. */
  long malformed() {
    return malformed.sum();
  }

  private void tellIf(long mine, Consumer<BadgeEvent> tell, BadgeEvent event) {
    if (current.get() == mine) {
      tell.accept(event);
    }
  }

  private final class Ears implements DeviceListener {
    private final long mine;
    private final Consumer<BadgeEvent> tell;
    private final CountDownLatch ended = new CountDownLatch(1);

    Ears(long mine, Consumer<BadgeEvent> tell) {
      this.mine = mine;
      this.tell = tell;
    }

    @Override
    public void connected(long keepAliveMs, int receiveMaximum) {
      tellIf(mine, tell, new BadgeEvent.Connected(keepAliveMs, receiveMaximum));
    }

    @Override
    public void refused(String reason, long retryAfterMs) {
      ended.countDown();
      long wait = retryAfterMs < 0 ? BadgeEvent.NO_RETRY_AFTER : retryAfterMs;
      tellIf(mine, tell, new BadgeEvent.Refused(reason, wait));
    }

    @Override
    public void failed(String reason) {
      ended.countDown();
      tellIf(mine, tell, new BadgeEvent.ConnectFailed(reason));
    }

    @Override
    public void closed(String reason) {
      ended.countDown();
      tellIf(mine, tell, new BadgeEvent.Closed(reason));
    }

    @Override
    public void heard(DownMessage message) {
      tellIf(mine, tell, new BadgeEvent.Heard(message));
    }

    @Override
    public void published(long ticket) {
      tellIf(mine, tell, new BadgeEvent.Published(ticket));
    }

    @Override
    public void publishFailed(long ticket, String reason) {
      tellIf(mine, tell, new BadgeEvent.PublishFailed(ticket, reason));
    }
  }
}
