package io.baedge.hub;

import io.baedge.hub.content.Programme;
import io.baedge.hub.people.People;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubNote;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.util.LinkedHashSet;
import java.util.Set;

/** Takes in lists that come from elsewhere: people and schedule. */
final class Imports {
  private final State state;

  Imports(State state) {
    this.state = state;
  }

  Outcome importPeople(Request.ImportPeople request, String who, Turn turn) {
    var problems = new Problems();
    Set<WearerId> keys = new LinkedHashSet<>();
    for (int i = 0; i < request.people().size(); i++) {
      WearerCard card = request.people().get(i);
      Checks.card(card, "people[" + i + "]", problems);
      if (!keys.add(card.wearer())) {
        problems.add(
            "people[" + i + "].key",
            "is '" + card.wearer() + "' a second time; keys must be unique");
      }
    }
    People.Change change = state.people.compare(request.people());
    int most = state.settings.bounds().people();
    if (state.people.count() + (long) change.created().size() > most) {
      problems.add("people", "would be more than " + most + " in all");
    }
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems.all());
    }
    if (!request.dryRun() && !(change.created().isEmpty() && change.changed().isEmpty())) {
      state.advance(turn);
      change.created().forEach(card -> turn.write(state.people.put(card, turn.now.wallMs())));
      for (WearerCard card : change.changed()) {
        turn.write(state.people.put(card, turn.now.wallMs()));
        state.wearers.badgeOf(card.wearer()).ifPresent(turn::affect);
      }
      turn.note(
          HubNote.Kind.IMPORT,
          who,
          "people: " + change.created().size() + " new, " + change.changed().size() + " changed");
    }
    return new Outcome.Done(
        Doc.fields()
            .put("dryRun", request.dryRun())
            .put("created", change.created().size())
            .put("changed", change.changed().size())
            .put("unchanged", change.unchanged())
            .put("total", state.people.count())
            .build());
  }

  Outcome importSchedule(Request.ImportSchedule request, String who, Turn turn) {
    var problems = new Problems();
    int most = state.settings.bounds().sessions();
    if (request.sessions().size() > most) {
      problems.add(
          "sessions", "are " + request.sessions().size() + "; at most " + most + " are kept");
    }
    Checks.text(request.conference().name(), Limits.NAME_CHARS, "conference.name", problems);
    Checks.text(request.conference().link(), Limits.LINK_CHARS, "conference.link", problems);
    Checks.text(request.conference().zone(), Limits.SHORT_CHARS, "conference.zone", problems);
    for (int i = 0; i < request.sessions().size(); i++) {
      Checks.session(request.sessions().get(i), "sessions[" + i + "]", problems);
    }
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems.all());
    }
    Programme.Change change = state.programme.compare(request.conference(), request.sessions());
    if (change.any()) {
      turn.write(
          state.programme.replace(
              request.conference(), request.sessions(), state.advance(turn), turn.now.wallMs()));
      turn.groundMoved = true;
      turn.note(
          HubNote.Kind.IMPORT,
          who,
          "schedule: " + change.created() + " new, " + change.removed() + " gone sessions");
    }
    return new Outcome.Done(
        Doc.fields()
            .put("created", change.created())
            .put("removed", change.removed())
            .put("unchanged", change.unchanged())
            .put("revision", state.programme.revision().toString())
            .build());
  }
}
