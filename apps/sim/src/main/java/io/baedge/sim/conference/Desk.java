package io.baedge.sim.conference;

import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.CrowdPlan;
import io.baedge.sim.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The people at the desk: they hand out badges, give them to other wearers and swap devices, and so
 * know what must be true at the end.
 */
final class Desk {
  private static final long DRAWER_MS = 30_000;

  private final Requests requests;
  private final List<Held> held = new ArrayList<>();
  private final Deque<Integer> freeWearers = new ArrayDeque<>();
  private final Deque<Device> spares = new ArrayDeque<>();
  private final Wrongs wrongs;

  /** A badge as it must be. */
  static final class Held {
    private final BadgeId badge;
    private Device device;
    private int wearer;
    private boolean busy;

    Held(BadgeId badge, Device device, int wearer) {
      this.badge = badge;
      this.device = device;
      this.wearer = wearer;
    }

    BadgeId badge() {
      return badge;
    }

    Device device() {
      return device;
    }

    /** The name that must be on its glass. */
    String name() {
      return Desk.name(wearer);
    }
  }

  Desk(VirtualTime time, HubHost hub, Counts counts) {
    this.requests = new Requests(time, hub, counts);
    this.wrongs = new Wrongs(requests, held);
  }

  /** Imports people, hands out a badge with each of the first devices, and says how often. */
  void open(List<Device> devices, Scenario.Fleet fleet) {
    int badges = fleet.badges();
    int people = badges + Math.max(2, badges / 4);
    List<WearerCard> cards = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      cards.add(new WearerCard(wearerId(i), name(i), "", "", "", "", "attendee"));
    }
    List<Request.NewBadge> wanted = new ArrayList<>();
    for (int i = 0; i < badges; i++) {
      var badge = new BadgeId("badge-" + i);
      held.add(new Held(badge, devices.get(i), i));
      wanted.add(
          new Request.NewBadge(
              badge,
              List.of(i % 2 == 0 ? "even" : "odd"),
              Optional.of(wearerId(i)),
              Optional.of(devices.get(i).id().text())));
    }
    for (int i = badges; i < people; i++) {
      freeWearers.add(i);
    }
    spares.addAll(devices.subList(badges, devices.size()));
    requests.ask(new Request.ImportPeople(cards, false), () -> {});
    requests.ask(
        new Request.PatchDesired(Scope.SITE, patch(fleet.cadence()), Optional.empty()), () -> {});
    requests.ask(new Request.CreateBadges(wanted), () -> {});
    CrowdPlan crowd = fleet.crowd();
    if (!crowd.sessions().isEmpty()) {
      requests.ask(new Request.ImportSchedule(crowd.conference(), crowd.sessions()), () -> {});
    }
  }

  /** Every badge as it must be at the end. */
  List<Held> held() {
    return held;
  }

  /** Whether nothing is still to be done. */
  boolean idle() {
    return requests.idle();
  }

  /** What it wants by mistake. */
  Wrongs wrongs() {
    return wrongs;
  }

  /** The hub answers. */
  void reply(long requestId, Outcome outcome) {
    requests.reply(requestId, outcome);
  }

  /** Gives some badge to somebody who wears none. */
  boolean reassign(RandomGenerator random) {
    Held chosen = pick(random);
    Integer wearer = chosen == null ? null : freeWearers.poll();
    if (chosen == null || wearer == null) {
      return false;
    }
    chosen.busy = true;
    requests.ask(
        new Request.AssignWearer(chosen.badge, Optional.of(wearerId(wearer))),
        () -> {
          freeWearers.add(chosen.wearer);
          chosen.wearer = wearer;
          chosen.busy = false;
        });
    return true;
  }

  /** The device of the badge that is swapped next, and what swaps it. */
  record Swap(Device old, Runnable begin) {}

  /** Moves some badge to a spare device; the old one becomes a spare after a while. */
  Optional<Swap> swap(RandomGenerator random, long freedAfterMs) {
    Held chosen = pick(random);
    Device spare = chosen == null ? null : spares.poll();
    if (chosen == null || spare == null) {
      return Optional.empty();
    }
    chosen.busy = true;
    Device old = chosen.device;
    return Optional.of(
        new Swap(
            old,
            () -> {
              replace(chosen, spare, () -> freeLater(old, freedAfterMs));
            }));
  }

  /** A badge whose board is about to become another device; until {@link #moveTo}. */
  Optional<Held> lose(RandomGenerator random) {
    Held chosen = pick(random);
    if (chosen != null) {
      chosen.busy = true;
    }
    return Optional.ofNullable(chosen);
  }

  /** Nothing happened to its board after all. */
  void keep(Held chosen) {
    chosen.busy = false;
  }

  /** After a while the badge is handed to that device, which nobody owns. */
  void moveTo(Held chosen, Device device, long afterMs) {
    requests.later(afterMs, () -> replace(chosen, device, () -> {}));
  }

  private void replace(Held chosen, Device device, Runnable then) {
    chosen.busy = true;
    requests.ask(
        new Request.ReplaceDevice(chosen.badge, device.id().text(), Optional.empty()),
        () -> {
          chosen.device = device;
          chosen.busy = false;
          then.run();
        });
  }

  private void freeLater(Device old, long afterMs) {
    requests.later(
        afterMs, () -> requests.ask(new Request.FreeDevice(old.id()), () -> spares.add(old)));
  }

  /** Pushes a screen to all badges for a while. */
  void push(String screen, long forMs) {
    requests.ask(new Request.PushScreen(List.of(), screen, forMs), () -> {});
  }

  private @Nullable Held pick(RandomGenerator random) {
    Held chosen = held.get(random.nextInt(held.size()));
    return chosen.busy || requests.full() ? null : chosen;
  }

  /** What the desk knows, to go back to with a restored hub. */
  record Memory(
      List<Device> devices,
      List<Integer> wearers,
      List<Integer> freeWearers,
      List<Device> spares,
      List<Integer> wrong) {}

  Memory memory() {
    return new Memory(
        held.stream().map(Held::device).toList(),
        held.stream().map(badge -> badge.wearer).toList(),
        List.copyOf(freeWearers),
        List.copyOf(spares),
        wrongs.all());
  }

  /**
   * The hub knows only what it knew then, so people go on from there: what was asked since is
   * forgotten, boards that are other devices by now are handed out anew, what lies in the drawer is
   * freed.
   *
   * @param successor what a board is by now
   */
  void goBackTo(Memory memory, List<Device> all, UnaryOperator<Device> successor) {
    requests.forget();
    freeWearers.clear();
    freeWearers.addAll(memory.freeWearers());
    spares.clear();
    Set<Device> used = new LinkedHashSet<>();
    for (int i = 0; i < held.size(); i++) {
      Held badge = held.get(i);
      badge.device = memory.devices().get(i);
      badge.wearer = memory.wearers().get(i);
      badge.busy = false;
      Device now = successor.apply(badge.device);
      used.add(now);
      if (now != badge.device) {
        replace(badge, now, () -> {});
      }
    }
    for (Device spare : memory.spares()) {
      Device now = successor.apply(spare);
      if (used.add(now)) {
        spares.add(now);
      }
    }
    wrongs.goBackTo(memory.wrong());
    for (Device device : all) {
      if (!device.isScrapped() && !used.contains(device)) {
        // The hub may not have heard of it yet.
        requests.later(
            DRAWER_MS,
            () ->
                requests.askInVain(new Request.FreeDevice(device.id()), () -> spares.add(device)));
      }
    }
  }

  private static WearerId wearerId(int number) {
    return new WearerId("w" + number);
  }

  private static String name(int wearer) {
    return "Wearer " + wearer;
  }

  private static Doc.Fields patch(Cadence cadence) {
    var state =
        new DesiredState(
            Ownership.OWNED,
            Optional.empty(),
            Conference.NONE,
            new DesiredState.Shown("wearer", Optional.empty(), Optional.empty()),
            List.of(),
            cadence);
    Doc written = DesiredDoc.write(state).values().getOrDefault("cadence", Doc.Null.NULL);
    return Doc.fields().put("cadence", written).build();
  }
}
