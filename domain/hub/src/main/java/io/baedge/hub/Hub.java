package io.baedge.hub;

import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.UpMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hub: decides what badges shall be, keeps what they say, and knows who is heard. One thread owns
 * it. What it decides holds in memory at once; what it promises (Accept, Send, Reply) waits until
 * the store has committed.
 */
public final class Hub {
  private static final long MOVE_ON_EVERY_MS = 60_000;

  private final State state;
  private final Pending pending;
  private final Targets targets;
  private final Watch watch;
  private final Talk talk;
  private final HandOver handOver;
  private final Creation creation;
  private final Imports imports;
  private final Wishes wishes;
  private final Answers answers;
  private final Lines lines;
  private final Turn turn;

  private boolean started;
  private boolean failed;
  private long moveOnMonoMs;
  private long countsMonoMs = Long.MAX_VALUE;
  private @Nullable FleetCounts counts;

  /** A hub that goes on from what the store holds. */
  public Hub(HubSettings settings, HubSnapshot snapshot, Now startedAt) {
    state = new State(settings, snapshot, startedAt);
    pending =
        new Pending(
            snapshot.generation(),
            settings.faults().contains(HubFault.ACK_BEFORE_COMMIT),
            state.drainPace,
            state::newestEpoch);
    targets = new Targets(state);
    watch = new Watch(state, targets);
    talk = new Talk(state, targets, watch);
    handOver = new HandOver(state);
    creation = new Creation(state, handOver);
    imports = new Imports(state);
    wishes = new Wishes(state);
    lines = new Lines(state);
    turn = new Turn(startedAt);
    answers = new Answers(state, wishes, new TwinPage(state, lines));
    moveOnMonoMs = startedAt.monoMs() + MOVE_ON_EVERY_MS;
    // What is composed now may differ from what was composed before under the same number.
    targets.start(state.counters.nextRevision(), startedAt.wallMs());
  }

  /** Decides. */
  public List<HubEffect> on(HubEvent event, Now now) {
    turn.begin(now);
    if (!started) {
      started = true;
      open(turn);
    }
    decide(event, turn);
    watch.due(turn);
    moveOn(turn);
    targets.settle(turn);
    lines.settle(turn);
    if (state.counters.moved()) {
      turn.write(state.counters.row());
    }
    if (!turn.writes.isEmpty() || !turn.promises.isEmpty()) {
      pending.add(turn.writes, turn.promises, turn.effects, now);
    }
    count(event, turn);
    return turn.effects;
  }

  /** When the hub wants a Tick at the latest, on the monotonic clock. */
  public long nextDeadlineMonoMs() {
    long moveOn = state.programme.mayMoveOn() ? moveOnMonoMs : Long.MAX_VALUE;
    return Math.min(countsMonoMs, Math.min(moveOn, state.attendance.nextMonoMs()));
  }

  private void decide(HubEvent event, Turn turn) {
    switch (event) {
      case HubEvent.DeviceConnected(DeviceId device) -> talk.connected(device, turn);
      case HubEvent.DeviceClosed(DeviceId device, String _) -> talk.closed(device, turn);
      case HubEvent.Heard(DeviceId device, UpMessage message, long ticket) -> {
        // A sender that gets no answer sends again; one that does not ask slows down.
        if (!failed && pending.size() < state.settings.bounds().pending()) {
          talk.heard(device, message, ticket, turn);
        }
      }
      case HubEvent.Malformed(DeviceId device, String reason, long ticket) ->
          talk.malformed(device, reason, ticket, turn);
      case HubEvent.Committed(long tx) -> pending.committed(tx, turn.effects, turn.now);
      case HubEvent.CommitFailed(long _, String reason) -> {
        failed = true;
        pending.failed(reason, turn.effects);
      }
      case HubEvent.Asked(long id, String who, Request request) -> asked(id, who, request, turn);
      case HubEvent.Tick() -> {}
    }
  }

  private void asked(long id, String who, Request request, Turn turn) {
    switch (request) {
      case Request.Question question ->
          turn.effects.add(new HubEffect.Reply(id, answers.answer(question, turn.now)));
      case Request.Change change -> {
        boolean busy = failed || pending.size() >= state.settings.bounds().pending();
        Outcome outcome =
            busy
                ? new Outcome.Failed("the store is behind; try again in a moment")
                : change(change, who, turn);
        turn.promises.add(new Promise.Answer(id, outcome));
      }
    }
  }

  private Outcome change(Request.Change change, String who, Turn turn) {
    return switch (change) {
      case Request.CreateBadges create -> creation.create(create, who, turn);
      case Request.SetLabels set -> handOver.label(set, who, turn);
      case Request.AssignDevice assign -> handOver.assign(assign, who, turn);
      case Request.ReplaceDevice replace -> handOver.replace(replace, who, turn);
      case Request.ReturnDevice giveBack -> handOver.giveBack(giveBack, who, turn);
      case Request.FreeDevice(DeviceId device) -> handOver.free(device, who, turn);
      case Request.AssignWearer assign -> handOver.wear(assign, who, turn);
      case Request.RetireBadge(var badge) -> handOver.retire(badge, who, turn);
      case Request.ImportPeople people -> imports.importPeople(people, who, turn);
      case Request.ImportSchedule schedule -> imports.importSchedule(schedule, who, turn);
      case Request.PatchDesired patch -> wishes.patch(patch, who, turn);
      case Request.PushScreen push -> wishes.push(push, who, turn);
      case Request.Announce announce -> wishes.announce(announce, who, turn);
      case Request.Withdraw(String id) -> wishes.withdraw(id, who, turn);
      case Request.SendCommand command -> wishes.command(command, who, turn);
    };
  }

  /** The first turn shows everything that the store knew. */
  private void open(Turn turn) {
    state.badges.inUse().forEach(badge -> turn.touchedBadges.add(badge.badge()));
    for (DeviceId device : state.devices.all()) {
      if (state.badges.bindingOf(device).isEmpty()) {
        turn.touchedDevices.add(device);
      }
    }
    turn.note(
        HubNote.Kind.HUB,
        "",
        "the hub of site "
            + state.settings.site()
            + " started, store generation "
            + state.generation);
  }

  private void moveOn(Turn turn) {
    if (turn.now.monoMs() >= moveOnMonoMs) {
      moveOnMonoMs = turn.now.monoMs() + MOVE_ON_EVERY_MS;
      turn.groundMoved |= state.programme.moveOn(turn.now.wallMs());
    }
  }

  /** Counts at most every so often, and once more after the last change. */
  private void count(HubEvent event, Turn turn) {
    long now = turn.now.monoMs();
    if (now >= countsMonoMs || counts == null) {
      countsMonoMs = Long.MAX_VALUE;
      FleetCounts newest = lines.counts();
      if (!newest.equals(counts)) {
        counts = newest;
        turn.effects.add(new HubEffect.ShowFleet(newest));
      }
    } else if (countsMonoMs == Long.MAX_VALUE && moves(event, turn)) {
      countsMonoMs = now + state.settings.bounds().countsEveryMs();
    }
  }

  private static boolean moves(HubEvent event, Turn turn) {
    return !turn.writes.isEmpty()
        || !turn.effects.isEmpty()
        || event instanceof HubEvent.Heard
        || event instanceof HubEvent.Malformed;
  }
}
