package io.baedge.sim.conference;

import io.baedge.badge.local.LocalCommand;
import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.MemoryCard;
import io.baedge.sim.scenario.MishapKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** What happens to single boards and to the people who carry them. */
final class BoardMishaps {
  private static final Spread IN_DRAWER = new Spread(40_000, 180_000);
  private static final Spread DESK_NOTICES = new Spread(5_000, 120_000);
  private static final long YEAR_MS = 365 * 86_400_000L;
  private static final long[] JUMPS_MS = {2_000, 90_000, 3_600_000, 86_400_000, YEAR_MS};

  private final VirtualTime time;
  private final List<Device> devices;
  private final Batteries batteries;
  private final Desk desk;
  private final Counts counts;
  private final UnaryOperator<Device> another;
  private final Map<Device, Device> successors = new HashMap<>();

  /**
   * Over these devices.
   *
   * @param another makes a device of the board of a device whose card is empty; the same device
   *     when there are too many already
   */
  BoardMishaps(
      VirtualTime time,
      List<Device> devices,
      Batteries batteries,
      Desk desk,
      Counts counts,
      UnaryOperator<Device> another) {
    this.time = time;
    this.devices = devices;
    this.batteries = batteries;
    this.desk = desk;
    this.counts = counts;
    this.another = another;
  }

  List<Device> devices() {
    return devices;
  }

  /** What the board is by now: itself, or the device that it became. */
  Device successor(Device device) {
    Device now = device;
    while (successors.containsKey(now)) {
      now = successors.get(now);
    }
    return now;
  }

  boolean happen(MishapKind kind, long lastsMs, RandomGenerator random) {
    Device device = devices.get(random.nextInt(devices.size()));
    return switch (kind) {
      case BATTERY_PULLED -> pullBattery(device, lastsMs);
      case BATTERY_EMPTY -> batteries.runDown(device);
      case CLOCK_JUMP -> jump(device, lastsMs, random);
      case CARD_WIPED -> wipe(lastsMs, random);
      case CARD_FULL -> fill(device, lastsMs);
      case TORN_WRITE -> tear(device, lastsMs);
      case BADGE_SWAPPED -> swap(lastsMs, random);
      case BUTTON_PRESSED -> press(device, 1 + random.nextInt(4));
      case HUB_KILLED,
          HUB_RESTORED,
          SLOW_HUB_DISK,
          ACCESS_POINT_CUT,
          UPLINK_CUT,
          VENUE_UPLINK_CUT,
          BROKER_AMNESIA,
          WEARER_REASSIGNED,
          BAD_CONFIGURATION,
          SCREEN_PUSHED ->
          throw new IllegalArgumentException(kind + " does not happen to a board");
    };
  }

  void calm() {
    batteries.calm();
    for (Device device : devices) {
      device.setWallClock(0, true);
      if (device.card() instanceof MemoryCard card) {
        card.full(false);
        card.tearNothing();
      }
      device.powerOn();
    }
  }

  private boolean pullBattery(Device device, long lastsMs) {
    if (!device.isOn()) {
      return false;
    }
    device.powerOff();
    startAfter(device, lastsMs);
    return true;
  }

  /** Others take all space; what the journal has made room for before is still its own. */
  private boolean fill(Device device, long lastsMs) {
    if (device.isScrapped() || !(device.card() instanceof MemoryCard card) || card.isFull()) {
      return false;
    }
    card.full(true);
    time.after(lastsMs, () -> card.full(false));
    return true;
  }

  /** At the next write, which may be a while away when the hub answers. */
  private boolean tear(Device device, long lastsMs) {
    return !device.isScrapped()
        && device.card() instanceof MemoryCard card
        && card.tearNextWrite(
            () -> {
              counts.happened(MishapKind.TORN_WRITE, time.nowMs());
              startAfter(device, lastsMs);
            });
  }

  private void startAfter(Device device, long afterMs) {
    time.after(
        afterMs,
        () -> {
          if (batteries.mayStart(device)) {
            device.powerOn();
          }
        });
  }

  private boolean jump(Device device, long lastsMs, RandomGenerator random) {
    if (!device.wallIsRight() || device.isScrapped()) {
      return false;
    }
    long far = JUMPS_MS[random.nextInt(JUMPS_MS.length)];
    // Mostly the board knows that its clock is not to be trusted.
    device.setWallClock(random.nextBoolean() ? far : -far, random.nextInt(4) == 0);
    time.after(lastsMs, () -> device.setWallClock(0, true));
    return true;
  }

  /** The card is empty at the next start: another device on the same board. */
  private boolean wipe(long lastsMs, RandomGenerator random) {
    Optional<Desk.Held> lost = desk.lose(random);
    if (lost.isEmpty()) {
      return false;
    }
    Device old = lost.get().device();
    Device fresh = another.apply(old);
    if (fresh == old) {
      desk.keep(lost.get());
      return false;
    }
    successors.put(old, fresh);
    old.scrap();
    time.after(lastsMs, fresh::powerOn);
    desk.moveTo(lost.get(), fresh, lastsMs + DESK_NOTICES.draw(random));
    return true;
  }

  /** Half of the swapped devices are dead when the desk gets them, and live again later. */
  private boolean swap(long lastsMs, RandomGenerator random) {
    Optional<Desk.Swap> swap = desk.swap(random, IN_DRAWER.draw(random));
    boolean dead = random.nextBoolean();
    swap.ifPresent(
        planned -> {
          if (dead) {
            pullBattery(planned.old(), lastsMs);
          }
          planned.begin().run();
        });
    return swap.isPresent();
  }

  private static boolean press(Device device, int button) {
    if (!device.isOn()) {
      return false;
    }
    device.local(new LocalCommand.ButtonPressed(button));
    return true;
  }
}
