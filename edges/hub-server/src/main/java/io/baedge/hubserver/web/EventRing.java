package io.baedge.hubserver.web;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest events, so that a stream can go on where it broke off. Bounded by entries and items;
 * whoever is further behind starts anew. Not safe for several threads: the feed guards it.
 */
final class EventRing {
  private static final int MOST_EVENTS = 4_000;
  private static final int MOST_ITEMS = 40_000;

  /** What an event is about. */
  enum Topic {
    ROWS("rows"),
    GONE("gone"),
    FLEET("fleet"),
    NOTE("note"),
    RESET("reset");

    private final String word;

    Topic(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * A part of an event.
   *
   * @param key of the row that it is about; empty for all
   */
  record Item(String key, Doc value) {}

  /** One event; its bytes for streams without a filter are made once. */
  static final class Event {
    final long n;
    final Topic topic;
    final List<Item> items;
    private byte @Nullable [] whole;

    private Event(long n, Topic topic, List<Item> items) {
      this.n = n;
      this.topic = topic;
      this.items = List.copyOf(items);
    }

    /**
     * The event as sent to a stream that sees only one key (empty = all); empty = nothing to see.
     */
    Optional<byte[]> bytes(String instance, String onlyKey) {
      if (onlyKey.isEmpty() || topic == Topic.FLEET || topic == Topic.RESET) {
        byte[] known = whole;
        if (known == null) {
          known = encode(instance, items);
          whole = known;
        }
        return Optional.of(known);
      }
      List<Item> seen = items.stream().filter(item -> item.key().equals(onlyKey)).toList();
      return seen.isEmpty() ? Optional.empty() : Optional.of(encode(instance, seen));
    }

    private byte[] encode(String instance, List<Item> seen) {
      List<Doc> values = seen.stream().map(Item::value).toList();
      Doc data =
          switch (topic) {
            case ROWS -> Doc.fields().put("rows", values).build();
            case GONE -> Doc.fields().put("keys", values).build();
            case NOTE -> Doc.fields().put("notes", values).build();
            case FLEET, RESET -> values.isEmpty() ? Doc.Fields.EMPTY : values.getFirst();
          };
      return ("id: " + id(instance, n) + "\n" + plain(topic.word(), data))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private final String instance;
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private int items;
  private long last;

  /**
   * An empty ring.
   *
   * @param instance tells this hub process from others
   */
  EventRing(String instance) {
    this.instance = instance;
  }

  /** An event without a place in the ring. */
  static String plain(String name, Doc data) {
    return "event: " + name + "\ndata: " + DocCodec.toJson(data) + "\n\n";
  }

  private static String id(String instance, long n) {
    return instance + "-" + n;
  }

  void add(Topic topic, List<Item> parts) {
    events.addLast(new Event(++last, topic, parts));
    items += parts.size();
    while (events.size() > MOST_EVENTS || (items > MOST_ITEMS && events.size() > 1)) {
      items -= events.removeFirst().items.size();
    }
  }

  long last() {
    return last;
  }

  String instance() {
    return instance;
  }

  /** The place after which a reader of the present goes on. */
  String position() {
    return id(instance, last);
  }

  /** The number of an id that this ring gave and can go on from. */
  Optional<Long> resume(String id) {
    String start = instance + "-";
    if (!id.startsWith(start)) {
      return Optional.empty();
    }
    try {
      long n = Long.parseLong(id.substring(start.length()));
      return n >= 0 && n <= last && holdsAllAfter(n) ? Optional.of(n) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean holdsAllAfter(long n) {
    return n == last || (!events.isEmpty() && events.getFirst().n <= n + 1);
  }

  /** Events after that number, at most so many. */
  List<Event> after(long n, int most) {
    var list = new ArrayList<Event>();
    long skip = events.isEmpty() ? 0 : Math.max(0, n + 1 - events.getFirst().n);
    for (Event event : events) {
      if (skip-- > 0) {
        continue;
      }
      if (list.size() == most) {
        break;
      }
      list.add(event);
    }
    return list;
  }
}
