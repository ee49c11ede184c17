package io.baedge.sim.conference;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeView;
import io.baedge.hub.HubEffect;
import io.baedge.hub.HubEvent;
import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.store.Write;
import io.baedge.kit.journal.Loss;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Sample;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.DeviceWatch;
import io.baedge.sim.network.Link;
import io.baedge.sim.report.Timeline;
import io.baedge.sim.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Sees everything, passes on what the hub says, and asks every invariant. */
final class Watch {
  private final VirtualTime time;
  private final List<Device> devices;
  private final Map<DeviceId, Device> byId = new HashMap<>();
  private final Digest digest = new Digest();
  private final Trace trace;
  private final RecordInvariant records;
  private final TakenInvariant taken;
  private final ReturnInvariant returns;
  private final PictureInvariant glasses;
  private final SettledInvariant settled;
  private final BoundsInvariant bounds;
  private final PresenceInvariant presence;
  private final RateInvariants rates;
  private final Freshness freshness;
  private final LastPictureInvariant lastPictures;
  private final LineWatch lines;
  private final Timeline timeline = new Timeline();
  private final AtDevices atDevices = new AtDevices();
  private final AtHub atHub = new AtHub();
  private @Nullable Network network;
  private @Nullable Desk desk;
  private int busyWith = -1;
  private long refreshesBefore;
  private long keepsRefused;

  Watch(
      VirtualTime time,
      Scenario scenario,
      List<Device> devices,
      int deviceCount,
      Pictures pictures) {
    this.time = time;
    this.devices = devices;
    this.trace = new Trace(deviceCount);
    var book = new RecordBook(devices, deviceCount);
    this.records = new RecordInvariant(book);
    this.taken = new TakenInvariant(book);
    this.returns = new ReturnInvariant(book);
    this.glasses = new PictureInvariant(devices, deviceCount, pictures);
    this.settled = new SettledInvariant(pictures);
    this.bounds = new BoundsInvariant(devices, deviceCount);
    this.presence = new PresenceInvariant(scenario.isFaultless(), deviceCount);
    this.rates = new RateInvariants(scenario.hub().admissionsPerSecond(), deviceCount);
    this.freshness = new Freshness(deviceCount);
    this.lastPictures = new LastPictureInvariant(deviceCount, pictures);
    this.lines = new LineWatch(byId, settled, glasses, presence);
  }

  /** Everything is set up. */
  void begin(Network theNetwork, Desk theDesk) {
    network = theNetwork;
    desk = theDesk;
    devices.forEach(this::joined);
  }

  /** One more device. */
  void joined(Device device) {
    byId.put(device.id(), device);
  }

  RecordInvariant records() {
    return records;
  }

  DeviceWatch atDevices() {
    return atDevices;
  }

  HubHost.Outlet atHub() {
    return atHub;
  }

  /** The battery of a device that is on has nothing left. */
  void runsOut(Device device) {
    lastPictures.goesDark(device, time.nowMs());
  }

  /** The device that was told last. */
  int busyWith() {
    return busyWith;
  }

  List<String> trace(int device) {
    return trace.lines(device);
  }

  void sweep(HubHost hub) {
    glasses.sweep(time.nowMs());
    bounds.sweep(time, hub);
    taken.sweep();
    returns.sweep(known(network), time.nowMs());
    if (hub.isUp()) {
      lines.sweep(devices, time.nowMs());
    }
    timeline.add(minute());
  }

  private Timeline.Minute minute() {
    long refreshes = refreshes();
    long before = refreshesBefore;
    refreshesBefore = refreshes;
    return new Timeline.Minute(
        lines.badges(),
        records.stored(),
        records.holes(),
        bounds.waiting(),
        refreshes - before,
        known(network).takeMostTriesPerSecond());
  }

  private long refreshes() {
    long sum = 0;
    for (Device device : devices) {
      sum += device.glass().refreshes();
    }
    return sum;
  }

  Timeline timeline() {
    return timeline;
  }

  /** The last look, when everything must have settled. */
  void end(HubHost hub) {
    sweep(hub);
    records.recount(hub.store());
    taken.end();
    settled.check(known(desk));
    digestOfTheEnd();
  }

  private void digestOfTheEnd() {
    for (Device device : devices) {
      digest.add(device.epoch(), device.glass().refreshes());
      digest.add(device.glass().hash());
      device.view().ifPresent(this::add);
    }
    for (BadgeOverview row : settled.rows().values()) {
      digest.add(row.key());
      digest.add(row.progress().applied().n(), row.progress().desired().n());
    }
  }

  private void add(BadgeView view) {
    digest.add(view.outbox().taken(), view.outbox().acknowledged());
    digest.add(view.desired().applied().revision().n(), view.outbox().held());
  }

  String digest() {
    return digest.hex();
  }

  /** All counts of the run. */
  SortedMap<String, Long> counts(Counts counts, Link.Tally tally, HubHost hub) {
    counts.set("messages-sent", tally.sent());
    counts.set("messages-lost", tally.lost());
    counts.set("messages-duplicated", tally.duplicated());
    counts.set("messages-reordered", tally.reordered());
    counts.set("hub-starts", hub.run());
    counts.set("badge-starts", devices.stream().mapToLong(Device::epoch).sum());
    counts.set("refreshes", refreshes());
    counts.set("records-stored", records.stored());
    counts.set("records-acknowledged", records.acknowledged());
    counts.set("records-gone", records.holes());
    counts.set("records-lost-with-stores", records.lostWithStores());
    counts.set("last-pictures", lastPictures.shown());
    counts.set("keeps-refused", keepsRefused);
    counts.set("records-lost-with-cards", taken.lostWithCards());
    counts.set("packets-retransmitted", tally.retransmitted());
    freshness.count(counts);
    return counts.all();
  }

  private static <T> T known(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the conference has not begun");
    }
    return part;
  }

  private @Nullable Device device(DeviceId id) {
    return byId.get(id);
  }

  private final class AtDevices implements DeviceWatch {
    @Override
    public void started(Device device) {
      digest.add(time.nowMs(), device.number());
      trace.note(device.number(), time.nowMs(), "starts with epoch", device.epoch());
      glasses.started(device, time.nowMs());
      taken.started(device);
      rates.started(device);
      lastPictures.started(device);
    }

    @Override
    public void stopped(Device device) {
      digest.add(-time.nowMs(), device.number());
      trace.note(device.number(), time.nowMs(), "loses its power in epoch", device.epoch());
      freshness.stopped(device);
    }

    @Override
    public void event(Device device, BadgeEvent event) {
      busyWith = device.number();
      digest.add(time.nowMs() * 64 + Kinds.of(event), device.number());
      trace.note(device.number(), time.nowMs(), "is told", event);
      bounds.event(device, event);
      freshness.event(device, event, time.nowMs());
      lastPictures.event(device, event, time.nowMs());
      keepsRefused += event instanceof BadgeEvent.KeepFailed ? 1 : 0;
    }

    @Override
    public void effect(Device device, BadgeEffect effect) {
      digest.add(Kinds.of(effect));
      trace.note(device.number(), time.nowMs(), "wants", effect);
      glasses.effect(device, effect);
      taken.effect(device, effect);
      freshness.effect(device, effect);
      if (effect instanceof BadgeEffect.Refresh) {
        rates.refreshed(device, time.nowMs());
      } else if (effect instanceof BadgeEffect.PowerDown) {
        lastPictures.goesDark(device, time.nowMs());
      }
    }

    @Override
    public void durable(Device device, List<Sample> samples) {
      taken.durable(device, samples);
    }

    @Override
    public void evicted(Device device, List<Loss> losses) {
      taken.evicted(device, losses);
    }

    @Override
    public void settled(Device device, BadgeEvent event) {
      glasses.settled(device, time.nowMs());
      taken.settled(device, event);
    }
  }

  private final class AtHub implements HubHost.Outlet {
    @Override
    public void told(HubEvent event) {
      digest.add(time.nowMs() * 64 + Kinds.of(event));
      if (event instanceof HubEvent.Heard heard) {
        heard(heard);
      } else if (event instanceof HubEvent.DeviceConnected(DeviceId id)) {
        connected(id);
      }
    }

    private void connected(DeviceId id) {
      Device device = device(id);
      if (device != null) {
        presence.connected(device.number(), time.nowMs());
      }
    }

    private void heard(HubEvent.Heard heard) {
      Device device = device(heard.device());
      if (device == null) {
        return;
      }
      trace.note(device.number(), time.nowMs(), "is heard by the hub:", heard.message());
      presence.heard(device.number(), heard, time.nowMs());
      if (heard.message() instanceof Telemetry telemetry) {
        records.heard(device, telemetry);
      }
    }

    @Override
    public void started(boolean restored) {
      lines.hubStarted(restored, time.nowMs());
      rates.hubStarted(time.nowMs());
    }

    @Override
    public void admitted(DeviceId id) {
      Device device = device(id);
      rates.admitted(device == null ? -1 : device.number(), time.nowMs());
    }

    @Override
    public void effect(HubEffect effect) {
      digest.add(Kinds.of(effect));
      switch (effect) {
        case HubEffect.Accept(long ticket) -> accepted(ticket);
        case HubEffect.Refuse(long ticket, String reason) -> known(network).receipt(ticket, reason);
        case HubEffect.Send send -> send(send);
        case HubEffect.Reply reply -> known(desk).reply(reply.requestId(), reply.outcome());
        case HubEffect.Show(BadgeOverview row) -> lines.shown(row, time.nowMs());
        case HubEffect.Hide(String key) -> lines.hidden(key);
        case HubEffect.Commit _, HubEffect.ShowFleet _, HubEffect.Note _ -> {
          // The host stores; counts and notes are for people.
        }
      }
    }

    private void accepted(long ticket) {
      Device device = devices.get(Connection.deviceOf(ticket));
      freshness.stored(device, Connection.badgeTicketOf(ticket), time.nowMs());
      known(network).receipt(ticket, "");
    }

    private void send(HubEffect.Send send) {
      Device device = device(send.device());
      if (device == null) {
        throw new InvariantBroken(
            Invariant.NO_EXCEPTION, -1, "the hub sends to a stranger: " + send);
      }
      trace.note(device.number(), time.nowMs(), "is sent by the hub:", send.message());
      if (send.message() instanceof Ack ack) {
        records.acknowledged(device, ack);
      }
      known(network).send(device, send.message());
    }

    @Override
    public void stored(Write write) {
      if (write instanceof Write.Chunk chunk) {
        Device device = device(chunk.device());
        if (device != null) {
          digest.add(chunk.epoch(), chunk.span().first() * 1_000 + chunk.columns().length);
          records.stored(device.number(), chunk);
        }
      }
    }
  }
}
