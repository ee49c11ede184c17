package io.baedge.model.codec;

import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DownMessage;
import io.baedge.model.telemetry.Received;

/** A hub's messages as documents. */
final class DownCodec {
  private static final long MAX = Long.MAX_VALUE;

  private DownCodec() {}

  static Doc.Fields write(DownMessage message) {
    return switch (message) {
      case Desired desired -> {
        Doc.Builder doc =
            MessageCodec.envelope("desired")
                .put("generation", desired.revision().generation())
                .put("revision", desired.revision().n())
                .put("token", desired.token().value());
        desired.badge().ifPresent(badge -> doc.put("badge", badge.text()));
        yield doc.put("state", DesiredDoc.write(desired.state())).build();
      }
      case Command command ->
          MessageCodec.envelope("command")
              .put("id", command.id())
              .put("kind", command.kind().word())
              .put("expiresInMs", command.expiresInMs())
              .build();
      case Ack ack -> ack(ack);
    };
  }

  static DownMessage read(DocReader doc) {
    String kind = doc.text("is", Limits.SHORT_CHARS);
    return switch (kind) {
      case "desired" -> readDesired(doc);
      case "command" ->
          new Command(
              doc.text("id", Limits.SHORT_CHARS),
              doc.word("kind", Command.Kind.class, Command.Kind.REPORT),
              doc.integer("expiresInMs", 0, MAX, 60_000));
      case "ack" ->
          new Ack(
              doc.integer("generation", 0, MAX),
              doc.integer("epoch", 0, MAX),
              new Received(
                  doc.integer("mark", 0, MAX), RangeDoc.read(doc, "above", Limits.ACK_RANGES)),
              doc.text("frame", Limits.SHORT_CHARS, ""),
              readHubTime(doc),
              (int) doc.integer("pace", 0, Limits.PACE_PER_S, 0),
              doc.integer("newest", 0, MAX, 0));
      default ->
          throw new IllegalArgumentException(
              "is '" + kind + "'; a hub says desired, command or ack");
    };
  }

  private static Doc.Fields ack(Ack ack) {
    Doc.Builder doc =
        MessageCodec.envelope("ack")
            .put("generation", ack.generation())
            .put("epoch", ack.epoch())
            .put("mark", ack.received().contiguous())
            .put("above", RangeDoc.write(ack.received().above()))
            .putIfAny("frame", ack.frameHash());
    Ack.HubTime time = ack.hubTime();
    if (!time.equals(Ack.HubTime.NONE)) {
      doc.put("hubMs", time.wallMs()).put("echoMonoMs", time.echoMonoMs());
    }
    if (ack.pacePerS() > 0) {
      doc.put("pace", ack.pacePerS());
    }
    if (ack.newestEpoch() > 0) {
      doc.put("newest", ack.newestEpoch());
    }
    return doc.build();
  }

  private static Ack.HubTime readHubTime(DocReader doc) {
    long wallMs = doc.integer("hubMs", 0, DesiredDoc.FOREVER_MS, 0);
    long echoMonoMs = doc.integer("echoMonoMs", 0, MAX, 0);
    return wallMs == 0 ? Ack.HubTime.NONE : new Ack.HubTime(wallMs, echoMonoMs);
  }

  private static Desired readDesired(DocReader doc) {
    return new Desired(
        new Revision(doc.integer("generation", 0, MAX), doc.integer("revision", 0, MAX)),
        new FencingToken(doc.integer("token", 0, MAX, 0)),
        doc.parsed("badge", 64, BadgeId::parse, "1 to 32 characters of a-z, 0-9 and '-'"),
        DesiredDoc.read(doc.object("state")));
  }
}
