package io.baedge.sim.conference;

import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.scenario.MishapKind;
import io.baedge.sim.scenario.MishapPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes things go wrong, each kind from randomness of its own, until faults stop. */
final class Mishaps {
  private static final long PUSHED_FOR_MS = 45_000;
  private static final List<String> PUSHED = List.of("schedule", "conference", "baedge");

  private final VirtualTime time;
  private final Site site;
  private final BoardMishaps boards;
  private final Counts counts;
  private boolean calm;
  private int uplinkCuts;
  private int silences;

  /** Where things go wrong. */
  record Site(HubHost hub, Backups backups, Network network, Hall hall, Desk desk) {}

  Mishaps(VirtualTime time, Site site, BoardMishaps boards, Counts counts) {
    this.time = time;
    this.site = site;
    this.boards = boards;
    this.counts = counts;
  }

  /** Plans all of them. */
  void plan(List<MishapPlan> plans, Chance chance) {
    Map<MishapKind, Integer> seen = new EnumMap<>(MishapKind.class);
    for (MishapPlan plan : plans) {
      int nth = seen.merge(plan.kind(), 1, Integer::sum);
      RandomGenerator random = chance.stream("mishap-" + plan.kind().word(), nth);
      if (plan.at().isPresent()) {
        once(plan, random, plan.at().get().draw(random));
      } else {
        again(plan, random);
      }
    }
  }

  /** At a given moment it must happen; if it cannot right then, a little later. */
  private void once(MishapPlan plan, RandomGenerator random, long atMs) {
    time.at(
        atMs,
        () -> {
          if (!calm && !happen(plan, random)) {
            once(plan, random, time.nowMs() + Spread.waitMs(1_000, random));
          }
        });
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

  private boolean happen(MishapPlan plan, RandomGenerator random) {
    long lastsMs = plan.lasts().draw(random);
    boolean happened =
        switch (plan.kind()) {
          case HUB_KILLED -> killHub(lastsMs);
          case HUB_RESTORED -> restoreHub(lastsMs);
          case SLOW_HUB_DISK -> slowHub(lastsMs);
          case ACCESS_POINT_CUT -> cutPoint(plan.target(), lastsMs, random);
          case UPLINK_CUT -> cutUplink(lastsMs);
          case VENUE_UPLINK_CUT -> silence(lastsMs);
          case BROKER_AMNESIA -> forgetAtBroker(lastsMs);
          case WEARER_REASSIGNED -> site.desk.reassign(random);
          case BAD_CONFIGURATION -> site.desk.wrongs().happen(random, lastsMs);
          case SCREEN_PUSHED -> push(random);
          case BATTERY_PULLED,
              BATTERY_EMPTY,
              CLOCK_JUMP,
              CARD_WIPED,
              CARD_FULL,
              TORN_WRITE,
              BADGE_SWAPPED,
              BUTTON_PRESSED ->
              boards.happen(plan.kind(), lastsMs, random);
        };
    // A battery that was run down counts when it is empty, a torn write when it is written.
    boolean later = plan.kind() == MishapKind.BATTERY_EMPTY || plan.kind() == MishapKind.TORN_WRITE;
    if (happened && !later) {
      counts.happened(plan.kind(), time.nowMs());
    }
    return happened;
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
    site.hub.speedUp();
    site.hub.start();
    boards.calm();
    site.desk.wrongs().putAllRight();
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

  private boolean restoreHub(long lastsMs) {
    if (!site.backups.any() || !killHub(lastsMs)) {
      return false;
    }
    site.backups.restore(boards.devices(), boards::successor);
    return true;
  }

  private boolean slowHub(long lastsMs) {
    site.hub.slowDown(lastsMs);
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

  private boolean silence(long lastsMs) {
    int nth = ++silences;
    site.network.silence();
    time.after(
        lastsMs,
        () -> {
          if (nth == silences) {
            site.network.endSilence();
          }
        });
    return true;
  }

  private boolean forgetAtBroker(long lastsMs) {
    if (!site.network.stickBroker()) {
      return false;
    }
    time.after(lastsMs, site.network::startBrokerAnew);
    return true;
  }

  private boolean push(RandomGenerator random) {
    site.desk.push(PUSHED.get(random.nextInt(PUSHED.size())), PUSHED_FOR_MS);
    return true;
  }
}
