package io.baedge.hub;

import io.baedge.hub.device.Claim;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.hub.store.Write.Binding.Ending;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.WearerId;
import io.baedge.model.presence.Presence;
import java.util.List;
import java.util.Optional;

/** Who speaks for a badge and who wears it. */
final class HandOver {
  private final State state;

  HandOver(State state) {
    this.state = state;
  }

  Outcome assign(Request.AssignDevice request, String who, Turn turn) {
    BadgeId badge = request.badge();
    Outcome refusal = refuse(badge, request.ifToken());
    if (refusal != null) {
      return refusal;
    }
    Optional<Write.Binding> present = state.badges.bindingOf(badge);
    return switch (state.devices.claim(request.device(), state.badges)) {
      case Claim.None(String reason) -> new Outcome.NotFound(reason);
      case Claim.Several(List<DeviceId> several) ->
          Checks.severalDevices(request.device(), several);
      case Claim.Found(DeviceId device) -> {
        if (present.isPresent() && present.get().device().equals(device)) {
          yield done(badge);
        }
        if (present.isPresent()) {
          yield conflict(
              "badge '"
                  + badge
                  + "' has device "
                  + present.get().device()
                  + "; replace it, or return it first",
              badge);
        }
        Outcome taken = refuseTaken(device);
        if (taken != null) {
          yield taken;
        }
        bind(badge, device, who, turn);
        yield done(badge);
      }
    };
  }

  Outcome replace(Request.ReplaceDevice request, String who, Turn turn) {
    BadgeId badge = request.badge();
    Outcome refusal = refuse(badge, request.ifToken());
    if (refusal != null) {
      return refusal;
    }
    Optional<Write.Binding> present = state.badges.bindingOf(badge);
    if (present.isEmpty()) {
      return conflict("badge '" + badge + "' has no device to replace; assign one", badge);
    }
    return switch (state.devices.claim(request.device(), state.badges)) {
      case Claim.None(String reason) -> new Outcome.NotFound(reason);
      case Claim.Several(List<DeviceId> several) ->
          Checks.severalDevices(request.device(), several);
      case Claim.Found(DeviceId device) -> {
        if (present.get().device().equals(device)) {
          yield conflict(
              "device " + device + " speaks for badge '" + badge + "' already; name another",
              badge);
        }
        Outcome taken = refuseTaken(device);
        if (taken != null) {
          yield taken;
        }
        end(present.get(), Ending.REPLACED, turn);
        bind(badge, device, who, turn);
        yield done(badge);
      }
    };
  }

  Outcome giveBack(Request.ReturnDevice request, String who, Turn turn) {
    BadgeId badge = request.badge();
    Outcome refusal = refuse(badge, request.ifToken());
    if (refusal != null) {
      return refusal;
    }
    Optional<Write.Binding> present = state.badges.bindingOf(badge);
    if (present.isEmpty()) {
      return conflict("badge '" + badge + "' has no device to return", badge);
    }
    end(present.get(), Ending.RETURNED, turn);
    turn.note(HubNote.Kind.BADGE, badge, who, "device " + present.get().device() + " was returned");
    return done(badge);
  }

  Outcome free(DeviceId device, String who, Turn turn) {
    if (!state.devices.knows(device)) {
      return new Outcome.NotFound("there is no device " + device);
    }
    Optional<Write.Binding> last = state.badges.lastBindingOf(device);
    if (last.isPresent() && last.get().ending() == Ending.OPEN) {
      return conflict(
          "device " + device + " speaks for badge '" + last.get().badge() + "'; return it",
          last.get().badge());
    }
    if (last.isPresent() && last.get().ending() == Ending.REPLACED) {
      end(last.get(), Ending.RETURNED, turn);
      turn.note(
          HubNote.Kind.BADGE, last.get().badge(), who, "device " + device + " is unclaimed again");
    }
    return new Outcome.Done(Doc.fields().put("device", device.text()).build());
  }

  Outcome wear(Request.AssignWearer request, String who, Turn turn) {
    BadgeId badge = request.badge();
    if (state.badges.find(badge).isEmpty()) {
      return Checks.noBadge(badge);
    }
    if (request.wearer().isPresent()) {
      WearerId wearer = request.wearer().get();
      if (state.people.find(wearer).isEmpty()) {
        return new Outcome.NotFound("nobody has the key '" + wearer + "'; import the person first");
      }
      Optional<BadgeId> other = state.wearers.badgeOf(wearer);
      if (other.isPresent() && !other.get().equals(badge)) {
        return conflict(
            "'" + wearer + "' wears badge '" + other.get() + "'; take that back first",
            other.get());
      }
    }
    wear(badge, request.wearer(), who, turn);
    return done(badge);
  }

  Outcome label(Request.SetLabels request, String who, Turn turn) {
    Optional<Write.Badge> badge = state.badges.find(request.badge());
    if (badge.isEmpty()) {
      return Checks.noBadge(request.badge());
    }
    var problems = new Problems();
    Checks.labels(request.labels(), "labels", problems);
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems.all());
    }
    if (!badge.get().labels().equals(request.labels())) {
      state.advance(turn);
      turn.write(state.badges.label(badge.get(), request.labels()));
      turn.affect(request.badge());
      turn.note(
          HubNote.Kind.BADGE,
          request.badge(),
          who,
          "labels are " + String.join(", ", request.labels()));
    }
    return done(request.badge());
  }

  Outcome retire(BadgeId badge, String who, Turn turn) {
    Optional<Write.Badge> row = state.badges.find(badge);
    if (row.isEmpty()) {
      return Checks.noBadge(badge);
    }
    state.badges.bindingOf(badge).ifPresent(b -> end(b, Ending.RETURNED, turn));
    wear(badge, Optional.empty(), who, turn);
    state.advance(turn);
    turn.write(state.badges.retire(row.get(), turn.now.wallMs()));
    turn.groundMoved = true;
    turn.touchedBadges.add(badge);
    turn.note(HubNote.Kind.BADGE, badge, who, "the badge is out of use");
    return done(badge);
  }

  /** Lets the device speak for the badge; both are free. */
  void bind(BadgeId badge, DeviceId device, String who, Turn turn) {
    long wallMs = turn.now.wallMs();
    if (!state.devices.knows(device)) {
      turn.write(state.devices.named(device, wallMs));
      state.attendance.add(device, Presence.DISCONNECTED, turn.now);
    }
    state.advance(turn);
    turn.write(state.badges.bind(state.counters.nextToken(), badge, device, wallMs));
    state.twins.forget(badge);
    turn.affect(badge);
    turn.affect(device);
    turn.note(HubNote.Kind.BADGE, badge, who, "device " + device + " speaks for the badge");
  }

  /** Gives the badge to a wearer or to nobody; the wearer wears no other. */
  void wear(BadgeId badge, Optional<WearerId> wearer, String who, Turn turn) {
    if (state.wearers.wearerOf(badge).equals(wearer)) {
      return;
    }
    state.advance(turn);
    long wallMs = turn.now.wallMs();
    turn.write(state.wearers.take(badge, wallMs));
    wearer.ifPresent(
        key -> turn.write(state.wearers.give(state.counters.nextSerial(), badge, key, wallMs)));
    turn.affect(badge);
    turn.note(
        HubNote.Kind.WEARER,
        badge,
        who,
        wearer.map(key -> "'" + key + "' wears the badge").orElse("nobody wears the badge"));
  }

  private void end(Write.Binding binding, Ending ending, Turn turn) {
    state.advance(turn);
    turn.write(state.badges.end(binding, ending, turn.now.wallMs()));
    if (binding.ending() == Ending.OPEN) {
      // Freeing a replaced device says nothing about the badge, which has another one by now.
      state.twins.forget(binding.badge());
    }
    turn.affect(binding.badge());
    turn.affect(binding.device());
  }

  private @org.jspecify.annotations.Nullable Outcome refuse(
      BadgeId badge, Optional<FencingToken> ifToken) {
    if (state.badges.find(badge).isEmpty()) {
      return Checks.noBadge(badge);
    }
    FencingToken present =
        state.badges.bindingOf(badge).map(Write.Binding::token).orElse(FencingToken.NONE);
    if (ifToken.isPresent() && !ifToken.get().equals(present)) {
      return conflict(
          "badge '" + badge + "' was handed over meanwhile; look again and decide anew", badge);
    }
    return null;
  }

  private @org.jspecify.annotations.Nullable Outcome refuseTaken(DeviceId device) {
    return state
        .badges
        .bindingOf(device)
        .<Outcome>map(
            binding ->
                conflict(
                    "device "
                        + device
                        + " speaks for badge '"
                        + binding.badge()
                        + "'; return it first",
                    binding.badge()))
        .orElse(null);
  }

  private Outcome.Done done(BadgeId badge) {
    return new Outcome.Done(summary(badge));
  }

  private Outcome.Conflict conflict(String reason, BadgeId badge) {
    return new Outcome.Conflict(reason, summary(badge));
  }

  private Doc.Fields summary(BadgeId badge) {
    Doc.Builder doc = Doc.fields().put("badge", badge.text());
    state
        .badges
        .bindingOf(badge)
        .ifPresent(b -> doc.put("device", b.device().text()).put("token", b.token().value()));
    state.wearers.wearerOf(badge).ifPresent(wearer -> doc.put("wearer", wearer.text()));
    return doc.build();
  }
}
