package io.baedge.model.codec;

import io.baedge.model.Limits;
import io.baedge.model.Now;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Decider;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A device's messages as documents. */
final class UpCodec {
  private static final long MAX = Long.MAX_VALUE;
  private static final int COLUMN_BYTES = Limits.MESSAGE_BYTES - 1024;

  private UpCodec() {}

  static Doc.Fields write(UpMessage message) {
    return switch (message) {
      case Status status -> status(status);
      case Telemetry t -> telemetry(t);
      case Reported reported -> reported(reported);
      case DeviceLog log -> log(log);
    };
  }

  static UpMessage read(DocReader doc) {
    String kind = doc.text("is", Limits.SHORT_CHARS);
    return switch (kind) {
      case "status" -> readStatus(doc);
      case "telemetry" -> readTelemetry(doc);
      case "reported" -> readReported(doc);
      case "log" -> readLog(doc);
      default ->
          throw new IllegalArgumentException(
              "is '" + kind + "'; a device says status, telemetry, reported or log");
    };
  }

  private static Doc.Fields status(Status status) {
    Doc.Builder doc =
        MessageCodec.envelope("status")
            .put("phase", status.phase().word())
            .put("connection", status.connection())
            .put("monoMs", status.sentAt().monoMs())
            .put("wallMs", status.sentAt().wallMs())
            .put("wallSynced", status.sentAt().wallSynced())
            .put("epoch", status.stream().epoch())
            .put("last", status.stream().lastSequence())
            .put("nextContactMs", status.nextContactMs());
    status.hello().ifPresent(hello -> doc.put("hello", hello(hello)));
    return doc.build();
  }

  private static Doc.Fields hello(Status.Hello hello) {
    DeviceFacts facts = hello.facts();
    return Doc.fields()
        .put("protocol", hello.protocol())
        .put("capabilities", hello.capabilities().stream().map(Doc.Text::new).toList())
        .putIfAny("panel", facts.panel())
        .putIfAny("os", facts.os())
        .putIfAny("arch", facts.arch())
        .putIfAny("version", facts.version())
        .put("memoryMb", facts.memoryMb())
        .putIfAny("localUrl", facts.localUrl())
        .build();
  }

  private static Status readStatus(DocReader doc) {
    return new Status(
        doc.word("phase", Status.Phase.class, Status.Phase.ONLINE),
        doc.integer("connection", 0, MAX, 0),
        new Now(
            doc.integer("monoMs", 0, MAX, 0),
            doc.integer("wallMs", Long.MIN_VALUE, MAX, 0),
            doc.flag("wallSynced", false)),
        new Status.StreamEnd(doc.integer("epoch", 0, MAX), doc.integer("last", 0, MAX)),
        doc.integer("nextContactMs", 0, MAX, 0),
        doc.has("hello") ? Optional.of(readHello(doc.object("hello"))) : Optional.empty());
  }

  private static Status.Hello readHello(DocReader doc) {
    return new Status.Hello(
        (int) doc.integer("protocol", 0, 1_000, 0),
        doc.texts("capabilities", 64, Limits.SHORT_CHARS),
        new DeviceFacts(
            doc.text("panel", Limits.SHORT_CHARS, ""),
            doc.text("os", Limits.SHORT_CHARS, ""),
            doc.text("arch", Limits.SHORT_CHARS, ""),
            doc.text("version", Limits.SHORT_CHARS, ""),
            (int) doc.integer("memoryMb", 0, Integer.MAX_VALUE, 0),
            doc.text("localUrl", Limits.LINK_CHARS, "")));
  }

  private static Doc.Fields telemetry(Telemetry t) {
    boolean otherClock = t.sentMonoMs() == Telemetry.NO_ANCHOR;
    Doc.Builder doc =
        MessageCodec.envelope("telemetry")
            .put("epoch", t.epoch())
            .put("low", t.low())
            .put("sentMonoMs", otherClock ? 0 : t.sentMonoMs())
            .put("columns", SampleColumns.encode(t.samples()));
    if (!t.gone().isEmpty()) {
      doc.put("gone", RangeDoc.write(t.gone()));
    }
    return (otherClock ? doc.put("otherClock", true) : doc).build();
  }

  private static Telemetry readTelemetry(DocReader doc) {
    byte[] columns = doc.bytes("columns", COLUMN_BYTES);
    List<Sample> samples =
        switch (SampleColumns.decode(columns)) {
          case Decoded.Ok<List<Sample>>(List<Sample> decoded) -> decoded;
          case Decoded.Malformed<List<Sample>>(String reason) -> {
            doc.problem("columns", "cannot be read: " + reason);
            yield List.of();
          }
        };
    long sentMonoMs = doc.integer("sentMonoMs", 0, MAX);
    return new Telemetry(
        doc.integer("epoch", 0, MAX),
        doc.integer("low", 0, MAX),
        doc.flag("otherClock", false) ? Telemetry.NO_ANCHOR : sentMonoMs,
        samples,
        RangeDoc.read(doc, "gone", Limits.GONE_RANGES));
  }

  private static Doc.Fields reported(Reported reported) {
    Doc.Builder doc =
        MessageCodec.envelope("reported")
            .put("generation", reported.applied().generation())
            .put("revision", reported.applied().n())
            .put("token", reported.token().value())
            .put("epoch", reported.order().epoch())
            .put("n", reported.order().n())
            .put("monoMs", reported.order().monoMs())
            .put("glass", glass(reported.glass()))
            .put("state", reported.state());
    reported
        .refusal()
        .ifPresent(
            r ->
                doc.put(
                    "refused",
                    Doc.fields()
                        .put("generation", r.revision().generation())
                        .put("revision", r.revision().n())
                        .put("reason", r.reason())
                        .build()));
    return doc.build();
  }

  private static Doc.Fields glass(Glass glass) {
    Doc.Builder doc =
        Doc.fields()
            .putIfAny("hash", glass.hash())
            .putIfAny("screen", glass.screen())
            .put("decider", glass.decider().word())
            .put("sinceMonoMs", glass.sinceMonoMs())
            .put("untilMonoMs", glass.untilMonoMs());
    byte[] frame = glass.frame();
    return (frame.length == 0 ? doc : doc.put("frame", frame)).build();
  }

  private static Reported readReported(DocReader doc) {
    Optional<Reported.Refusal> refusal = Optional.empty();
    if (doc.has("refused")) {
      DocReader refused = doc.object("refused");
      refusal =
          Optional.of(
              new Reported.Refusal(
                  revision(refused), refused.text("reason", Limits.LINE_CHARS, "")));
    }
    Doc state = doc.raw("state").orElse(Doc.Fields.EMPTY);
    if (!(state instanceof Doc.Fields)) {
      doc.problem("state", "must have named values");
    }
    return new Reported(
        revision(doc),
        new FencingToken(doc.integer("token", 0, MAX, 0)),
        refusal,
        new Reported.Order(
            doc.integer("epoch", 0, MAX), doc.integer("n", 0, MAX), doc.integer("monoMs", 0, MAX)),
        readGlass(doc.object("glass")),
        state instanceof Doc.Fields fields ? fields : Doc.Fields.EMPTY);
  }

  private static Revision revision(DocReader doc) {
    return new Revision(doc.integer("generation", 0, MAX, 0), doc.integer("revision", 0, MAX, 0));
  }

  private static Glass readGlass(DocReader doc) {
    String decider = doc.text("decider", Limits.SHORT_CHARS, Decider.DEFAULT.word());
    Decider known = Decider.DEFAULT;
    for (Decider candidate : Decider.values()) {
      known = candidate.word().equals(decider) ? candidate : known;
    }
    return new Glass(
        doc.text("hash", Limits.SHORT_CHARS, ""),
        doc.text("screen", Limits.SHORT_CHARS, ""),
        known,
        doc.integer("sinceMonoMs", 0, MAX, 0),
        doc.integer("untilMonoMs", 0, MAX, 0),
        doc.bytes("frame", Limits.FRAME_BYTES));
  }

  private static Doc.Fields log(DeviceLog log) {
    List<Doc.Fields> lines =
        log.lines().stream()
            .map(
                line ->
                    Doc.fields()
                        .put("monoMs", line.monoMs())
                        .put("level", line.level().word())
                        .put("text", line.text())
                        .build())
            .toList();
    return MessageCodec.envelope("log")
        .put("epoch", log.epoch())
        .put("dropped", log.dropped())
        .put("lines", lines)
        .build();
  }

  private static DeviceLog readLog(DocReader doc) {
    List<DeviceLog.Line> lines = new ArrayList<>();
    for (DocReader line : doc.objects("lines", Limits.LOG_LINES)) {
      lines.add(
          new DeviceLog.Line(
              line.integer("monoMs", 0, MAX),
              line.word("level", DeviceLog.Level.class, DeviceLog.Level.INFO),
              line.text("text", Limits.LINE_CHARS)));
    }
    return new DeviceLog(doc.integer("epoch", 0, MAX), doc.integer("dropped", 0, MAX, 0), lines);
  }
}
