package io.baedge.hub;

import io.baedge.hub.presence.PresenceChange;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of who came and who went. */
final class Watch {
  private final State state;
  private final Targets targets;

  Watch(State state, Targets targets) {
    this.state = state;
    this.targets = targets;
  }

  /** Looks at all deadlines that have come. */
  void due(Turn turn) {
    if (turn.now.monoMs() < state.attendance.nextMonoMs()) {
      return;
    }
    List<PresenceChange> changes = new ArrayList<>();
    state.attendance.due(turn.now, changes);
    changes.forEach(change -> tell(change, turn));
  }

  /** Tells of a change, if there was one, and of the alarm that it raised or ended. */
  void on(@Nullable PresenceChange change, Turn turn) {
    if (change == null) {
      return;
    }
    tell(change, turn);
    PresenceChange alarm = state.attendance.takeAlarm();
    if (alarm != null) {
      tell(alarm, turn);
    }
  }

  private void tell(PresenceChange change, Turn turn) {
    switch (change) {
      case PresenceChange.Moved moved -> moved(moved, turn);
      case PresenceChange.UplinkAlarm(int gone, int of) ->
          turn.note(
              HubNote.Kind.UPLINK,
              "",
              gone
                  + " of "
                  + of
                  + " badges went within a minute: look at the network, not at them");
      case PresenceChange.UplinkBack() ->
          turn.note(HubNote.Kind.UPLINK, "", "the badges that went together are coming back");
    }
  }

  private void moved(PresenceChange.Moved moved, Turn turn) {
    DeviceId device = moved.device();
    targets.touch(turn, device);
    boolean wasAway =
        switch (moved.from()) {
          case DISCONNECTED, LOST -> true;
          case CONNECTED, UNREACHABLE, ASLEEP, UNCONFIRMED -> false;
        };
    boolean told =
        switch (moved.to()) {
          case DISCONNECTED, LOST, ASLEEP -> true;
          case CONNECTED -> wasAway;
          case UNREACHABLE, UNCONFIRMED -> false;
        };
    if (!told) {
      return;
    }
    if (moved.to() != Presence.CONNECTED) {
      turn.write(state.attendance.contact(device, turn.now));
    }
    Optional<BadgeId> badge = state.badges.bindingOf(device).map(Write.Binding::badge);
    turn.note(
        new HubNote(
            turn.now.wallMs(),
            HubNote.Kind.PRESENCE,
            badge,
            Optional.of(device),
            "",
            moved.to().word() + ", was " + moved.from().word()));
  }
}
