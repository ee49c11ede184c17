package io.baedge.hubserver.web;

import io.baedge.model.doc.Suggestion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The stream of changes. */
final class EventsApi {
  private static final List<String> TOPICS = List.of("rows", "fleet", "note");

  private final EventFeed feed;

  EventsApi(EventFeed feed) {
    this.feed = feed;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/events", "Changes as they happen (server-sent events)")
            .query("topics", Schema.text("some of " + String.join(", ", TOPICS)))
            .query("key", Schema.text("only rows and notes of this badge"))
            .query("since", Schema.text("like Last-Event-ID, for those who cannot set it"))
            .header("Last-Event-ID", Schema.text("the stream goes on after it"))
            .gives(200, "text/event-stream", Schema.text("hello, rows, gone, fleet, note, reset"))
            .by("events", this::open));
  }

  private Answer open(Call call) {
    EnumSet<EventRing.Topic> topics = topics(call.text("topics"));
    String since = call.headers().getOrDefault("Last-Event-ID", call.text("since"));
    String key = call.text("key");
    return new Answer.Stream(response -> feed.open(response, topics, key, since));
  }

  private static EnumSet<EventRing.Topic> topics(String text) {
    var topics = EnumSet.noneOf(EventRing.Topic.class);
    List<String> words = text.isEmpty() ? TOPICS : Arrays.asList(text.split(",", -1));
    for (String word : words) {
      if (!TOPICS.contains(word)) {
        throw Refused.field(
            "topics", "has '" + Shown.of(word) + "'; " + Suggestion.oneOf(Shown.of(word), TOPICS));
      }
      topics.add(EventRing.Topic.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    if (topics.contains(EventRing.Topic.ROWS)) {
      topics.add(EventRing.Topic.GONE);
    }
    return topics;
  }
}
