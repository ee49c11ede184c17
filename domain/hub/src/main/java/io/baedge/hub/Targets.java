package io.baedge.hub;

import io.baedge.hub.desired.Composer;
import io.baedge.hub.desired.Ground;
import io.baedge.hub.store.Write;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import java.util.Optional;

/** Says again what affected devices shall be, and sends it to those that can hear it. */
final class Targets {
  private final State state;

  Targets(State state) {
    this.state = state;
  }

  /** The first word of a hub to all that it knows; nobody is sent anything before it is heard. */
  void start(Revision revision, long wallMs) {
    for (DeviceId device : state.devices.all()) {
      set(device, revision, wallMs);
    }
  }

  /** A device without a past needs no new revision: it knows none. */
  void introduce(DeviceId device, long wallMs) {
    set(device, state.counters.revision(), wallMs);
  }

  /** Works off what the turn affects. */
  void settle(Turn turn) {
    if (turn.groundMoved) {
      Ground ground = state.composeGround();
      turn.everybodyAffected |= !ground.equals(state.ground);
      state.ground = ground;
    }
    if (turn.everybodyAffected) {
      turn.affectedDevices.addAll(state.devices.all());
      state.badges.inUse().forEach(badge -> turn.touchedBadges.add(badge.badge()));
    }
    for (BadgeId badge : turn.affectedBadges) {
      state.badges.bindingOf(badge).ifPresent(b -> turn.affectedDevices.add(b.device()));
    }
    if (turn.affectedDevices.isEmpty()) {
      return;
    }
    Revision revision = state.advance(turn);
    for (DeviceId device : turn.affectedDevices) {
      if (set(device, revision, turn.now.wallMs())) {
        touch(turn, device);
        if (state.attendance.reachable(device)) {
          state
              .wanted
              .greet(device, turn.now.monoMs())
              .ifPresent(desired -> turn.send(device, desired));
        }
      }
    }
  }

  /** The line of the device, or of the badge that it speaks for, may have changed. */
  void touch(Turn turn, DeviceId device) {
    Optional<Write.Binding> binding = state.badges.bindingOf(device);
    if (binding.isPresent()) {
      turn.touchedBadges.add(binding.get().badge());
    } else {
      turn.touchedDevices.add(device);
    }
  }

  private boolean set(DeviceId device, Revision revision, long wallMs) {
    Optional<Write.Binding> binding = state.badges.bindingOf(device);
    if (binding.isEmpty()) {
      DesiredState desired = Composer.withoutBadge(state.badges.ownership(device), state.ground);
      return state.wanted.set(device, FencingToken.NONE, Optional.empty(), desired, revision);
    }
    BadgeId badge = binding.get().badge();
    DesiredState desired = state.composer.compose(state.subject(badge), state.ground, wallMs);
    return state.wanted.set(device, binding.get().token(), Optional.of(badge), desired, revision);
  }
}
