package io.baedge.hubserver.store;

import io.baedge.hub.request.Scope;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Push;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Partition;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.model.wearer.WearerCard;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Every table with what the hub keeps in it. */
final class Tables {
  private Tables() {}

  private record EpochKey(DeviceId device, long epoch) {}

  static final Table<Write.Device> DEVICE =
      new Table<>(
          "device",
          List.of("device"),
          List.of(
              "panel",
              "os",
              "arch",
              "version",
              "memory_mb",
              "local_url",
              "protocol",
              "capabilities",
              "first_seen_ms"),
          Write.Device::device,
          (d, to) ->
              to.text(d.device().text())
                  .text(d.facts().panel())
                  .text(d.facts().os())
                  .text(d.facts().arch())
                  .text(d.facts().version())
                  .number(d.facts().memoryMb())
                  .text(d.facts().localUrl())
                  .number(d.protocol())
                  .words(d.capabilities())
                  .number(d.firstSeenWallMs()),
          Tables::device);

  static final Table<Write.Contact> CONTACT =
      new Table<>(
          "contact",
          List.of("device"),
          List.of("phase", "connection", "heard_ms", "next_contact_ms"),
          Write.Contact::device,
          (c, to) ->
              to.text(c.device().text())
                  .text(c.phase().name())
                  .number(c.connection())
                  .number(c.heardWallMs())
                  .number(c.nextContactWallMs()),
          row ->
              new Write.Contact(
                  new DeviceId(row.text()),
                  Status.Phase.valueOf(row.text()),
                  row.number(),
                  row.number(),
                  row.number()));

  static final Table<Write.Badge> BADGE =
      new Table<>(
          "badge",
          List.of("badge"),
          List.of("labels", "created_ms", "retired_ms"),
          Write.Badge::badge,
          (b, to) ->
              to.text(b.badge().text())
                  .words(b.labels())
                  .number(b.createdWallMs())
                  .number(b.retiredWallMs()),
          row -> new Write.Badge(new BadgeId(row.text()), row.words(), row.number(), row.number()));

  static final Table<Write.Binding> BINDING =
      new Table<>(
          "binding",
          List.of("token"),
          List.of("badge", "device", "from_ms", "to_ms", "ending"),
          Write.Binding::token,
          (b, to) ->
              to.number(b.token().value())
                  .text(b.badge().text())
                  .text(b.device().text())
                  .number(b.fromWallMs())
                  .number(b.toWallMs())
                  .text(b.ending().name()),
          row ->
              new Write.Binding(
                  new FencingToken(row.number()),
                  new BadgeId(row.text()),
                  new DeviceId(row.text()),
                  row.number(),
                  row.number(),
                  Write.Binding.Ending.valueOf(row.text())));

  static final Table<Write.Wearing> WEARING =
      new Table<>(
          "wearing",
          List.of("serial"),
          List.of("badge", "wearer", "from_ms", "to_ms"),
          Write.Wearing::serial,
          (w, to) ->
              to.number(w.serial())
                  .text(w.badge().text())
                  .text(w.wearer().text())
                  .number(w.fromWallMs())
                  .number(w.toWallMs()),
          row ->
              new Write.Wearing(
                  row.number(),
                  new BadgeId(row.text()),
                  new WearerId(row.text()),
                  row.number(),
                  row.number()));

  static final Table<Write.Person> PERSON =
      new Table<>(
          "person",
          List.of("wearer"),
          List.of("name", "title", "company", "social", "link", "role", "changed_ms"),
          p -> p.card().wearer(),
          (p, to) ->
              to.text(p.card().wearer().text())
                  .text(p.card().name())
                  .text(p.card().title())
                  .text(p.card().company())
                  .text(p.card().social())
                  .text(p.card().link())
                  .text(p.card().role())
                  .number(p.changedWallMs()),
          row ->
              new Write.Person(
                  new WearerCard(
                      new WearerId(row.text()),
                      row.text(),
                      row.text(),
                      row.text(),
                      row.text(),
                      row.text(),
                      row.text()),
                  row.number()));

  static final Table<Write.Layer> LAYER =
      new Table<>(
          "layer",
          List.of("kind", "scope"),
          List.of("wanted", "generation", "revision", "who", "changed_ms"),
          Write.Layer::scope,
          (l, to) ->
              to.text(l.scope().kind())
                  .text(l.scope().key())
                  .doc(l.values())
                  .revision(l.revision())
                  .text(l.who())
                  .number(l.changedWallMs()),
          row ->
              new Write.Layer(
                  Scope.of(row.text(), row.text()),
                  RowDocs.fields(row.doc()),
                  row.revision(),
                  row.text(),
                  row.number()));

  static final Table<Write.Pushed> PUSHED =
      new Table<>(
          "pushed",
          List.of("badge"),
          List.of("screen", "until_ms", "generation", "revision"),
          Write.Pushed::badge,
          (p, to) ->
              to.text(p.badge().map(BadgeId::text).orElse(""))
                  .text(p.push().map(Push::screen).orElse(""))
                  .number(p.push().map(Push::untilMs).orElse(0L))
                  .revision(p.revision()),
          Tables::pushed);

  static final Table<Write.Announced> ANNOUNCEMENT =
      new Table<>(
          "announcement",
          List.of("announcement"),
          List.of(
              "title", "words", "until_ms", "kind", "scope", "generation", "revision", "withdrawn"),
          a -> a.announcement().id(),
          (a, to) ->
              to.text(a.announcement().id())
                  .text(a.announcement().title())
                  .text(a.announcement().text())
                  .number(a.announcement().untilMs())
                  .text(a.scope().kind())
                  .text(a.scope().key())
                  .revision(a.revision())
                  .flag(a.withdrawn()),
          row ->
              new Write.Announced(
                  new Announcement(row.text(), row.text(), row.text(), row.number()),
                  Scope.of(row.text(), row.text()),
                  row.revision(),
                  row.flag()));

  static final Table<Write.Schedule> SCHEDULE =
      new Table<>(
          "schedule",
          List.of("only_row"),
          List.of("name", "link", "zone", "sessions", "generation", "revision"),
          _ -> "schedule",
          (s, to) ->
              to.number(1)
                  .text(s.conference().name())
                  .text(s.conference().link())
                  .text(s.conference().zone())
                  .text(RowDocs.sessions(s.sessions()))
                  .revision(s.revision()),
          Tables::schedule);

  static final Table<Write.Twin> TWIN =
      new Table<>(
          "twin",
          List.of("device"),
          List.of("message", "received_ms"),
          Write.Twin::device,
          (t, to) ->
              to.text(t.device().text())
                  .bytes(MessageCodec.encode(t.reported()))
                  .number(t.receivedWallMs()),
          row -> new Write.Twin(new DeviceId(row.text()), reported(row.bytes()), row.number()));

  static final Table<Write.Marks> MARKS =
      new Table<>(
          "marks",
          List.of("device", "epoch"),
          List.of("contiguous", "above"),
          m -> new EpochKey(m.device(), m.epoch()),
          (m, to) ->
              to.text(m.device().text())
                  .number(m.epoch())
                  .number(m.received().contiguous())
                  .text(RowDocs.ranges(m.received().above())),
          row ->
              new Write.Marks(
                  new DeviceId(row.text()),
                  row.number(),
                  RowDocs.received(row.number(), row.text())));

  static final Table<Write.Counters> COUNTERS =
      new Table<>(
          "counters",
          List.of("only_row"),
          List.of("revision", "token"),
          _ -> "counters",
          (c, to) -> to.number(1).number(c.revision()).number(c.token()),
          row -> {
            row.number();
            return new Write.Counters(row.number(), row.number());
          });

  static final Table<Write.Frame> FRAME =
      new Table<>(
          "frame",
          List.of("hash"),
          List.of("frame", "received_ms"),
          Write.Frame::hash,
          (f, to) -> to.text(f.hash()).bytes(f.bytes()).number(f.receivedWallMs()),
          row -> new Write.Frame(row.text(), row.bytes(), row.number()));

  static final Table<HubNote> NOTE =
      new Table<>(
          "note",
          List.of(),
          List.of("wall_ms", "kind", "badge", "device", "who", "words"),
          n -> n,
          (n, to) ->
              to.number(n.wallMs())
                  .text(n.kind().name())
                  .text(n.badge().map(BadgeId::text).orElse(""))
                  .text(n.device().map(DeviceId::text).orElse(""))
                  .text(n.who())
                  .text(n.text()),
          row ->
              new HubNote(
                  row.number(),
                  HubNote.Kind.valueOf(row.text()),
                  BadgeId.parse(row.text()),
                  DeviceId.parse(row.text()),
                  row.text(),
                  row.text()));

  static final Table<Write.Chunk> CHUNK =
      new Table<>(
          "telemetry_chunk",
          List.of("device", "epoch", "first_seq"),
          List.of("last_seq", "count", "partition", "received_ms", "sent_mono_ms", "columns"),
          c -> c,
          (c, to) ->
              to.text(c.device().text())
                  .number(c.epoch())
                  .number(c.span().first())
                  .number(c.span().last())
                  .number(c.span().count())
                  .number(c.partition().index())
                  .number(c.anchor().receivedWallMs())
                  .number(c.anchor().sentMonoMs())
                  .bytes(c.columns()),
          Tables::chunk);

  private static Write.Device device(Columns row) throws SQLException {
    var device = new DeviceId(row.text());
    var facts =
        new DeviceFacts(
            row.text(), row.text(), row.text(), row.text(), (int) row.number(), row.text());
    return new Write.Device(device, facts, (int) row.number(), row.words(), row.number());
  }

  private static Write.Pushed pushed(Columns row) throws SQLException {
    Optional<BadgeId> badge = BadgeId.parse(row.text());
    String screen = row.text();
    long untilMs = row.number();
    Optional<Push> push =
        screen.isEmpty() ? Optional.empty() : Optional.of(new Push(screen, untilMs));
    return new Write.Pushed(badge, push, row.revision());
  }

  private static Write.Schedule schedule(Columns row) throws SQLException {
    row.number();
    var conference = new Conference(row.text(), row.text(), row.text());
    return new Write.Schedule(conference, RowDocs.sessions(row.text()), row.revision());
  }

  private static Write.Chunk chunk(Columns row) throws SQLException {
    var device = new DeviceId(row.text());
    long epoch = row.number();
    var span = new Write.Chunk.Span(row.number(), row.number(), (int) row.number());
    var partition = new Partition((int) row.number());
    var anchor = new Write.Chunk.Anchor(row.number(), row.number());
    return new Write.Chunk(partition, device, epoch, span, anchor, row.bytes());
  }

  private static Reported reported(byte[] message) throws SQLException {
    return switch (MessageCodec.decodeUp(message)) {
      case Decoded.Ok<UpMessage>(Reported reported) -> reported;
      case Decoded.Ok<UpMessage>(_) -> throw new SQLException("a twin's message is no report");
      case Decoded.Malformed<UpMessage>(String reason) ->
          throw new SQLException("a twin's message cannot be read: " + reason);
    };
  }
}
