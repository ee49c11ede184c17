package io.baedge.hub;

import io.baedge.hub.ingest.Ingest;
import io.baedge.hub.presence.PresenceChange;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.hub.twin.Twins;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Revision;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.presence.Presence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What devices say and how the hub takes it. */
final class Talk {
  private final State state;
  private final Targets targets;
  private final Watch watch;

  Talk(State state, Targets targets, Watch watch) {
    this.state = state;
    this.targets = targets;
    this.watch = watch;
  }

  void connected(DeviceId device, Turn turn) {
    if (introduce(device, null, turn)) {
      state.attendance.opened(device);
      watch.on(state.attendance.heard(device, turn.now), turn);
    }
  }

  void closed(DeviceId device, Turn turn) {
    watch.on(state.attendance.closed(device, turn.now), turn);
  }

  void malformed(DeviceId device, String reason, long ticket, Turn turn) {
    state.malformedCount++;
    turn.refuse(ticket, reason);
    if (state.devices.knows(device)) {
      watch.on(state.attendance.heard(device, turn.now), turn);
    }
  }

  void heard(DeviceId device, UpMessage message, long ticket, Turn turn) {
    Status.Hello hello = message instanceof Status status ? status.hello().orElse(null) : null;
    if (!introduce(device, hello, turn)) {
      refuse(ticket, "the hub knows " + state.devices.count() + " devices and takes no more", turn);
      return;
    }
    boolean taken =
        switch (message) {
          case Telemetry telemetry -> telemetry(device, telemetry, ticket, turn);
          case Status status -> status(device, status, turn);
          case Reported reported -> reported(device, reported, turn);
          case DeviceLog log -> log(device, log, turn);
        };
    if (taken) {
      turn.promises.add(new Promise.Taken(ticket));
    }
  }

  private boolean telemetry(DeviceId device, Telemetry telemetry, long ticket, Turn turn) {
    if (!state.ingest.admits(device, telemetry.epoch())) {
      refuse(ticket, "the device has more epochs than the hub keeps", turn);
      return false;
    }
    state.drainPace.heard(device, telemetry, turn.now.monoMs());
    Ingest.Taken taken = state.ingest.take(device, telemetry);
    long wallMs = turn.now.wallMs();
    if (!taken.fresh().isEmpty()) {
      turn.write(
          Ingest.chunk(state.devices.partition(device), device, telemetry, taken.fresh(), wallMs));
    }
    if (taken.moved()) {
      turn.write(new Write.Marks(device, telemetry.epoch(), taken.received()));
    }
    if (state.gauges.take(device, telemetry.epoch(), taken.fresh(), wallMs)) {
      targets.touch(turn, device);
    }
    turn.promises.add(
        new Promise.Stored(device, telemetry.epoch(), taken.received(), heldFrame(device)));
    watch.on(state.attendance.heard(device, turn.now), turn);
    remind(device, turn);
    return true;
  }

  private boolean status(DeviceId device, Status status, Turn turn) {
    PresenceChange change = state.attendance.said(device, status, turn.now);
    watch.on(change, turn);
    boolean hello = status.hello().isPresent();
    if (hello || status.phase() == Status.Phase.ASLEEP || status.phase() == Status.Phase.OFF) {
      turn.write(state.attendance.contact(device, turn.now));
    }
    if (status.phase() != Status.Phase.ONLINE) {
      return true;
    }
    if (hello) {
      long epoch = status.stream().epoch();
      turn.promises.add(
          new Promise.Stored(
              device,
              epoch,
              state.ingest.received(device, epoch),
              heldFrame(device),
              status.sentAt().monoMs()));
      state
          .wanted
          .greet(device, turn.now.monoMs())
          .ifPresent(desired -> turn.send(device, desired));
      targets.touch(turn, device);
    } else {
      remind(device, turn);
    }
    return true;
  }

  private boolean reported(DeviceId device, Reported reported, Turn turn) {
    Glass glass = reported.glass();
    keepFrame(glass, turn);
    var bare =
        new Reported(
            reported.applied(),
            reported.token(),
            reported.refusal(),
            reported.order(),
            glass.withoutFrame(),
            state.differences.shared(reported.state()));
    var twin = new Write.Twin(device, bare, turn.now.wallMs());
    Optional<Write.Twin> before = state.twins.of(device);
    Twins.Verdict verdict =
        state.twins.take(twin, state.badges.bindingOf(device), state.badges.lastBindingOf(device));
    if (verdict != Twins.Verdict.STALE) {
      turn.write(twin);
      Optional<BadgeId> badge =
          verdict == Twins.Verdict.BADGE
              ? state.badges.bindingOf(device).map(Write.Binding::badge)
              : Optional.empty();
      noteReport(new Subject(device, badge), before.map(Write.Twin::reported), bare, turn);
      targets.touch(turn, device);
      // With fencing switched off, a device may change the twin of a badge that it lost.
      state
          .badges
          .lastBindingOf(device)
          .ifPresent(binding -> turn.touchedBadges.add(binding.badge()));
    }
    long epoch = reported.order().epoch();
    turn.promises.add(
        new Promise.Stored(
            device,
            epoch,
            state.ingest.received(device, epoch),
            heldFrame(device),
            reported.order().monoMs()));
    watch.on(state.attendance.heard(device, turn.now), turn);
    remind(device, turn);
    return true;
  }

  private boolean log(DeviceId device, DeviceLog log, Turn turn) {
    Optional<BadgeId> badge = state.badges.bindingOf(device).map(Write.Binding::badge);
    for (DeviceLog.Line line : log.lines()) {
      String text = line.level().word() + ": " + line.text();
      turn.note(
          new HubNote(turn.now.wallMs(), HubNote.Kind.LOG, badge, Optional.of(device), "", text));
    }
    watch.on(state.attendance.heard(device, turn.now), turn);
    return true;
  }

  private void keepFrame(Glass glass, Turn turn) {
    byte[] frame = glass.frame();
    if (frame.length > 0 && !glass.hash().isEmpty() && !state.frames.holds(glass.hash())) {
      turn.write(new Write.Frame(glass.hash(), frame, turn.now.wallMs()));
      state.frames.add(glass.hash());
    }
  }

  /** Who a note is about. */
  private record Subject(DeviceId device, Optional<BadgeId> badge) {
    HubNote note(long wallMs, HubNote.Kind kind, String text) {
      return new HubNote(wallMs, kind, badge, Optional.of(device), "", text);
    }
  }

  private static void noteReport(
      Subject subject, Optional<Reported> before, Reported reported, Turn turn) {
    long wallMs = turn.now.wallMs();
    String hash = reported.glass().hash();
    if (!hash.isEmpty() && before.map(r -> !r.glass().hash().equals(hash)).orElse(true)) {
      String text =
          reported.glass().screen() + " is on the glass, by " + reported.glass().decider().word();
      turn.note(subject.note(wallMs, HubNote.Kind.GLASS, text));
    }
    Optional<Reported.Refusal> refusal = reported.refusal();
    if (refusal.isPresent() && !before.flatMap(Reported::refusal).equals(refusal)) {
      String text =
          "the badge did not take revision "
              + refusal.get().revision()
              + ": "
              + refusal.get().reason();
      turn.note(subject.note(wallMs, HubNote.Kind.REFUSED, text));
    }
  }

  private void remind(DeviceId device, Turn turn) {
    Revision settled =
        state.twins.of(device).map(twin -> settled(twin.reported())).orElse(Revision.NONE);
    state
        .wanted
        .remind(device, settled, turn.now.monoMs())
        .ifPresent(desired -> turn.send(device, desired));
  }

  private static Revision settled(Reported reported) {
    return reported
        .refusal()
        .map(Reported.Refusal::revision)
        .filter(refused -> refused.after(reported.applied()))
        .orElse(reported.applied());
  }

  private String heldFrame(DeviceId device) {
    return state
        .twins
        .of(device)
        .map(twin -> twin.reported().glass().hash())
        .filter(state.frames::holds)
        .orElse("");
  }

  /** Makes a device known; false when there is no room for another. */
  private boolean introduce(DeviceId device, Status.@Nullable Hello hello, Turn turn) {
    boolean known = state.devices.knows(device);
    if (known && hello == null) {
      return true;
    }
    if (!known && state.devices.count() >= state.settings.bounds().devices()) {
      return false;
    }
    turn.write(state.devices.heard(device, hello, turn.now.wallMs()));
    if (!known) {
      state.attendance.add(device, Presence.UNCONFIRMED, turn.now);
      targets.introduce(device, turn.now.wallMs());
      turn.touchedDevices.add(device);
      turn.note(
          new HubNote(
              turn.now.wallMs(),
              HubNote.Kind.DEVICE,
              Optional.empty(),
              Optional.of(device),
              "",
              "a device was seen for the first time; its claim code is " + device.claimCode()));
    }
    return true;
  }

  private void refuse(long ticket, String reason, Turn turn) {
    state.refusedCount++;
    turn.refuse(ticket, reason);
  }
}
