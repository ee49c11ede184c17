package io.baedge.sim.conference;

import io.baedge.hub.HubEvent;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The people at the desk: they hand out badges, give them to other wearers and swap devices. They
 * ask one thing at a time, ask again when no answer comes, and so know what must be true at the
 * end.
 */
final class Desk {
  private static final long ANSWER_WITHIN_MS = 8_000;
  private static final long AGAIN_AFTER_MS = 1_500;
  private static final int MOST_JOBS = 200;
  private static final String WHO = "desk";

  private final VirtualTime time;
  private final HubHost hub;
  private final Counts counts;
  private final List<Held> held = new ArrayList<>();
  private final Deque<Integer> freeWearers = new ArrayDeque<>();
  private final Deque<Device> spares = new ArrayDeque<>();
  private final Deque<Job> jobs = new ArrayDeque<>();
  private @Nullable Job current;
  private long requests;

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

  private static final class Job {
    private final Request request;
    private final Runnable done;
    private int attempts;
    private long id;

    Job(Request request, Runnable done) {
      this.request = request;
      this.done = done;
    }
  }

  Desk(VirtualTime time, HubHost hub, Counts counts) {
    this.time = time;
    this.hub = hub;
    this.counts = counts;
  }

  /** Imports people, hands out a badge with each of the first devices, and says how often. */
  void open(List<Device> devices, int badges, Cadence cadence) {
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
    ask(new Request.ImportPeople(cards, false), () -> {});
    ask(new Request.PatchDesired(Scope.SITE, patch(cadence), Optional.empty()), () -> {});
    ask(new Request.CreateBadges(wanted), () -> {});
  }

  /** Every badge as it must be at the end. */
  List<Held> held() {
    return held;
  }

  /** Whether something is still to be done. */
  boolean idle() {
    return current == null && jobs.isEmpty();
  }

  /** Gives some badge to somebody who wears none. */
  boolean reassign(RandomGenerator random) {
    Held chosen = pick(random);
    Integer wearer = freeWearers.poll();
    if (chosen == null || wearer == null) {
      if (wearer != null) {
        freeWearers.add(wearer);
      }
      return false;
    }
    chosen.busy = true;
    ask(
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
    Device spare = spares.poll();
    if (chosen == null || spare == null) {
      if (spare != null) {
        spares.add(spare);
      }
      return Optional.empty();
    }
    chosen.busy = true;
    Device old = chosen.device;
    Runnable begin =
        () ->
            ask(
                new Request.ReplaceDevice(chosen.badge, spare.id().text(), Optional.empty()),
                () -> {
                  chosen.device = spare;
                  chosen.busy = false;
                  time.after(freedAfterMs, () -> free(old));
                });
    return Optional.of(new Swap(old, begin));
  }

  private void free(Device old) {
    ask(new Request.FreeDevice(old.id()), () -> spares.add(old));
  }

  /** Pushes a screen to all badges for a while. */
  void push(String screen, long forMs) {
    ask(new Request.PushScreen(List.of(), screen, forMs), () -> {});
  }

  private @Nullable Held pick(RandomGenerator random) {
    Held chosen = held.get(random.nextInt(held.size()));
    return chosen.busy || jobs.size() >= MOST_JOBS ? null : chosen;
  }

  private void ask(Request request, Runnable done) {
    jobs.add(new Job(request, done));
    if (current == null) {
      next();
    }
  }

  private void next() {
    current = jobs.poll();
    if (current != null) {
      send(current);
    }
  }

  private void send(Job job) {
    job.id = ++requests;
    job.attempts++;
    long id = job.id;
    time.after(
        ANSWER_WITHIN_MS,
        () -> {
          if (current == job && job.id == id) {
            counts.add("desk-asks-again");
            send(job);
          }
        });
    hub.tell(new HubEvent.Asked(id, WHO, job.request));
  }

  /** The hub answers. */
  void reply(long requestId, Outcome outcome) {
    Job job = current;
    if (job == null || job.id != requestId) {
      return;
    }
    switch (outcome) {
      case Outcome.Done _ -> finish(job);
      case Outcome.Failed _ -> {
        job.id = 0;
        time.after(AGAIN_AFTER_MS, () -> send(job));
      }
      case Outcome.NotFound _, Outcome.Conflict _, Outcome.Invalid _ -> {
        // Asked before without hearing the answer: then it was done, and asking again is in vain.
        if (job.attempts == 1) {
          throw new InvariantBroken(
              Invariant.NO_EXCEPTION, -1, "the hub refused " + job.request + " with " + outcome);
        }
        finish(job);
      }
    }
  }

  private void finish(Job job) {
    counts.add("desk-done");
    // Later, because the hub is in the middle of telling.
    time.after(
        1,
        () -> {
          job.done.run();
          next();
        });
    job.id = 0;
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
