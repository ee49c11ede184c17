package io.baedge.hubserver.importer;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.codec.Located;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import java.util.ArrayList;
import java.util.List;

/** The frab schedule as JSON. */
final class ScheduleJson {
  private static final int LONG_TEXT = 4_000;
  private static final int MOST = 10_000;

  private final ScheduleBuilder builder = new ScheduleBuilder();

  private ScheduleJson() {}

  static Decoded<ImportedSchedule> read(String text) {
    return DocCodec.locatedJson(text)
        .then(
            located -> {
              var problems = new Problems(located.positions());
              ImportedSchedule schedule = new ScheduleJson().schedule(located, problems);
              return problems.isEmpty()
                  ? new Decoded.Ok<>(schedule)
                  : new Decoded.Malformed<>(problems.all().getFirst().sentence());
            });
  }

  private ImportedSchedule schedule(Located located, Problems problems) {
    DocReader root = DocReader.of(located.doc(), problems);
    if (!root.has("schedule")) {
      root.problem("schedule", "is missing; this is not a frab or pretalx schedule");
      return builder.build();
    }
    DocReader schedule = root.object("schedule");
    if (!schedule.has("conference")) {
      schedule.problem("conference", "is missing; this is not a frab or pretalx schedule");
      return builder.build();
    }
    DocReader conference = schedule.object("conference");
    builder.conference(
        conference.text("title", LONG_TEXT),
        conference.text("url", LONG_TEXT, schedule.text("base_url", LONG_TEXT, "")));
    builder
        .zone(conference.text("time_zone_name", LONG_TEXT, ""))
        .ifPresent(wrong -> conference.problem("time_zone_name", wrong));
    for (DocReader day : conference.objects("days", MOST)) {
      String date = day.text("date", LONG_TEXT, "");
      DocReader rooms = day.object("rooms");
      for (String room : rooms.names()) {
        rooms.objects(room, MOST).forEach(event -> event(event, room, date));
      }
    }
    return builder.build();
  }

  private void event(DocReader event, String room, String day) {
    List<ScheduleBuilder.Person> persons = new ArrayList<>();
    for (DocReader person : event.objects("persons", MOST)) {
      String name = person.text("public_name", LONG_TEXT, "");
      persons.add(
          new ScheduleBuilder.Person(
              person.text("id", LONG_TEXT, person.text("code", LONG_TEXT, "")),
              name.isEmpty() ? person.text("name", LONG_TEXT, "") : name));
    }
    builder
        .add(
            new ScheduleBuilder.Entry(
                event.text("title", LONG_TEXT, ""),
                event.text("room", LONG_TEXT, room),
                event.text("date", LONG_TEXT, ""),
                day,
                event.text("start", LONG_TEXT, ""),
                event.text("duration", LONG_TEXT, ""),
                persons))
        .ifPresent(wrong -> event.problem("", wrong));
  }
}
