package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the events. It takes from the ring only as fast as its connection does; one that is
 * too far behind is told to read everything anew.
 */
final class EventStream {
  private static final int BATCH = 64;

  private final EventFeed feed;
  private final HttpServerResponse response;
  private final Set<EventRing.Topic> topics;
  private final String key;
  private long sent;

  EventStream(
      EventFeed feed,
      HttpServerResponse response,
      Set<EventRing.Topic> topics,
      String key,
      long sent) {
    this.feed = feed;
    this.response = response;
    this.topics = topics;
    this.key = key;
    this.sent = sent;
  }

  synchronized void begin(Doc.Fields hello, Doc.Fields fleet) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        // Compressed streams would wait in the compressor's buffer.
        .putHeader("Content-Encoding", "identity")
        .putHeader("X-Accel-Buffering", "no");
    response.drainHandler(_ -> pump());
    String start = "retry: 2000\n" + EventRing.plain("hello", hello);
    if (topics.contains(EventRing.Topic.FLEET)) {
      start += EventRing.plain(EventRing.Topic.FLEET.word(), fleet);
    }
    response.write(Buffer.buffer(start));
  }

  synchronized void reset() {
    response.write(Buffer.buffer(EventRing.plain(EventRing.Topic.RESET.word(), Doc.Fields.EMPTY)));
  }

  /** A comment for whatever stands between, and the hub's clock for the page. */
  synchronized void beat(Doc.Fields time) {
    if (!response.closed() && !response.writeQueueFull()) {
      response.write(Buffer.buffer(": heartbeat\n" + EventRing.plain("time", time)));
    }
  }

  synchronized void pump() {
    while (!response.closed() && !response.ended() && !response.writeQueueFull()) {
      @Nullable List<EventRing.Event> events = feed.after(sent, BATCH);
      if (events == null) {
        sent = feed.skipToNewest();
        reset();
        return;
      }
      if (events.isEmpty()) {
        return;
      }
      Buffer bytes = Buffer.buffer();
      for (EventRing.Event event : events) {
        sent = event.n;
        if (event.topic == EventRing.Topic.RESET || topics.contains(event.topic)) {
          event.bytes(feed.instance(), key).ifPresent(bytes::appendBytes);
        }
      }
      if (bytes.length() > 0) {
        response.write(bytes);
      }
    }
  }

  synchronized void end() {
    if (!response.closed() && !response.ended()) {
      response.end();
    }
  }
}
