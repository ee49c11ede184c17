package io.baedge.hubserver.web;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.store.HubNote;
import io.baedge.hubserver.loop.FleetChange;
import io.baedge.hubserver.loop.FleetListener;
import io.baedge.hubserver.loop.FleetView;
import io.baedge.model.doc.Doc;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fleet's changes, cuts them into events a few times a second (the newest row of a
 * badge wins), and pumps them into the open streams. Its lock is held for moments only, because the
 * hub's own thread hands changes in.
 */
final class EventFeed implements FleetListener, AutoCloseable {
  private static final long CUT_EVERY_MS = 80;
  private static final long BEAT_EVERY_MS = 5_000;
  private static final int MOST_NOTES_PER_CUT = 200;
  private static final int MOST_STREAMS = 1_000;

  private final Vertx vertx;
  private final FleetView fleet;
  private final InstantSource clock;
  private final WebMeters meters;
  private final EventRing ring;
  private final List<EventStream> streams = new CopyOnWriteArrayList<>();

  private final Map<String, BadgeOverview> shown = new LinkedHashMap<>();
  private final Set<String> hidden = new LinkedHashSet<>();
  private final List<HubNote> noted = new ArrayList<>();
  private @Nullable FleetCounts counted;
  private boolean restarted;
  private long pumped;
  private final List<Long> timers = new ArrayList<>();

  EventFeed(Vertx vertx, FleetView fleet, InstantSource clock, WebMeters meters) {
    this.vertx = vertx;
    this.fleet = fleet;
    this.clock = clock;
    this.meters = meters;
    this.ring = new EventRing(Long.toString(clock.millis(), 36));
  }

  void start() {
    timers.add(vertx.setPeriodic(CUT_EVERY_MS, _ -> cut()));
    timers.add(vertx.setPeriodic(BEAT_EVERY_MS, _ -> streams.forEach(s -> s.beat(time()))));
  }

  @Override
  public void close() {
    timers.forEach(vertx::cancelTimer);
    streams.forEach(EventStream::end);
  }

  @Override
  public synchronized void changed(FleetChange change) {
    switch (change) {
      case FleetChange.Shown(BadgeOverview row) -> {
        hidden.remove(row.key());
        shown.put(row.key(), row);
      }
      case FleetChange.Hidden(String key) -> {
        shown.remove(key);
        hidden.add(key);
      }
      case FleetChange.Counted(FleetCounts counts) -> counted = counts;
      case FleetChange.Noted(HubNote note) -> {
        if (noted.size() < MOST_NOTES_PER_CUT) {
          noted.add(note);
        } else {
          meters.noteDropped();
        }
      }
      case FleetChange.Restarted() -> {
        shown.clear();
        hidden.clear();
        restarted = true;
      }
    }
  }

  /** The id of the newest event: what is read after this call is not older. */
  synchronized String position() {
    cutLocked();
    return ring.position();
  }

  private void cut() {
    boolean any;
    synchronized (this) {
      cutLocked();
      // Also what a reader's question for the position has cut since the last time.
      any = ring.last() > pumped;
      pumped = ring.last();
    }
    if (any) {
      streams.forEach(EventStream::pump);
    }
  }

  private void cutLocked() {
    if (restarted) {
      ring.add(EventRing.Topic.RESET, List.of());
      restarted = false;
    }
    if (!hidden.isEmpty()) {
      ring.add(
          EventRing.Topic.GONE,
          hidden.stream().map(key -> new EventRing.Item(key, new Doc.Text(key))).toList());
      hidden.clear();
    }
    if (!shown.isEmpty()) {
      ring.add(
          EventRing.Topic.ROWS,
          shown.values().stream()
              .map(row -> new EventRing.Item(row.key(), Rows.row(row)))
              .toList());
      shown.clear();
    }
    FleetCounts counts = counted;
    if (counts != null) {
      ring.add(EventRing.Topic.FLEET, List.of(new EventRing.Item("", Rows.fleet(counts))));
      counted = null;
    }
    if (!noted.isEmpty()) {
      ring.add(EventRing.Topic.NOTE, noted.stream().map(EventFeed::item).toList());
      noted.clear();
    }
  }

  private static EventRing.Item item(HubNote note) {
    return new EventRing.Item(note.badge().map(Object::toString).orElse(""), Rows.note(note));
  }

  /** Opens a stream on a response; `since` is the id of the last event that the reader has. */
  void open(HttpServerResponse response, Set<EventRing.Topic> topics, String key, String since) {
    var resumed = since.isEmpty() ? java.util.Optional.<Long>empty() : resume(since);
    var stream = new EventStream(this, response, topics, key, resumed.orElseGet(this::last));
    if (meters.streams().incrementAndGet() > MOST_STREAMS) {
      meters.streams().decrementAndGet();
      response.setStatusCode(503).end();
      return;
    }
    streams.add(stream);
    response.closeHandler(_ -> closed(stream));
    response.exceptionHandler(_ -> closed(stream));
    stream.begin(hello(resumed.isPresent()), Rows.fleet(fleet.counts()));
    if (!since.isEmpty() && resumed.isEmpty()) {
      meters.streamReset();
      stream.reset();
    }
    stream.pump();
  }

  private void closed(EventStream stream) {
    if (streams.remove(stream)) {
      meters.streams().decrementAndGet();
    }
  }

  private synchronized java.util.Optional<Long> resume(String since) {
    return ring.resume(since);
  }

  private synchronized long last() {
    return ring.last();
  }

  /** Events after a number; null when the ring no longer holds them all. */
  synchronized @Nullable List<EventRing.Event> after(long n, int most) {
    return ring.holdsAllAfter(n) ? ring.after(n, most) : null;
  }

  synchronized long skipToNewest() {
    meters.streamReset();
    return ring.last();
  }

  String instance() {
    return ring.instance();
  }

  private Doc.Fields hello(boolean resumed) {
    return Doc.fields()
        .put("nowMs", clock.millis())
        .put("hub", ring.instance())
        .put("resumed", resumed)
        .build();
  }

  private Doc.Fields time() {
    return Doc.fields().put("nowMs", clock.millis()).build();
  }
}
