package io.baedge.hub;

import io.baedge.hub.desired.PatchCheck;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.Limits;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Push;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Command;
import java.util.List;
import java.util.Optional;

/** What operators want of badges: layers of values, pushed screens, announcements, commands. */
final class Wishes {
  private static final long LONGEST_MS = 366 * 86_400_000L;
  private static final long COMMAND_EXPIRES_MS = 60_000;

  private final State state;

  Wishes(State state) {
    this.state = state;
  }

  Outcome patch(Request.PatchDesired request, String who, Turn turn) {
    Scope scope = request.scope();
    Optional<Outcome> unknown = unknown(scope);
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Revision present = state.layers.revision(scope);
    if (request.ifRevision().isPresent() && !request.ifRevision().get().equals(present)) {
      return new Outcome.Conflict(
          "the values were changed meanwhile (revision "
              + present
              + "); look again and decide anew",
          layer(scope));
    }
    Doc.Fields patched = state.layers.patched(scope, request.patch());
    List<Problem> problems = PatchCheck.check(request.patch(), patched);
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems);
    }
    if (!patched.equals(state.layers.values(scope))) {
      Revision revision = state.advance(turn);
      turn.write(
          state.layers.put(new Write.Layer(scope, patched, revision, who, turn.now.wallMs())));
      affect(scope, turn);
      note(HubNote.Kind.DESIRED, scope, who, "desired values of " + name(scope) + " changed", turn);
    }
    return new Outcome.Done(layer(scope));
  }

  Outcome push(Request.PushScreen request, String who, Turn turn) {
    var problems = new Problems();
    Checks.text(request.screen(), Limits.SHORT_CHARS, "screen", problems);
    checkTime(request.forMs(), 0, problems);
    for (BadgeId badge : request.badges()) {
      if (state.badges.find(badge).isEmpty()) {
        problems.add("badges", "has '" + badge + "', which does not exist; leave it out");
      }
    }
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems.all());
    }
    Revision revision = state.advance(turn);
    long until = request.forMs() == 0 ? 0 : turn.now.wallMs() + request.forMs();
    Optional<Push> push =
        request.screen().isEmpty()
            ? Optional.empty()
            : Optional.of(new Push(request.screen(), until));
    for (BadgeId badge : request.badges()) {
      turn.write(state.layers.put(new Write.Pushed(Optional.of(badge), push, revision)));
      turn.affect(badge);
    }
    if (request.badges().isEmpty()) {
      turn.write(state.layers.put(new Write.Pushed(Optional.empty(), push, revision)));
      turn.everybodyAffected = true;
    }
    String target = request.badges().isEmpty() ? "all badges" : request.badges().size() + " badges";
    turn.note(
        HubNote.Kind.PUSH,
        who,
        push.map(p -> "screen " + p.screen() + " was pushed to " + target)
            .orElse("the pushed screen was taken from " + target));
    return new Outcome.Done(
        Doc.fields()
            .put("badges", turn.affectedBadges.size())
            .put("all", request.badges().isEmpty())
            .put("untilMs", until)
            .build());
  }

  Outcome announce(Request.Announce request, String who, Turn turn) {
    var problems = new Problems();
    Checks.text(request.title(), Limits.NAME_CHARS, "title", problems);
    Checks.text(request.text(), Limits.LINE_CHARS, "text", problems);
    if (request.text().isBlank()) {
      problems.add("text", "is empty; say what shall be on the glasses");
    }
    checkTime(request.forMs(), 1_000, problems);
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems.all());
    }
    Optional<Outcome> unknown = unknown(request.scope());
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Revision revision = state.advance(turn);
    long until = turn.now.wallMs() + request.forMs();
    var announcement = new Announcement("a" + revision, request.title(), request.text(), until);
    turn.write(
        state.layers.put(new Write.Announced(announcement, request.scope(), revision, false)));
    affect(request.scope(), turn);
    note(
        HubNote.Kind.ANNOUNCEMENT,
        request.scope(),
        who,
        "announced to " + name(request.scope()) + ": " + request.text(),
        turn);
    return new Outcome.Done(
        Doc.fields().put("id", announcement.id()).put("untilMs", until).build());
  }

  Outcome withdraw(String id, String who, Turn turn) {
    Optional<Write.Announced> found = state.layers.announcement(id, turn.now.wallMs());
    if (found.isEmpty()) {
      return new Outcome.NotFound("there is no announcement '" + id + "' that is not over");
    }
    Write.Announced present = found.get();
    Revision revision = state.advance(turn);
    turn.write(
        state.layers.put(
            new Write.Announced(present.announcement(), present.scope(), revision, true)));
    affect(present.scope(), turn);
    note(HubNote.Kind.ANNOUNCEMENT, present.scope(), who, "withdrawn: " + id, turn);
    return new Outcome.Done(Doc.fields().put("id", id).build());
  }

  Outcome command(Request.SendCommand request, String who, Turn turn) {
    BadgeId badge = request.badge();
    if (state.badges.find(badge).isEmpty()) {
      return Checks.noBadge(badge);
    }
    Optional<Write.Binding> binding = state.badges.bindingOf(badge);
    if (binding.isEmpty() || !state.attendance.reachable(binding.get().device())) {
      return new Outcome.Conflict(
          "badge '" + badge + "' cannot hear a command now; try again when it is connected",
          Doc.fields().put("badge", badge.text()).build());
    }
    String id = "c" + state.advance(turn);
    turn.send(binding.get().device(), new Command(id, request.kind(), COMMAND_EXPIRES_MS));
    turn.note(HubNote.Kind.COMMAND, badge, who, "asked to " + request.kind().word());
    return new Outcome.Done(Doc.fields().put("id", id).build());
  }

  /** A layer with its revision, as requests show it. */
  Doc.Fields layer(Scope scope) {
    return Doc.fields()
        .put("scope", scope.kind())
        .put("key", scope.key())
        .put("revision", state.layers.revision(scope).toString())
        .put("values", state.layers.values(scope))
        .build();
  }

  private Optional<Outcome> unknown(Scope scope) {
    return switch (scope) {
      case Scope.Site _ -> Optional.empty();
      case Scope.Group(String label) ->
          label.isBlank() || label.length() > Limits.SHORT_CHARS
              ? Optional.of(
                  new Outcome.Invalid(
                      "label", "must be 1 to " + Limits.SHORT_CHARS + " characters"))
              : Optional.empty();
      case Scope.Wearer(WearerId wearer) ->
          state.people.find(wearer).isPresent()
              ? Optional.empty()
              : Optional.of(new Outcome.NotFound("nobody has the key '" + wearer + "'"));
      case Scope.Badge(BadgeId badge) ->
          state.badges.find(badge).isPresent()
              ? Optional.empty()
              : Optional.of(Checks.noBadge(badge));
    };
  }

  private void affect(Scope scope, Turn turn) {
    switch (scope) {
      case Scope.Site _ -> turn.everybodyAffected = true;
      case Scope.Group(String label) -> {
        for (Write.Badge badge : state.badges.inUse()) {
          if (badge.labels().contains(label)) {
            turn.affect(badge.badge());
          }
        }
      }
      case Scope.Wearer(WearerId wearer) -> state.wearers.badgeOf(wearer).ifPresent(turn::affect);
      case Scope.Badge(BadgeId badge) -> turn.affect(badge);
    }
  }

  private static void note(HubNote.Kind kind, Scope scope, String who, String text, Turn turn) {
    if (scope instanceof Scope.Badge(BadgeId badge)) {
      turn.note(kind, badge, who, text);
    } else {
      turn.note(kind, who, text);
    }
  }

  private static String name(Scope scope) {
    return scope.key().isEmpty() ? "the site" : scope.kind() + " " + scope.key();
  }

  private static void checkTime(long forMs, long leastMs, Problems problems) {
    if (forMs < leastMs || forMs > LONGEST_MS) {
      problems.add("forMs", "is " + forMs + "; it must be from " + leastMs + " to " + LONGEST_MS);
    }
  }
}
