package io.baedge.bench;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Session;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.wearer.WearerCard;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.Uplink;
import java.util.List;
import java.util.Optional;

/// A hub for one badge that is always there: takes everything, and announces three times a day.
final class DayHub implements Uplink {
  private static final long WAY_MS = 30;
  private static final long HOUR_MS = 3_600_000;
  private static final long ANNOUNCED_MS = 600_000;
  private static final int RECEIVE_MAXIMUM = 64;
  private static final List<Integer> ANNOUNCED_HOURS = List.of(9, 13, 17);
  private static final int OPENS_MINUTE = 9 * 60;
  private static final int CLOSES_MINUTE = 18 * 60;
  private static final WearerCard WEARER =
      new WearerCard(
          new WearerId("ada"),
          "Ada Lovelace",
          "Analyst",
          "Engine Works",
          "@ada",
          "https://example.org/ada",
          "Speaker");

  private final VirtualTime time;
  private final Plan plan;
  private Optional<Device> inSession = Optional.empty();
  private long revision = 1;
  private Optional<Announcement> announcement = Optional.empty();
  private Received received = Received.NOTHING;
  private long receivedEpoch;
  private long connection;

  /// A day of a conference.
  ///
  /// @param midnightMs wall time at which it begins
  record Plan(Conference conference, List<Session> sessions, long midnightMs) {}

  DayHub(VirtualTime time, Plan plan) {
    this.time = time;
    this.plan = plan;
    for (int hour : ANNOUNCED_HOURS) {
      time.at(hour * HOUR_MS + HOUR_MS / 2, () -> announce(hour));
    }
  }

  private void announce(int hour) {
    revision++;
    long untilMs = plan.midnightMs() + time.nowMs() + ANNOUNCED_MS;
    announcement =
        Optional.of(new Announcement("a" + hour, "Room change", "The next talk is in A2", untilMs));
    inSession.ifPresent(device -> down(device, desired()));
  }

  private Desired desired() {
    var schedule =
        new PlaylistEntry(
            "schedule", 0, 0, OPENS_MINUTE, CLOSES_MINUTE, 30, PlaylistEntry.FOR_MINUTES);
    return new Desired(
        new Revision(1, revision),
        new FencingToken(1),
        Optional.of(new BadgeId("b1")),
        new DesiredState(
            Ownership.OWNED,
            Optional.of(WEARER),
            plan.conference(),
            new DesiredState.Shown("wearer", Optional.empty(), announcement, List.of(schedule)),
            plan.sessions(),
            Cadence.DEFAULT));
  }

  private void down(Device device, DownMessage message) {
    device.later(WAY_MS, new BadgeEvent.Heard(message));
  }

  @Override
  public void connect(Device device, BadgeEffect.Connect request) {
    long mine = ++connection;
    time.after(
        WAY_MS,
        () -> {
          if (mine == connection && device.isOn()) {
            inSession = Optional.of(device);
            device.tell(new BadgeEvent.Connected(request.keepAliveMs(), RECEIVE_MAXIMUM));
            down(device, desired());
          }
        });
  }

  @Override
  public void publish(Device device, BadgeEffect.Publish request) {
    device.later(WAY_MS, new BadgeEvent.Published(request.ticket()));
    if (request.message() instanceof Telemetry telemetry) {
      if (telemetry.epoch() != receivedEpoch) {
        receivedEpoch = telemetry.epoch();
        received = Received.NOTHING;
      }
      received = received.raisedBelow(telemetry.low());
      for (Sample sample : telemetry.samples()) {
        received = received.with(sample.sequence(), sample.sequence());
      }
      down(device, new Ack(1, receivedEpoch, received, ""));
    }
  }

  @Override
  public void disconnect(Device device, BadgeEffect.Disconnect request) {
    vanish(device);
  }

  @Override
  public void vanish(Device device) {
    connection++;
    inSession = Optional.empty();
  }

  @Override
  public void lose(Device device) {
    vanish(device);
  }
}
