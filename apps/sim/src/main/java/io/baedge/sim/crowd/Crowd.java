package io.baedge.sim.crowd;

import io.baedge.badge.BadgeSettings;
import io.baedge.badge.BadgeView;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.screen.ScreenView;
import io.baedge.badge.tier.TierSettings;
import io.baedge.badge.uplink.UplinkView;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.desired.Ownership;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.tier.TierTable;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Battery;
import io.baedge.sim.device.Composer;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.DeviceWatch;
import io.baedge.sim.device.World;
import io.baedge.sim.venue.AccessPoint;
import io.baedge.sim.venue.Radio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The people of a conference with their badges, in a time that the owner moves. One thread owns it;
 * {@link CrowdThread} is such an owner in real time. Other threads hand in work through the inbox.
 */
public final class Crowd {
  /**
   * On a wall everybody shall be seen: also badges that save their batteries keep their radio on.
   */
  private static final BadgeSettings.Bounds WATCHED =
      BadgeSettings.Bounds.DEFAULT.withTiers(
          new TierSettings(TierTable.DEFAULT.withRadioOn(), false));

  private static final List<String> PANELS =
      List.of("2in9b_V4", "2in13_V4", "2in7_V2", "2in9_V2", "2in13b_V4", "2in7b_V2", "2in13g");
  private static final long WALK_EVERY_MS = 2_000;
  private static final long FIRST_START_SPREAD_MS = 1_500;
  private static final double DOCK_BELOW_PERCENT = 12;
  private static final double DOCK_UNTIL_PERCENT = 60;
  private static final double DEAD_PERCENT = 0.5;
  private static final double START_PERCENT = 6;

  private final CrowdPlan plan;
  private final VirtualTime time = new VirtualTime(0);
  private final LinkUplink uplink;
  private final Radio radio;
  private final RandomGenerator air;
  private final Ledger ledger = new Ledger();
  private final Map<DeviceId, Attendee> attendees = new LinkedHashMap<>();

  /** A person and the device around the neck. */
  private record Attendee(Person person, Device device) {}

  /**
   * A crowd whose devices are still switched off.
   *
   * @param inbox runs what it is given later, on the owner's thread
   */
  public Crowd(
      CrowdPlan plan,
      BadgeLink link,
      Composer composer,
      Cards cards,
      Chance chance,
      Consumer<Runnable> inbox) {
    this.plan = plan;
    this.uplink = new LinkUplink(link, inbox, plan.speed());
    this.radio = new Radio(plan.venue());
    this.air = chance.stream("air");
    var world =
        new World(
            time, plan.wallAtZeroMs(), composer, Spread.of(0), Spread.of(5), DeviceWatch.NOBODY);
    for (int i = 0; i < plan.devices(); i++) {
      add(i, world, cards, chance);
    }
  }

  /** The ids of the devices of a crowd with this seed, in order, before it is built. */
  public static List<DeviceId> deviceIds(int devices, Chance chance) {
    List<DeviceId> ids = new ArrayList<>(devices);
    for (int i = 0; i < devices; i++) {
      ids.add(deviceId(i, chance));
    }
    return ids;
  }

  private static DeviceId deviceId(int number, Chance chance) {
    byte[] key = new byte[32];
    chance.stream("device-key", number).nextBytes(key);
    return DeviceId.ofPublicKey(key);
  }

  private void add(int number, World world, Cards cards, Chance chance) {
    DeviceId id = deviceId(number, chance);
    String panelName = PANELS.get(number % PANELS.size());
    PanelModel panel = PanelModel.find(panelName).orElseThrow();
    var facts = new DeviceFacts(panelName, "emulated", "emulated", "0.1.0", 512, "");
    Chance own = chance.of("device", number);
    var device =
        new Device(
            number,
            BadgeSettings.of(id, facts, panel, plan.hubs()).withBounds(WATCHED),
            cards.of(id),
            Battery.handedOut(own.stream("battery"), 0),
            world,
            uplink,
            own);
    attendees.put(id, new Attendee(new Person(plan.venue(), own.stream("person")), device));
  }

  /** Switches all devices on within a moment and lets people walk. */
  public void start() {
    int i = 0;
    for (Attendee attendee : attendees.values()) {
      long offsetMs = FIRST_START_SPREAD_MS * i / attendees.size();
      i++;
      time.at(
          offsetMs,
          () -> {
            listen(attendee);
            attendee.device.powerOn();
          });
      time.at(offsetMs + WALK_EVERY_MS, () -> live(attendee));
    }
  }

  /** Moves the crowd's time on and does everything due by then. */
  public void runUntil(long nowMs) {
    time.runUntil(nowMs);
  }

  /** When something is due next; {@link Long#MAX_VALUE} for never. */
  public long nextDueMs() {
    return time.nextDueMs();
  }

  /** The crowd's time, milliseconds since its beginning. */
  public long nowMs() {
    return time.nowMs();
  }

  /** All devices, in order. */
  public List<DeviceId> devices() {
    return List.copyOf(attendees.keySet());
  }

  /** One of the devices. */
  public Optional<Device> device(DeviceId id) {
    return Optional.ofNullable(attendees.get(id)).map(Attendee::device);
  }

  /** The access points of the venue and whether they are off the air. */
  public List<PointState> accessPoints() {
    List<PointState> states = new ArrayList<>();
    for (int i = 0; i < radio.points().size(); i++) {
      AccessPoint point = radio.points().get(i);
      long stations =
          attendees.values().stream()
              .filter(a -> a.device.isOn() && a.device.accessPoint().equals(point.name()))
              .count();
      states.add(new PointState(point, radio.isCut(i), (int) stations));
    }
    return states;
  }

  /**
   * An access point at this moment.
   *
   * @param stations devices that use it
   */
  public record PointState(AccessPoint point, boolean cut, int stations) {}

  /** Takes an access point off the air or puts it back; false when the venue has none so named. */
  public boolean setAccessPoint(String name, boolean on) {
    for (int i = 0; i < radio.points().size(); i++) {
      if (radio.points().get(i).name().equals(name)) {
        switchPoint(i, on);
        return true;
      }
    }
    return false;
  }

  private void switchPoint(int point, boolean on) {
    if (on) {
      radio.restore(point);
    } else {
      radio.cut(point);
    }
    String name = radio.points().get(point).name();
    for (Attendee attendee : attendees.values()) {
      if (!on && attendee.device.accessPoint().equals(name)) {
        // Alone in the dark for a moment even where another access point is in reach.
        attendee.device.radio("", 0, 0);
      }
    }
  }

  /** Pulls the battery of a device for a while; 0 = until it is put back. */
  public boolean pullBattery(DeviceId id, long forMs) {
    Attendee attendee = attendees.get(id);
    if (attendee == null || !attendee.device.isOn()) {
      return false;
    }
    note(attendee.device);
    attendee.device.powerOff();
    if (forMs > 0) {
      time.after(forMs, () -> putBatteryBack(id));
    }
    return true;
  }

  /** Puts the battery back: the device starts with a new epoch. */
  public boolean putBatteryBack(DeviceId id) {
    Attendee attendee = attendees.get(id);
    if (attendee == null || attendee.device.isOn()) {
      return false;
    }
    listen(attendee);
    attendee.device.powerOn();
    note(attendee.device);
    return true;
  }

  /** Somebody at a device does something. */
  public boolean local(DeviceId id, LocalCommand command) {
    Attendee attendee = attendees.get(id);
    if (attendee == null || !attendee.device.isOn()) {
      return false;
    }
    attendee.device.local(command);
    return true;
  }

  /** What every device took and got acknowledged, as of now. */
  public Ledger ledger() {
    attendees.values().forEach(attendee -> note(attendee.device));
    return ledger;
  }

  /** The crowd in numbers, as of now. */
  public CrowdSummary summary() {
    int on = 0;
    int connected = 0;
    int withPicture = 0;
    int owned = 0;
    long waiting = 0;
    for (Attendee attendee : attendees.values()) {
      Optional<BadgeView> view = attendee.device.view();
      if (view.isEmpty()) {
        continue;
      }
      on++;
      waiting += view.get().outbox().waiting();
      connected += view.get().uplink().state() == UplinkView.State.CONNECTED ? 1 : 0;
      if (view.get().desired().applied().state().ownership() == Ownership.OWNED) {
        owned++;
        withPicture += view.get().screen().work() == ScreenView.Work.SETTLED ? 1 : 0;
      }
    }
    Ledger known = ledger();
    return new CrowdSummary(
        attendees.size(),
        on,
        connected,
        withPicture,
        owned,
        new CrowdSummary.Samples(known.taken(), known.acknowledged(), waiting),
        radio.cutCount());
  }

  /** Ends all sessions in order, as when the program ends. */
  public void stop() {
    for (Attendee attendee : attendees.values()) {
      note(attendee.device);
      attendee.device.tell(new io.baedge.badge.BadgeEvent.Stopping());
    }
  }

  private void note(Device device) {
    device
        .view()
        .ifPresent(
            view ->
                ledger.note(
                    device.id(),
                    view.epoch(),
                    view.outbox().taken(),
                    view.outbox().acknowledged()));
  }

  private void live(Attendee attendee) {
    long nowMs = time.nowMs();
    attendee.person.walk(WALK_EVERY_MS, plan.wallAtZeroMs() + nowMs, plan.sessions());
    power(attendee.device, nowMs);
    listen(attendee);
    time.after(WALK_EVERY_MS, () -> live(attendee));
  }

  private void power(Device device, long nowMs) {
    double percent = device.battery().percent(nowMs, device.isOn());
    if (device.battery().docked()) {
      if (percent >= DOCK_UNTIL_PERCENT) {
        device.battery().dock(false, nowMs);
      }
    } else if (percent < DOCK_BELOW_PERCENT && air.nextInt(600) == 0) {
      device.battery().dock(true, nowMs);
    }
    if (percent < DEAD_PERCENT && device.isOn()) {
      note(device);
      device.powerOff();
      device.battery().dock(true, nowMs);
    } else if (!device.isOn() && device.battery().docked() && percent >= START_PERCENT) {
      device.powerOn();
    }
  }

  private void listen(Attendee attendee) {
    Device device = attendee.device;
    Person person = attendee.person;
    Radio.Heard heard = radio.choose(person.place(), person.room().name(), current(device), air);
    if (heard.point() < 0) {
      device.radio("", 0, 0);
    } else {
      AccessPoint point = radio.points().get(heard.point());
      device.radio(point.name(), heard.rssiDbm(), point.channel());
    }
  }

  private int current(Device device) {
    for (int i = 0; i < radio.points().size(); i++) {
      if (radio.points().get(i).name().equals(device.accessPoint())) {
        return i;
      }
    }
    return -1;
  }
}
