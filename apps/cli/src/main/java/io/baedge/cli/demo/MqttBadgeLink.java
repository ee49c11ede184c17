package io.baedge.cli.demo;

import io.baedge.model.id.SiteId;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.badge.DeviceListener;
import io.baedge.mqtt.badge.DeviceSession;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.sim.crowd.BadgeLink;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Connects the crowd's devices to a hub by real sockets, all on one loop. */
final class MqttBadgeLink implements BadgeLink {
  private final MqttLoop loop;
  private final SiteId site;
  private final List<InetSocketAddress> hubs;
  private final LongAdder malformed = new LongAdder();

  MqttBadgeLink(MqttLoop loop, SiteId site, List<InetSocketAddress> hubs) {
    this.loop = loop;
    this.site = site;
    this.hubs = List.copyOf(hubs);
  }

  @Override
  public Session open(Opening opening, Listener listener) {
    var session =
        DeviceSession.open(
            loop,
            new DeviceSession.Opening(
                site,
                opening.device(),
                new Carrier.Plain(hubs.get(opening.uplink())),
                opening.will(),
                opening.keepAliveMs(),
                opening.timeoutMs(),
                malformed),
            new Ears(listener));
    return new Mouth(session, listener);
  }

  /** Messages of the hub that could not be read. */
  long malformed() {
    return malformed.sum();
  }

  private record Mouth(DeviceSession session, Listener listener) implements Session {
    @Override
    public void publish(long ticket, UpMessage message) {
      if (!session.publish(ticket, message)) {
        listener.publishFailed(ticket, "the session takes no more messages now");
      }
    }

    @Override
    public void close(Optional<Status> last) {
      session.close(last);
    }

    @Override
    public void vanish() {
      session.vanish();
    }
  }

  private record Ears(Listener listener) implements DeviceListener {
    @Override
    public void connected(long keepAliveMs, int receiveMaximum) {
      listener.connected(keepAliveMs, receiveMaximum);
    }

    @Override
    public void refused(String reason, long retryAfterMs) {
      listener.refused(reason, retryAfterMs);
    }

    @Override
    public void failed(String reason) {
      listener.failed(reason);
    }

    @Override
    public void closed(String reason) {
      listener.closed(reason);
    }

    @Override
    public void heard(DownMessage message) {
      listener.heard(message);
    }

    @Override
    public void published(long ticket) {
      listener.published(ticket);
    }

    @Override
    public void publishFailed(long ticket, String reason) {
      listener.publishFailed(ticket, reason);
    }
  }
}
