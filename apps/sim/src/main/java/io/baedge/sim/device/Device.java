package io.baedge.sim.device;

import io.baedge.badge.Badge;
import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeFault;
import io.baedge.badge.BadgeMemory;
import io.baedge.badge.BadgeSettings;
import io.baedge.badge.BadgeView;
import io.baedge.badge.RecordCard;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.relay.RelayOrder;
import io.baedge.badge.screen.RefreshKind;
import io.baedge.badge.uplink.Way;
import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.kit.journal.JournalContents;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.kit.journal.Loss;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.model.panel.PanelTimings;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.compose.Composition;
import io.baedge.sim.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An emulated board: runs a badge and carries out what it wants, in the time of its {@link World}.
 * One thread owns it.
 */
public final class Device {
  private static final long POWER_DOWN_MS = 2_000;
  private static final int TEMPERATURE_DECI_C = 245;
  private static final int FREE_MEMORY_MB = 230;
  private static final int FREE_STORAGE_MB = 9_400;

  private final int number;
  private final BadgeSettings settings;
  private final Card card;
  private final Battery battery;
  private final World world;
  private final Uplink uplink;
  private final Chance chance;

  // Lives as long as the board.
  private final RandomGenerator random;
  private final Glass glass = new Glass();
  private long epoch;
  private boolean radioUp;
  private boolean neighbour;
  private String accessPoint = "";
  private int rssiDbm = Reading.UNKNOWN;
  private int channel = Reading.UNKNOWN;
  private long wallOffMs;
  private boolean wallSynced = true;
  private boolean scrapped;

  // Lives as long as the power is on.
  private @Nullable Badge badge;
  private @Nullable RecordCard records;
  private long bootedAtMs;
  private long plannedTickMs = Long.MAX_VALUE;
  private long localRequests;

  // Lives as long as one event.
  private boolean measures;

  /**
   * A board that is switched off.
   *
   * @param number for its own randomness and for reports
   */
  public Device(
      int number,
      BadgeSettings settings,
      Card card,
      Battery battery,
      World world,
      Uplink uplink,
      Chance chance) {
    this.number = number;
    this.settings = settings;
    this.card = card;
    this.battery = battery;
    this.world = world;
    this.uplink = uplink;
    this.chance = chance;
    this.random = chance.stream("board");
  }

  /** Its number among all devices. */
  public int number() {
    return number;
  }

  /** Its id. */
  public DeviceId id() {
    return settings.device();
  }

  /** What the badge was told at its start. */
  public BadgeSettings settings() {
    return settings;
  }

  /** Its card, which stays what it is when the board is another device by then. */
  public Card card() {
    return card;
  }

  /** Its glass. */
  public Glass glass() {
    return glass;
  }

  /** Its battery. */
  public Battery battery() {
    return battery;
  }

  /** The epoch of the last start. */
  public long epoch() {
    return epoch;
  }

  /** Whether the power is on. */
  public boolean isOn() {
    return badge != null;
  }

  /** Whether the radio has an access point. */
  public boolean radioUp() {
    return radioUp;
  }

  /** The access point in use; empty without one. */
  public String accessPoint() {
    return accessPoint;
  }

  /** The badge at this moment, if the power is on. */
  public Optional<BadgeView> view() {
    Badge running = badge;
    return running == null ? Optional.empty() : Optional.of(running.view(now()));
  }

  /** Records in its memory; 0 while the power is off. */
  public int heldRecords() {
    Badge running = badge;
    return running == null ? 0 : running.heldRecords();
  }

  /** Records that the hub has not acknowledged; 0 without power. */
  public int openRecords() {
    Badge running = badge;
    return running == null ? 0 : running.openRecords();
  }

  /** Records of this epoch that the badge takes for acknowledged; 0 without power. */
  public long acknowledgedRecords() {
    Badge running = badge;
    return running == null ? 0 : running.acknowledgedRecords();
  }

  /** The lowest records of an epoch that its card holds from a sequence on; none without power. */
  public List<Sample> onCard(long ofEpoch, long from, int most) {
    RecordCard opened = records;
    if (opened == null) {
      return List.of();
    }
    BadgeEvent page = opened.fetch(new BadgeEffect.Fetch(ofEpoch, from, most)).getFirst();
    return page instanceof BadgeEvent.Fetched fetched ? fetched.samples() : List.of();
  }

  /** The moment as this device's clocks tell it. */
  public Now now() {
    long ms = world.time().nowMs();
    return new Now(ms - bootedAtMs, world.wallAtZeroMs() + ms + wallOffMs, wallSynced);
  }

  /** Sets the wall clock wrong by so much, or right again with 0; the monotonic one goes on. */
  public void setWallClock(long offMs, boolean synced) {
    wallOffMs = offMs;
    wallSynced = synced;
  }

  /** Whether the wall clock is right and known to be. */
  public boolean wallIsRight() {
    return wallOffMs == 0 && wallSynced;
  }

  /** The board as this device knew it is no more; it stays off. */
  public void scrap() {
    powerOff();
    scrapped = true;
  }

  /** Whether it stays off for good. */
  public boolean isScrapped() {
    return scrapped;
  }

  /** Switches the power on: a new epoch. */
  public void powerOn() {
    if (badge != null || scrapped) {
      return;
    }
    epoch = card.raiseEpoch();
    bootedAtMs = world.time().nowMs() - 1_000;
    plannedTickMs = Long.MAX_VALUE;
    var journal =
        settings.faults().contains(BadgeFault.TORN_TAIL_ACCEPTED)
            ? JournalSettings.SMALL.withTrustedTail()
            : JournalSettings.SMALL;
    var opened = new RecordCard(card.disk(), journal, epoch);
    records = opened;
    JournalContents found = onCard(opened);
    badge =
        new Badge(
            settings, BadgeMemory.of(epoch, card.files(), found), chance.stream("badge", epoch));
    world.watch().evicted(this, found.losses());
    world.watch().started(this);
    tell(new BadgeEvent.Started());
    if (linked()) {
      tell(new BadgeEvent.LinkChanged(true, accessPoint));
    }
    tellNetworks();
  }

  private boolean linked() {
    return radioUp || neighbour;
  }

  /** A badge that has only one way does not tell networks apart. */
  private void tellNetworks() {
    if (settings.ways().size() < 2) {
      return;
    }
    List<Way.Seen> seen = new ArrayList<>(2);
    if (radioUp) {
      seen.add(new Way.Seen(Way.Over.WIFI, "", rssiDbm));
    }
    if (neighbour) {
      seen.add(new Way.Seen(Way.Over.NEIGHBOUR, "", Reading.UNKNOWN));
    }
    tell(new BadgeEvent.NetworksChanged(seen));
  }

  /** Whether a neighbour that could carry is heard now. */
  public void neighbour(boolean heard) {
    if (heard != neighbour) {
      neighbour = heard;
      if (!radioUp) {
        tell(new BadgeEvent.LinkChanged(heard, ""));
      }
      tellNetworks();
    }
  }

  private static JournalContents onCard(RecordCard opened) {
    try {
      return opened.contents();
    } catch (DiskFailed e) {
      return JournalContents.NOTHING;
    }
  }

  /** The power goes without a warning. */
  public void powerOff() {
    if (badge == null) {
      return;
    }
    badge = null;
    records = null;
    glass.powerCut();
    card.powerCut();
    uplink.vanish(this);
    world.watch().stopped(this);
  }

  /** What the radio hears now; an empty access point for nothing. */
  public void radio(String heardPoint, int heardRssiDbm, int heardChannel) {
    boolean up = !heardPoint.isEmpty();
    boolean changed = up != radioUp || !heardPoint.equals(accessPoint);
    rssiDbm = up ? heardRssiDbm : Reading.UNKNOWN;
    channel = up ? heardChannel : Reading.UNKNOWN;
    if (!changed) {
      return;
    }
    radioUp = up;
    accessPoint = heardPoint;
    if (!up) {
      uplink.lose(this);
    }
    tell(new BadgeEvent.LinkChanged(linked(), heardPoint));
    tellNetworks();
  }

  /** Somebody at the badge does something. */
  public void local(LocalCommand command) {
    tell(new BadgeEvent.LocalRequest(++localRequests, command));
  }

  /** Tells the badge, and does what it wants; nothing happens while the power is off. */
  public void tell(BadgeEvent event) {
    Badge running = badge;
    if (running == null) {
      return;
    }
    world.watch().event(this, event);
    for (BadgeEffect effect : running.on(event, now())) {
      world.watch().effect(this, effect);
      carryOut(effect);
      if (card.isDark()) {
        measures = false;
        powerOff();
        return;
      }
    }
    world.watch().settled(this, event);
    battery.load(
        Drain.part(running.powerTier(), running.radioOn(), running.guests()), world.time().nowMs());
    if (measures) {
      measures = false;
      tell(new BadgeEvent.Sensed(readings()));
    } else {
      planTick(running);
    }
  }

  private void carryOut(BadgeEffect effect) {
    switch (effect) {
      case BadgeEffect.Sense _ -> measures = true;
      case BadgeEffect.Connect connect -> uplink.connect(this, connect);
      case BadgeEffect.Disconnect disconnect -> uplink.disconnect(this, disconnect);
      case BadgeEffect.Publish publish -> uplink.publish(this, publish);
      case BadgeEffect.Compose compose -> compose(compose);
      case BadgeEffect.Refresh refresh -> refresh(refresh);
      case BadgeEffect.Save save -> card.save(save.name(), save.bytes());
      case BadgeEffect.Keep keep -> keep(keep);
      case BadgeEffect.PowerDown(long wakeInMs) -> nap(wakeInMs);
      case BadgeEffect.BeginAnew _ -> {
        // An emulated card counts every start, so no hub has heard a higher one.
      }
      case BadgeEffect.Relay(RelayOrder order) -> uplink.relay(this, order);
      case BadgeEffect.StartWork _, BadgeEffect.StopWork _, BadgeEffect.AskValue _ -> {
        // Emulated boards have no workloads and no sources of values.
      }
      case BadgeEffect.Fetch fetch -> fetch(fetch);
      case BadgeEffect.Acknowledged ack -> {
        RecordCard opened = records;
        if (opened != null) {
          opened.acknowledged(ack);
        }
      }
      case BadgeEffect.Answer _, BadgeEffect.Log _, BadgeEffect.Join _ -> {
        // Nobody at an emulated board listens, watches have seen it; its radio joins by itself.
      }
    }
  }

  /** Powers down when the last words are out, and lets the alarm wake the board. */
  private void nap(long wakeInMs) {
    long ofEpoch = epoch;
    world
        .time()
        .after(
            POWER_DOWN_MS,
            () -> {
              if (badge != null && epoch == ofEpoch) {
                powerOff();
                world.time().after(wakeInMs, () -> wake(ofEpoch));
              }
            });
  }

  private void wake(long ofEpoch) {
    boolean possible = battery.percent(world.time().nowMs(), false) > 0 && !isScrapped();
    if (badge == null && epoch == ofEpoch && possible) {
      powerOn();
    }
  }

  private void compose(BadgeEffect.Compose compose) {
    Composition made = world.composer().compose(this, compose.picture());
    later(
        world.composing().draw(random),
        new BadgeEvent.Composed(compose.request(), made.frame(), made.report()));
  }

  private void refresh(BadgeEffect.Refresh refresh) {
    glass.begin();
    long startedEpoch = epoch;
    world
        .time()
        .after(
            refreshMs(refresh.kind()),
            () -> {
              if (badge != null && epoch == startedEpoch) {
                glass.settle(refresh.frame());
                world.watch().shown(this, refresh.frame());
                tell(new BadgeEvent.Refreshed(refresh.request(), refresh.frame().hash()));
              }
            });
  }

  private long refreshMs(RefreshKind kind) {
    PanelTimings timings = PanelTimings.of(settings.panel());
    return switch (kind) {
      case FULL -> timings.fullMs();
      case FAST -> timings.fastMs();
      case PARTIAL -> timings.partialMs();
      case CLEANING -> 2 * timings.fullMs();
    };
  }

  private void keep(BadgeEffect.Keep keep) {
    RecordCard opened = records;
    if (opened != null) {
      for (BadgeEvent event : opened.keep(keep, now().monoMs())) {
        switch (event) {
          case BadgeEvent.Kept _ -> world.watch().durable(this, keep.samples());
          case BadgeEvent.Evicted(List<Loss> losses) -> world.watch().evicted(this, losses);
          default -> {
            // Nothing more is safe, and nothing less.
          }
        }
        later(world.cardWrite().draw(random), event);
      }
    }
  }

  private void fetch(BadgeEffect.Fetch fetch) {
    RecordCard opened = records;
    if (opened != null) {
      long delayMs = world.cardWrite().draw(random);
      opened.fetch(fetch).forEach(event -> later(delayMs, event));
    }
  }

  /** Tells the badge after the delay, unless it was restarted meanwhile. */
  public void later(long delayMs, BadgeEvent event) {
    long ofEpoch = epoch;
    world
        .time()
        .after(
            delayMs,
            () -> {
              if (epoch == ofEpoch) {
                tell(event);
              }
            });
  }

  private List<Reading> readings() {
    return List.of(
        battery.reading(world.time().nowMs()),
        new Reading.Radio(rssiDbm, channel, accessPoint),
        new Reading.Board(
            TEMPERATURE_DECI_C + random.nextInt(20), FREE_MEMORY_MB, FREE_STORAGE_MB));
  }

  /** Keeps one tick planned at or before the badge's deadline; late ones plan again. */
  private void planTick(Badge running) {
    long deadlineMonoMs = running.nextDeadlineMonoMs();
    if (deadlineMonoMs == Long.MAX_VALUE) {
      return;
    }
    long dueMs = Math.max(world.time().nowMs() + 1, bootedAtMs + deadlineMonoMs);
    if (dueMs < plannedTickMs) {
      plannedTickMs = dueMs;
      long ofEpoch = epoch;
      world.time().at(dueMs, () -> tick(ofEpoch, dueMs));
    }
  }

  private void tick(long ofEpoch, long dueMs) {
    Badge running = badge;
    if (running == null || epoch != ofEpoch || dueMs != plannedTickMs) {
      return;
    }
    plannedTickMs = Long.MAX_VALUE;
    if (bootedAtMs + running.nextDeadlineMonoMs() <= world.time().nowMs()) {
      tell(new BadgeEvent.Tick());
    } else {
      planTick(running);
    }
  }
}
