package io.baedge.model.codec;

import io.baedge.model.Limits;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The desired state as a document: the form of messages, merge patches and the stored state. */
public final class DesiredDoc {
  private static final long DAY_MS = 86_400_000L;
  static final long FOREVER_MS = 253_402_300_799_000L;

  private DesiredDoc() {}

  /** The document. */
  public static Doc.Fields write(DesiredState state) {
    Doc.Builder doc = Doc.fields().put("ownership", state.ownership().word());
    state.wearer().ifPresent(card -> doc.put("wearer", wearer(card)));
    doc.put("conference", conference(state.conference()));
    doc.put("screen", state.shown().screen());
    state
        .shown()
        .push()
        .ifPresent(
            p ->
                doc.put(
                    "push",
                    Doc.fields().put("screen", p.screen()).put("untilMs", p.untilMs()).build()));
    state.shown().announcement().ifPresent(a -> doc.put("announcement", announcement(a)));
    if (!state.shown().playlist().isEmpty()) {
      doc.put("playlist", state.shown().playlist().stream().map(PlaylistDoc::write).toList());
    }
    doc.put("sessions", state.sessions().stream().map(DesiredDoc::session).toList());
    doc.put("cadence", cadence(state.cadence()));
    return doc.build();
  }

  /** The typed state; everything wrong is noted in the problems. */
  public static DesiredState read(DocReader doc) {
    Optional<WearerCard> wearer =
        doc.has("wearer") ? readWearer(doc.object("wearer")) : Optional.empty();
    Optional<Push> push =
        doc.has("push") ? Optional.of(readPush(doc.object("push"))) : Optional.empty();
    Optional<Announcement> announcement =
        doc.has("announcement")
            ? Optional.of(readAnnouncement(doc.object("announcement")))
            : Optional.empty();
    var shown =
        new DesiredState.Shown(
            doc.text("screen", Limits.SHORT_CHARS, "wearer"),
            push,
            announcement,
            PlaylistDoc.read(doc));
    List<Session> sessions = new ArrayList<>();
    for (DocReader session : doc.objects("sessions", Limits.SCHEDULE_SESSIONS)) {
      sessions.add(readSession(session));
    }
    return new DesiredState(
        doc.word("ownership", Ownership.class, Ownership.UNCLAIMED),
        wearer,
        readConference(doc.object("conference")),
        shown,
        sessions,
        readCadence(doc.object("cadence")));
  }

  /** The typed state of a whole document with all that is wrong in it. */
  public static DesiredState read(Doc doc, Problems problems) {
    return read(DocReader.of(doc, problems));
  }

  /** The wearer's part. */
  public static Doc.Fields wearer(WearerCard card) {
    return Doc.fields()
        .put("key", card.wearer().text())
        .put("name", card.name())
        .putIfAny("title", card.title())
        .putIfAny("company", card.company())
        .putIfAny("social", card.social())
        .putIfAny("link", card.link())
        .putIfAny("role", card.role())
        .build();
  }

  private static Optional<WearerCard> readWearer(DocReader doc) {
    Optional<WearerId> key =
        doc.parsed("key", Limits.SHORT_CHARS, WearerId::parse, "1 to 64 printable characters");
    String name = doc.text("name", Limits.NAME_CHARS);
    if (key.isEmpty()) {
      doc.problem("key", "is missing; give the wearer's stable key");
      return Optional.empty();
    }
    return Optional.of(
        new WearerCard(
            key.get(),
            name,
            doc.text("title", Limits.NAME_CHARS, ""),
            doc.text("company", Limits.NAME_CHARS, ""),
            doc.text("social", Limits.NAME_CHARS, ""),
            doc.text("link", Limits.LINK_CHARS, ""),
            doc.text("role", Limits.SHORT_CHARS, "")));
  }

  private static Doc.Fields conference(Conference conference) {
    return Doc.fields()
        .put("name", conference.name())
        .put("link", conference.link())
        .put("zone", conference.zone())
        .build();
  }

  private static Conference readConference(DocReader doc) {
    return new Conference(
        doc.text("name", Limits.NAME_CHARS, ""),
        doc.text("link", Limits.LINK_CHARS, ""),
        doc.text("zone", Limits.SHORT_CHARS, "UTC"));
  }

  private static Push readPush(DocReader doc) {
    return new Push(
        doc.text("screen", Limits.SHORT_CHARS), doc.integer("untilMs", 0, FOREVER_MS, 0));
  }

  private static Doc.Fields announcement(Announcement announcement) {
    return Doc.fields()
        .put("id", announcement.id())
        .put("title", announcement.title())
        .put("text", announcement.text())
        .put("untilMs", announcement.untilMs())
        .build();
  }

  private static Announcement readAnnouncement(DocReader doc) {
    return new Announcement(
        doc.text("id", Limits.SHORT_CHARS),
        doc.text("title", Limits.NAME_CHARS, ""),
        doc.text("text", Limits.LINE_CHARS),
        doc.integer("untilMs", 0, FOREVER_MS));
  }

  private static Doc.Fields session(Session session) {
    return Doc.fields()
        .put("room", session.room())
        .put("title", session.title())
        .putIfAny("speakers", session.speakers())
        .put("startMs", session.startMs())
        .put("endMs", session.endMs())
        .build();
  }

  private static Session readSession(DocReader doc) {
    return new Session(
        doc.text("room", Limits.SHORT_CHARS, ""),
        doc.text("title", Limits.LINE_CHARS),
        doc.text("speakers", Limits.LINE_CHARS, ""),
        doc.integer("startMs", 0, FOREVER_MS),
        doc.integer("endMs", 0, FOREVER_MS));
  }

  private static Doc.Fields cadence(Cadence cadence) {
    return Doc.fields()
        .put("sampleEveryMs", cadence.sampleEveryMs())
        .put("contactEveryMs", cadence.contactEveryMs())
        .put("backoffCapMs", cadence.backoffCapMs())
        .put("reconnectWindowMs", cadence.reconnectWindowMs())
        .build();
  }

  private static Cadence readCadence(DocReader doc) {
    Cadence d = Cadence.DEFAULT;
    return new Cadence(
        doc.integer("sampleEveryMs", 100, DAY_MS, d.sampleEveryMs()),
        doc.integer("contactEveryMs", 1_000, DAY_MS, d.contactEveryMs()),
        doc.integer("backoffCapMs", 1_000, DAY_MS, d.backoffCapMs()),
        doc.integer("reconnectWindowMs", 0, DAY_MS, d.reconnectWindowMs()));
  }
}
