package io.baedge.hubserver.importer;

import io.baedge.model.Limits;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what both notations of a schedule say. */
final class ScheduleBuilder {
  private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{2})");
  private static final LocalTime NEW_DAY = LocalTime.of(5, 0);
  private static final int MOST_SESSIONS = 20_000;
  private static final int MOST_NOTES = 20;

  private final List<Session> sessions = new ArrayList<>();
  private final Map<String, WearerCard> speakers = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private String title = "";
  private String link = "";
  private ZoneId zone = ZoneId.of("UTC");

  /** A person of a session; id or name may be empty. */
  record Person(String id, String name) {}

  /** A session as written; empty texts where the schedule says nothing. */
  record Entry(
      String title,
      String room,
      String date,
      String day,
      String start,
      String duration,
      List<Person> persons) {}

  void conference(String name, String address) {
    title = TextBytes.cut(TextBytes.oneLine(name), Limits.NAME_CHARS);
    link = address.length() <= Limits.LINK_CHARS ? address.strip() : "";
  }

  /** A sentence when the zone is unknown. */
  Optional<String> zone(String name) {
    try {
      if (!name.isBlank()) {
        zone = ZoneId.of(name.strip());
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("is '" + name + "'; it must be a time zone such as Europe/Berlin");
    }
  }

  /** A sentence when the entry cannot be placed in time. */
  Optional<String> add(Entry entry) {
    if (sessions.size() == MOST_SESSIONS) {
      return Optional.of(
          "is the session after " + MOST_SESSIONS + "; that is too large a schedule");
    }
    String name = TextBytes.oneLine(entry.title());
    if (name.isEmpty()) {
      return Optional.of("has no title");
    }
    Optional<Long> startMs = startMs(entry);
    if (startMs.isEmpty()) {
      return Optional.of(
          "has no readable start: date '"
              + entry.date()
              + "', start '"
              + entry.start()
              + "'; use 2026-03-01T11:00:00+01:00 or 11:00");
    }
    Matcher duration = DURATION.matcher(entry.duration().strip());
    if (!duration.matches()) {
      return Optional.of("has the duration '" + entry.duration() + "'; use hours:minutes");
    }
    sessions.add(
        new Session(
            shortened("room", entry.room(), Limits.SHORT_CHARS),
            shortened("title", name, Limits.LINE_CHARS),
            shortened("speakers", speakers(entry.persons()), Limits.LINE_CHARS),
            startMs.get(),
            startMs.get() + durationMs(duration)));
    return Optional.empty();
  }

  ImportedSchedule build() {
    sessions.sort(
        Comparator.comparingLong(Session::startMs)
            .thenComparing(Session::room)
            .thenComparing(Session::title));
    return new ImportedSchedule(
        new Conference(title, link, zone.getId()),
        sessions,
        List.copyOf(new TreeMap<>(speakers).values()),
        notes);
  }

  private Optional<Long> startMs(Entry entry) {
    try {
      String date = entry.date().strip();
      if (date.contains("T")) {
        return Optional.of(OffsetDateTime.parse(date).toInstant().toEpochMilli());
      }
      LocalDate day = LocalDate.parse(date.isEmpty() ? entry.day().strip() : date);
      LocalTime start = LocalTime.parse(entry.start().strip());
      // Without an own date, what starts in the small hours belongs to the night of the day before.
      LocalDate actual = start.isBefore(NEW_DAY) ? day.plusDays(1) : day;
      return Optional.of(actual.atTime(start).atZone(zone).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long durationMs(Matcher duration) {
    long days = duration.group(1) == null ? 0 : Long.parseLong(duration.group(1));
    long hours = Long.parseLong(duration.group(2));
    return ((days * 24 + hours) * 60 + Long.parseLong(duration.group(3))) * 60_000;
  }

  private String speakers(List<Person> persons) {
    List<String> names = new ArrayList<>();
    for (Person person : persons) {
      String name = TextBytes.cut(TextBytes.oneLine(person.name()), Limits.NAME_CHARS);
      if (!name.isEmpty()) {
        names.add(name);
        speaker(person.id().isBlank() ? name : person.id().strip(), name);
      }
    }
    return String.join(", ", names);
  }

  private void speaker(String id, String name) {
    String key = TextBytes.cut("speaker-" + TextBytes.oneLine(id), Limits.SHORT_CHARS);
    speakers.putIfAbsent(key, new WearerCard(new WearerId(key), name, "", "", "", "", "speaker"));
  }

  private String shortened(String what, String text, int maxChars) {
    String line = TextBytes.oneLine(text);
    if (line.length() > maxChars && notes.size() < MOST_NOTES) {
      notes.add(
          what + " '" + TextBytes.cut(line, 40) + "' was shortened to " + maxChars + " characters");
    }
    return TextBytes.cut(line, maxChars);
  }
}
