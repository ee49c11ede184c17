package io.baedge.sim.conference;

import io.baedge.badge.local.LocalCommand;
import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.MishapKind;
import io.baedge.sim.scenario.MishapPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes things go wrong, each kind from randomness of its own, until faults stop. */
final class Mishaps {
  private static final Spread IN_DRAWER = new Spread(40_000, 180_000);
  private static final long PUSHED_FOR_MS = 45_000;
  private static final List<String> PUSHED = List.of("schedule", "conference", "baedge");

  private final VirtualTime time;
  private final Site site;
  private final Counts counts;
  private boolean calm;
  private int uplinkCuts;

  /** Where things go wrong. */
  record Site(HubHost hub, Network network, Hall hall, Desk desk, List<Device> devices) {}

  Mishaps(VirtualTime time, Site site, Counts counts) {
    this.time = time;
    this.site = site;
    this.counts = counts;
  }

  /** Plans all of them. */
  void plan(List<MishapPlan> plans, Chance chance) {
    Map<MishapKind, Integer> seen = new EnumMap<>(MishapKind.class);
    for (MishapPlan plan : plans) {
      int nth = seen.merge(plan.kind(), 1, Integer::sum);
      RandomGenerator random = chance.stream("mishap-" + plan.kind().word(), nth);
      if (plan.isTimed()) {
        time.at(plan.atMs(), () -> happen(plan, random));
      } else {
        again(plan, random);
      }
    }
  }

  private void again(MishapPlan plan, RandomGenerator random) {
    time.after(
        Spread.waitMs(plan.everyMs(), random),
        () -> {
          if (!calm) {
            happen(plan, random);
            again(plan, random);
          }
        });
  }

  private void happen(MishapPlan plan, RandomGenerator random) {
    if (calm) {
      return;
    }
    long lastsMs = plan.lasts().draw(random);
    boolean happened =
        switch (plan.kind()) {
          case HUB_KILLED -> killHub(lastsMs);
          case ACCESS_POINT_CUT -> cutPoint(plan.target(), lastsMs, random);
          case UPLINK_CUT -> cutUplink(lastsMs);
          case BATTERY_PULLED -> pullBattery(device(random), lastsMs);
          case WEARER_REASSIGNED -> site.desk.reassign(random);
          case BADGE_SWAPPED -> swap(lastsMs, random);
          case SCREEN_PUSHED -> push(random);
          case BUTTON_PRESSED -> press(device(random), 1 + random.nextInt(4));
        };
    if (happened) {
      counts.add(plan.kind().word());
    }
  }

  /** Faults stop: everything that was broken works again. */
  void calm() {
    calm = true;
    site.network.calm();
    for (int i = 0; i < site.hall.radio().points().size(); i++) {
      if (site.hall.radio().isCut(i)) {
        site.hall.restore(i);
      }
    }
    site.hub.start();
    site.devices.forEach(Device::powerOn);
  }

  private Device device(RandomGenerator random) {
    return site.devices.get(random.nextInt(site.devices.size()));
  }

  private boolean killHub(long lastsMs) {
    if (!site.hub.isUp()) {
      return false;
    }
    site.hub.kill();
    site.network.hubDied();
    time.after(lastsMs, site.hub::start);
    return true;
  }

  private boolean cutPoint(String target, long lastsMs, RandomGenerator random) {
    int point = random.nextInt(site.hall.radio().points().size());
    for (int i = 0; i < site.hall.radio().points().size(); i++) {
      if (site.hall.radio().points().get(i).name().equals(target)) {
        point = i;
      }
    }
    if (site.hall.radio().isCut(point)) {
      return false;
    }
    int chosen = point;
    site.hall.cut(chosen);
    time.after(lastsMs, () -> site.hall.restore(chosen));
    return true;
  }

  private boolean cutUplink(long lastsMs) {
    int nth = ++uplinkCuts;
    site.network.cut();
    time.after(
        lastsMs,
        () -> {
          if (nth == uplinkCuts) {
            site.network.restore();
          }
        });
    return true;
  }

  private boolean pullBattery(Device device, long lastsMs) {
    if (!device.isOn()) {
      return false;
    }
    device.powerOff();
    time.after(lastsMs, device::powerOn);
    return true;
  }

  /** Half of the swapped devices are dead when the desk gets them, and live again later. */
  private boolean swap(long lastsMs, RandomGenerator random) {
    Optional<Desk.Swap> swap = site.desk.swap(random, IN_DRAWER.draw(random));
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

  private boolean push(RandomGenerator random) {
    site.desk.push(PUSHED.get(random.nextInt(PUSHED.size())), PUSHED_FOR_MS);
    return true;
  }

  private static boolean press(Device device, int button) {
    if (!device.isOn()) {
      return false;
    }
    device.local(new LocalCommand.ButtonPressed(button));
    return true;
  }
}
