package io.baedge.cli.demo;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The invented conference that the demo shows: its people and its day, moved to now. */
final class DemoConference {
  private static final String FOLDER = "/io/baedge/cli/examples/conference/";

  private DemoConference() {}

  /** The attendee list, with guests added when more badges are wanted than people exist. */
  static byte[] attendees(int badges) {
    byte[] listed = resource("attendees.csv");
    var text = new StringBuilder(new String(listed, StandardCharsets.UTF_8));
    for (int i = people(text) + 1; i <= badges; i++) {
      text.append(String.format(Locale.ROOT, "A%04d,Guest %d,,,,,attendee%n", i, i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The key of the n-th person, from 1. */
  static String key(int number) {
    return String.format(Locale.ROOT, "A%04d", number);
  }

  /** The schedule, moved so that its first session starts at that moment. */
  static Doc.Fields schedule(OffsetDateTime firstStart) {
    String json = new String(resource("schedule.json"), StandardCharsets.UTF_8);
    return switch (DocCodec.locatedJson(json)) {
      case Decoded.Ok(var located) -> {
        Doc doc = located.doc();
        Duration by = Duration.between(earliest(doc), firstStart);
        yield (Doc.Fields) moved(doc, by);
      }
      case Decoded.Malformed(var reason) ->
          throw new IllegalStateException("the demo's schedule is broken: " + reason);
    };
  }

  private static int people(CharSequence csv) {
    return (int) csv.toString().lines().filter(line -> !line.isBlank()).count() - 1;
  }

  private static OffsetDateTime earliest(Doc doc) {
    List<OffsetDateTime> starts = new ArrayList<>();
    collectStarts(doc, starts);
    return starts.stream().min(OffsetDateTime::compareTo).orElseThrow();
  }

  private static void collectStarts(Doc doc, List<OffsetDateTime> starts) {
    if (doc instanceof Doc.Fields(Map<String, Doc> values)) {
      if (values.containsKey("guid")
          && values.get("date") instanceof Doc.Text(String date)
          && date.length() > 10) {
        starts.add(OffsetDateTime.parse(date));
      }
      values.values().forEach(value -> collectStarts(value, starts));
    } else if (doc instanceof Doc.Items(List<Doc> items)) {
      items.forEach(item -> collectStarts(item, starts));
    }
  }

  /** Moves every moment; whole days follow the moments inside them. */
  private static Doc moved(Doc doc, Duration by) {
    return switch (doc) {
      case Doc.Fields(Map<String, Doc> values) -> {
        Map<String, Doc> changed = new LinkedHashMap<>();
        values.forEach((name, value) -> changed.put(name, moved(value, by)));
        if (changed.get("date") instanceof Doc.Text(String date) && changed.containsKey("start")) {
          changed.put("start", new Doc.Text(OffsetDateTime.parse(date).format(HOUR)));
        }
        yield new Doc.Fields(changed);
      }
      case Doc.Items(List<Doc> items) ->
          new Doc.Items(items.stream().map(item -> moved(item, by)).toList());
      case Doc.Text(String text) when isMoment(text) ->
          new Doc.Text(OffsetDateTime.parse(text).plus(by).toString());
      case Doc.Text _, Doc.Int _, Doc.Real _, Doc.Bool _, Doc.Bytes _, Doc.Null _ -> doc;
    };
  }

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static boolean isMoment(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?([+-]\\d\\d:\\d\\d|Z)");
  }

  private static byte[] resource(String name) {
    try (InputStream in = DemoConference.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks the example " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the example " + name + " cannot be read", e);
    }
  }
}
