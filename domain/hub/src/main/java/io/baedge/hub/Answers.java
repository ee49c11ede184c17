package io.baedge.hub;

import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.Write;
import io.baedge.model.Now;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers questions about devices, people, values and schedule. */
final class Answers {
  private static final int MOST_ROWS = 1_000;

  private final State state;
  private final Wishes wishes;
  private final TwinPage twinPage;

  Answers(State state, Wishes wishes, TwinPage twinPage) {
    this.state = state;
    this.wishes = wishes;
    this.twinPage = twinPage;
  }

  Outcome answer(Request.Question question, Now now) {
    return switch (question) {
      case Request.ShowBadge(BadgeId badge) ->
          state.badges.find(badge).isEmpty()
              ? Checks.noBadge(badge)
              : new Outcome.Done(twinPage.of(badge, now));
      case Request.ShowDevice(DeviceId device) ->
          state.devices.knows(device)
              ? new Outcome.Done(device(device))
              : new Outcome.NotFound("there is no device " + device);
      case Request.ListDevices list -> devices(list);
      case Request.FindPeople find -> people(find);
      case Request.ShowPerson(WearerId wearer) ->
          state
              .people
              .find(wearer)
              .<Outcome>map(card -> new Outcome.Done(person(card)))
              .orElseGet(() -> new Outcome.NotFound("nobody has the key '" + wearer + "'"));
      case Request.ShowLayer(var scope) -> new Outcome.Done(wishes.layer(scope));
      case Request.ListAnnouncements() -> announcements(now);
      case Request.ShowSchedule() -> schedule();
    };
  }

  private Outcome devices(Request.ListDevices list) {
    if (list.limit() < 1 || list.limit() > MOST_ROWS) {
      return limit(list.limit());
    }
    List<Doc> found = new ArrayList<>();
    boolean more = false;
    for (DeviceId device : state.devices.all()) {
      boolean wanted =
          device.text().compareTo(list.after()) > 0
              && (!list.onlyUnclaimed() || state.badges.bindingOf(device).isEmpty());
      if (wanted && found.size() == list.limit()) {
        more = true;
        break;
      }
      if (wanted) {
        found.add(device(device));
      }
    }
    return new Outcome.Done(Doc.fields().put("devices", found).put("more", more).build());
  }

  private Doc.Fields device(DeviceId device) {
    DeviceFacts facts = state.devices.facts(device);
    Doc.Builder doc =
        Doc.fields()
            .put("device", device.text())
            .put("claimCode", device.claimCode())
            .put("ownership", state.badges.ownership(device).word())
            .put("partition", state.devices.partition(device).hex())
            .put("presence", state.attendance.of(device).word())
            .put("heardMs", state.attendance.heardWallMs(device))
            .put("panel", facts.panel())
            .put("os", facts.os())
            .put("arch", facts.arch())
            .put("version", facts.version())
            .put("memoryMb", facts.memoryMb())
            .put("localUrl", facts.localUrl());
    Optional<Write.Binding> last = state.badges.lastBindingOf(device);
    last.ifPresent(
        binding ->
            doc.put(toKey(binding), binding.badge().text()).put("token", binding.token().value()));
    state.twins.of(device).ifPresent(twin -> doc.put("glass", twinPage.glass(twin)));
    return doc.build();
  }

  private static String toKey(Write.Binding binding) {
    return binding.ending() == Write.Binding.Ending.OPEN ? "badge" : "lastBadge";
  }

  private Outcome people(Request.FindPeople find) {
    if (find.limit() < 1 || find.limit() > MOST_ROWS) {
      return limit(find.limit());
    }
    List<WearerCard> found = state.people.search(find.words(), find.after(), find.limit() + 1);
    boolean more = found.size() > find.limit();
    List<Doc> docs = new ArrayList<>();
    found.stream().limit(find.limit()).forEach(card -> docs.add(person(card)));
    return new Outcome.Done(
        Doc.fields()
            .put("people", docs)
            .put("more", more)
            .put("total", state.people.count())
            .build());
  }

  private Doc.Fields person(WearerCard card) {
    Doc.Fields doc = io.baedge.model.codec.DesiredDoc.wearer(card);
    Optional<BadgeId> badge = state.wearers.badgeOf(card.wearer());
    return badge.isEmpty() ? doc : doc.with("badge", new Doc.Text(badge.get().text()));
  }

  private Outcome announcements(Now now) {
    List<Doc> docs = new ArrayList<>();
    for (Write.Announced each : state.layers.announcements(now.wallMs())) {
      docs.add(
          Doc.fields()
              .put("id", each.announcement().id())
              .put("title", each.announcement().title())
              .put("text", each.announcement().text())
              .put("untilMs", each.announcement().untilMs())
              .put("scope", each.scope().kind())
              .put("key", each.scope().key())
              .build());
    }
    return new Outcome.Done(Doc.fields().put("announcements", docs).build());
  }

  private Outcome schedule() {
    List<Doc> docs = new ArrayList<>();
    for (Session session : state.programme.sessions()) {
      docs.add(
          Doc.fields()
              .put("room", session.room())
              .put("title", session.title())
              .put("speakers", session.speakers())
              .put("startMs", session.startMs())
              .put("endMs", session.endMs())
              .build());
    }
    var conference = state.programme.conference();
    return new Outcome.Done(
        Doc.fields()
            .put("name", conference.name())
            .put("link", conference.link())
            .put("zone", conference.zone())
            .put("revision", state.programme.revision().toString())
            .put("sessions", docs)
            .build());
  }

  private static Outcome limit(int limit) {
    return new Outcome.Invalid("limit", "is " + limit + "; it must be from 1 to " + MOST_ROWS);
  }
}
