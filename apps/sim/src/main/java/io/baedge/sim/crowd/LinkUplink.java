package io.baedge.sim.crowd;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.model.message.DownMessage;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.Uplink;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects devices by a {@link BadgeLink}. What its threads say is handed to the crowd's inbox;
 * what comes from a connection that is no longer the device's is ignored.
 */
final class LinkUplink implements Uplink {
  private final BadgeLink link;
  private final Consumer<Runnable> inbox;
  private final double speed;
  private final Map<Device, Connection> current = new HashMap<>();

  LinkUplink(BadgeLink link, Consumer<Runnable> inbox, double speed) {
    this.link = link;
    this.inbox = inbox;
    this.speed = speed;
  }

  @Override
  public void connect(Device device, BadgeEffect.Connect request) {
    vanish(device);
    if (!device.radioUp()) {
      device.later(
          Math.min(request.timeoutMs(), 200),
          new BadgeEvent.ConnectFailed("no access point in reach"));
      return;
    }
    var connection = new Connection(device);
    current.put(device, connection);
    connection.session =
        link.open(
            new BadgeLink.Opening(
                device.id(),
                request.uplink(),
                request.will(),
                real(request.keepAliveMs()),
                Math.max(1_000, real(request.timeoutMs()))),
            connection);
  }

  @Override
  public void publish(Device device, BadgeEffect.Publish request) {
    Connection connection = current.get(device);
    BadgeLink.@Nullable Session session = connection == null ? null : connection.session;
    if (session == null) {
      device.later(0, new BadgeEvent.PublishFailed(request.ticket(), "there is no session"));
    } else {
      session.publish(request.ticket(), request.message());
    }
  }

  @Override
  public void disconnect(Device device, BadgeEffect.Disconnect request) {
    Connection connection = current.remove(device);
    if (connection != null && connection.session != null) {
      connection.session.close(request.last());
    }
  }

  @Override
  public void vanish(Device device) {
    Connection connection = current.remove(device);
    if (connection != null && connection.session != null) {
      connection.session.vanish();
    }
  }

  @Override
  public void lose(Device device) {
    if (current.containsKey(device)) {
      vanish(device);
      device.later(0, new BadgeEvent.Closed("the radio link was lost"));
    }
  }

  private long real(long badgeMs) {
    return (long) (badgeMs / speed);
  }

  private long badgeTime(long realMs) {
    return (long) (realMs * speed);
  }

  private final class Connection implements BadgeLink.Listener {
    private final Device device;
    private BadgeLink.@Nullable Session session;

    Connection(Device device) {
      this.device = device;
    }

    private void tell(BadgeEvent event) {
      inbox.accept(
          () -> {
            if (current.get(device) == this) {
              device.tell(event);
            }
          });
    }

    private void end(BadgeEvent event) {
      inbox.accept(
          () -> {
            if (current.remove(device, this)) {
              device.tell(event);
            }
          });
    }

    @Override
    public void connected(long keepAliveMs, int receiveMaximum) {
      tell(new BadgeEvent.Connected(badgeTime(keepAliveMs), receiveMaximum));
    }

    @Override
    public void refused(String reason, long retryAfterMs) {
      end(
          new BadgeEvent.Refused(
              reason, retryAfterMs < 0 ? BadgeEvent.NO_RETRY_AFTER : badgeTime(retryAfterMs)));
    }

    @Override
    public void failed(String reason) {
      end(new BadgeEvent.ConnectFailed(reason));
    }

    @Override
    public void closed(String reason) {
      end(new BadgeEvent.Closed(reason));
    }

    @Override
    public void heard(DownMessage message) {
      tell(new BadgeEvent.Heard(message));
    }

    @Override
    public void published(long ticket) {
      tell(new BadgeEvent.Published(ticket));
    }

    @Override
    public void publishFailed(long ticket, String reason) {
      tell(new BadgeEvent.PublishFailed(ticket, reason));
    }
  }
}
