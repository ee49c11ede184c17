package io.baedge.sim.conference;

import io.baedge.hub.Hub;
import io.baedge.hub.HubEffect;
import io.baedge.hub.HubEvent;
import io.baedge.hub.HubFault;
import io.baedge.hub.HubSettings;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.store.Write;
import io.baedge.kit.rate.Admission;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a hub runs on: its store, whose commits take time, and its power. A hub that is
 * killed loses what was not committed; what was being committed is then in the store or not.
 */
final class HubHost {
  private static final long BOOTED_MS = 3_600_000;
  private static final Spread SLOW_COMMIT = new Spread(1_000, 6_000);

  private final VirtualTime time;
  private final long wallAtZeroMs;
  private final HubSettings settings;
  private final Scenario.HubPlan plan;
  private final Outlet outlet;
  private final RandomGenerator disk;
  private final RandomGenerator admissions;
  private final RandomGenerator fate;

  // Lives as long as the machine.
  private MemoryHubStore store = new MemoryHubStore(1);
  private long generation = 1;
  private long slowUntilMs;
  private boolean restored;
  private int run;
  private int mostWaiting;

  // Lives as long as the hub.
  private @Nullable Hub hub;
  private @Nullable Admission admission;
  private List<HubEffect.Commit> waiting = new ArrayList<>();
  private List<HubEffect.Commit> committing = List.of();
  private long plannedTickMs = Long.MAX_VALUE;

  /** Takes what the hub says to the outside, and watches. */
  interface Outlet {
    /** The hub wants something done that is not storing. */
    void effect(HubEffect effect);

    /** Writes are durable. */
    void stored(Write write);

    /** The hub is told. */
    void told(HubEvent event);

    /** A hub starts, perhaps from a store that was put back. */
    void started(boolean restored);

    /** A connection was let in. */
    void admitted(DeviceId device);
  }

  HubHost(
      VirtualTime time,
      long wallAtZeroMs,
      HubSettings settings,
      Scenario.HubPlan plan,
      Chance chance,
      Outlet outlet) {
    this.time = time;
    this.wallAtZeroMs = wallAtZeroMs;
    this.settings = settings;
    this.plan = plan;
    this.outlet = outlet;
    this.disk = chance.stream("hub-disk");
    this.admissions = chance.stream("hub-admissions");
    this.fate = chance.stream("hub-fate");
  }

  MemoryHubStore store() {
    return store;
  }

  /** Counts the starts; 0 before the first. */
  int run() {
    return run;
  }

  boolean isUp() {
    return hub != null;
  }

  int mostWaiting() {
    return mostWaiting;
  }

  void start() {
    if (hub != null) {
      return;
    }
    run++;
    plannedTickMs = Long.MAX_VALUE;
    hub = new Hub(settings, store.load(), now());
    admission =
        settings.faults().contains(HubFault.NO_ADMISSION)
            ? Admission.open(admissions)
            : new Admission(plan.admissionsPerSecond(), admissions, now().monoMs());
    outlet.started(restored);
    restored = false;
    tell(new HubEvent.Tick());
  }

  void kill() {
    if (hub == null) {
      return;
    }
    hub = null;
    if (!committing.isEmpty() && fate.nextBoolean()) {
      store(committing);
    }
    committing = List.of();
    waiting = new ArrayList<>();
  }

  /** Commits take seconds for so long. */
  void slowDown(long forMs) {
    slowUntilMs = time.nowMs() + forMs;
  }

  /** The disk is quick again. */
  void speedUp() {
    slowUntilMs = 0;
  }

  /** What the store holds now, to go back to later. */
  MemoryHubStore backup() {
    return MemoryHubStore.restored(store, generation + 1);
  }

  /** Goes on from a backup, under a new generation; only while the hub is down. */
  void restore(MemoryHubStore backup) {
    if (hub != null) {
      throw new IllegalStateException("a store is restored only while the hub is down");
    }
    // One above the number that a backup carries, which is one above its store's.
    generation += 2;
    store = MemoryHubStore.restored(backup, generation);
    restored = true;
  }

  /** Whether one more connection may come in; asked before any work is done for it. */
  Admission.Answer admit(DeviceId device) {
    Admission door = admission;
    if (door == null) {
      throw new IllegalStateException("a hub that is down admits nobody");
    }
    Admission.Answer answer = door.ask(device.text(), now().monoMs());
    if (answer instanceof Admission.Answer.Admitted) {
      outlet.admitted(device);
    }
    return answer;
  }

  /** Tells the hub, and does what it wants; nothing happens while it is down. */
  void tell(HubEvent event) {
    Hub running = hub;
    if (running == null) {
      return;
    }
    outlet.told(event);
    for (HubEffect effect : running.on(event, now())) {
      outlet.effect(effect);
      if (effect instanceof HubEffect.Commit commit) {
        waiting.add(commit);
      }
    }
    mostWaiting = Math.max(mostWaiting, waiting.size());
    commitNext();
    planTick(running);
  }

  Now now() {
    return Now.synced(BOOTED_MS + time.nowMs(), wallAtZeroMs + time.nowMs());
  }

  private void commitNext() {
    if (!committing.isEmpty() || waiting.isEmpty()) {
      return;
    }
    committing = waiting;
    waiting = new ArrayList<>();
    int ofRun = run;
    time.after(
        (time.nowMs() < slowUntilMs ? SLOW_COMMIT : plan.commit()).draw(disk) + writingMs(),
        () -> {
          if (run == ofRun && hub != null) {
            List<HubEffect.Commit> group = committing;
            committing = List.of();
            store(group);
            tell(new HubEvent.Committed(group.getLast().tx()));
          }
        });
  }

  /** How long the records of the group that is being committed take. */
  private long writingMs() {
    if (plan.recordsPerSecond() == 0) {
      return 0;
    }
    long records = 0;
    for (HubEffect.Commit commit : committing) {
      for (Write write : commit.writes()) {
        records += write instanceof Write.Chunk chunk ? chunk.span().count() : 0;
      }
    }
    return records * 1_000 / plan.recordsPerSecond();
  }

  private void store(List<HubEffect.Commit> group) {
    for (HubEffect.Commit commit : group) {
      store.commit(commit.writes());
      commit.writes().forEach(outlet::stored);
    }
  }

  private void planTick(Hub running) {
    long deadlineMonoMs = running.nextDeadlineMonoMs();
    if (deadlineMonoMs == Long.MAX_VALUE) {
      return;
    }
    long dueMs = Math.max(time.nowMs() + 1, deadlineMonoMs - BOOTED_MS);
    if (dueMs < plannedTickMs) {
      plannedTickMs = dueMs;
      int ofRun = run;
      time.at(dueMs, () -> tick(ofRun, dueMs));
    }
  }

  private void tick(int ofRun, long dueMs) {
    Hub running = hub;
    if (running == null || run != ofRun || dueMs != plannedTickMs) {
      return;
    }
    plannedTickMs = Long.MAX_VALUE;
    if (running.nextDeadlineMonoMs() - BOOTED_MS <= time.nowMs()) {
      tell(new HubEvent.Tick());
    } else {
      planTick(running);
    }
  }
}
