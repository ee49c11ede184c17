package io.baedge.hubserver.web;

import io.baedge.hub.clock.CorrectedTime;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hubserver.store.History;
import io.baedge.hubserver.store.History.Window;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.screen.FrameCodec;
import io.baedge.screen.FrameFormatException;
import io.baedge.screen.PngWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the store has kept: curves, notes and pictures. */
final class HistoryApi {
  private static final String TAG = "history";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
  private static final int MOST_IN_BUNDLE = 120;
  private static final long HOUR_MS = 3_600_000;

  private final History history;
  private final FrameCache frames;
  private final InstantSource clock;

  HistoryApi(History history, FrameCache frames, InstantSource clock) {
    this.history = history;
    this.frames = frames;
    this.clock = clock;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/badges/{badge}/history", "Curves of a badge")
            .in("badge", Schemas.BADGE_ID)
            .query("from", Schemas.TIME)
            .query("to", Schemas.TIME)
            .query("buckets", Schema.number("points of a curve, 1 to 2000"))
            .by(TAG, this::curves));
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/badges/{badge}/notes", "What happened to a badge")
            .in("badge", Schemas.BADGE_ID)
            .paged()
            .by(TAG, call -> notes(call, Optional.of(call.badge()))));
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/notes", "What happened, newest first")
            .paged()
            .by(TAG, call -> notes(call, Optional.empty())));
    routes.add(
        Route.of(Route.Verb.GET, "/frames/{picture}", "A picture, for example {hash}.png")
            .in("picture", Schema.text("32 hex digits and .png"))
            .query("scale", Schema.number("1 to 8 image pixels for one of the glass"))
            .gives(200, "image/png", Schema.text(""))
            .by(TAG, this::png));
    routes.add(
        Route.of(
                Route.Verb.GET,
                "/frames/bundle/{hashes}",
                "Pictures as compact bytes: 16 bytes of hash, 32 bits of length, frame; each")
            .in("hashes", Schema.text("hashes joined by dots, at most " + MOST_IN_BUNDLE))
            .gives(200, "application/octet-stream", Schema.text(""))
            .by(TAG, this::bundle));
  }

  private Answer curves(Call call) throws StoreFailed {
    long to = call.number("to", 1, Long.MAX_VALUE).orElse(clock.millis());
    long from = call.number("from", 0, Long.MAX_VALUE).orElse(Math.max(0, to - 8 * HOUR_MS));
    if (from >= to) {
      throw Refused.field("from", "is " + from + "; it must be before to, which is " + to);
    }
    int buckets = (int) call.number("buckets", 1, 2_000).orElse(240);
    var window = new Window(from, to, buckets);
    return Answer.json(document(history.samples(call.badge(), window), window));
  }

  private static Doc.Fields document(History.Series series, Window window) {
    List<Doc> points = new ArrayList<>();
    for (History.Point point : series.points()) {
      var doc = Doc.fields().put("atMs", point.fromMs());
      uncertainty(doc, point.uncertaintyMs()).put("samples", point.samples());
      stat(doc, "batteryPercent", point.batteryPercent());
      stat(doc, "batteryMv", point.batteryMv());
      stat(doc, "rssiDbm", point.rssiDbm());
      stat(doc, "temperatureDeciC", point.temperatureDeciC());
      points.add(doc.putIfAny("accessPoint", point.accessPoint()).build());
    }
    List<Doc> events = new ArrayList<>();
    for (History.Happening event : series.events()) {
      events.add(
          uncertainty(
                  Doc.fields().put("atMs", event.taken().wallMs()), event.taken().uncertaintyMs())
              .put("kind", event.kind())
              .putIfAny("detail", event.detail())
              .build());
    }
    return Doc.fields()
        .put("fromMs", window.fromMs())
        .put("toMs", window.toMs())
        .put("bucketMs", window.bucketMs())
        .put("points", points)
        .put("events", events)
        .build();
  }

  /** Absent when the time is only the latest possible one. */
  private static Doc.Builder uncertainty(Doc.Builder doc, long ms) {
    return ms == CorrectedTime.OPEN ? doc : doc.put("uncertaintyMs", ms);
  }

  private static void stat(Doc.Builder doc, String name, History.Stat stat) {
    if (stat.count() > 0) {
      doc.put(
          name,
          Doc.fields()
              .put("min", stat.min())
              .put("mean", stat.mean())
              .put("max", stat.max())
              .build());
    }
  }

  private Answer notes(Call call, Optional<BadgeId> badge) throws StoreFailed {
    int limit = call.limit(50, 500);
    List<History.StoredNote> notes = history.notes(badge, limit, before(call));
    var answer =
        Doc.fields().put("notes", notes.stream().map(stored -> Rows.note(stored.note())).toList());
    if (notes.size() == limit) {
      answer.put("next", Cursor.after(Long.toString(notes.getLast().id())));
    }
    return Answer.json(answer.build());
  }

  private static long before(Call call) {
    String cursor = call.cursor();
    try {
      return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw Refused.field("cursor", "is of another list; give the 'next' of the page before");
    }
  }

  private Answer png(Call call) throws StoreFailed {
    String name = call.part("picture");
    String hash = name.endsWith(".png") ? name.substring(0, name.length() - 4) : "";
    byte[] bytes = frame(hash, "picture");
    int scale = (int) call.number("scale", 1, 8).orElse(1);
    try {
      return Answer.immutable("image/png", PngWriter.write(FrameCodec.decode(bytes), scale));
    } catch (FrameFormatException e) {
      throw Refused.of(
          500, "broken-picture", "The stored picture cannot be read: " + e.getMessage());
    }
  }

  private byte[] frame(String hash, String field) throws StoreFailed {
    if (!HASH.matcher(hash).matches()) {
      throw Refused.field(field, "must be 32 hex digits and .png");
    }
    return frames
        .get(hash)
        .orElseThrow(() -> Refused.notFound("The hub holds no picture " + hash + "."));
  }

  private Answer bundle(Call call) throws StoreFailed {
    String[] hashes = call.part("hashes").split("\\.", -1);
    if (hashes.length > MOST_IN_BUNDLE) {
      throw Refused.field(
          "hashes",
          "has " + hashes.length + " entries; at most " + MOST_IN_BUNDLE + " are allowed");
    }
    var out = new ByteArrayOutputStream(hashes.length * 1_200);
    boolean whole = true;
    for (String hash : hashes) {
      if (!HASH.matcher(hash).matches()) {
        throw Refused.field("hashes", "has '" + Shown.of(hash) + "'; a hash is 32 hex digits");
      }
      byte[] bytes = frames.get(hash).orElse(new byte[0]);
      whole &= bytes.length > 0;
      out.writeBytes(HexFormat.of().parseHex(hash));
      out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
      out.writeBytes(bytes);
    }
    Answer.Content answer = Answer.immutable("application/octet-stream", out.toByteArray());
    // A bundle with a hole may be whole the next time.
    return whole ? answer : answer.with("Cache-Control", "no-store");
  }
}
