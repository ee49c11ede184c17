package io.baedge.hubserver.web;

import io.baedge.hub.request.Request;
import io.baedge.hubserver.importer.AttendeeCsv;
import io.baedge.hubserver.importer.AttendeeList;
import io.baedge.hubserver.importer.ImportedSchedule;
import io.baedge.hubserver.importer.ScheduleFile;
import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.Doc;
import io.baedge.model.wearer.WearerCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People and the schedule: search, and import with a dry run. */
final class PeopleApi {
  private static final String TAG = "people";
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int SAMPLE_ROWS = 8;
  private static final List<String> FIELDS =
      List.of("key", "name", "first", "last", "title", "company", "social", "link", "role");

  private final Asking hub;

  PeopleApi(Asking hub) {
    this.hub = hub;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/people", "People in the order of their keys")
            .query("q", Schema.text("words in name, company or key"))
            .paged()
            .by(TAG, this::find));
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/people/{wearer}", "A person and the badge they wear")
            .in("wearer", Schemas.WEARER_ID)
            .by(TAG, call -> Answer.json(hub.done(call, new Request.ShowPerson(call.wearer())))));
    var csv =
        Route.of(
                Route.Verb.POST,
                "/api/v1/people/import",
                "Import an attendee list; parameters map fields to headers")
            .query("dryRun", Schema.flag("say what would change, change nothing"));
    FIELDS.forEach(field -> csv.query(field, Schema.text("header of the column for " + field)));
    routes.add(
        csv.takes(Schema.text("CSV with a line of headers"), MOST_BYTES, "text/csv")
            .gives(Schemas.CHANGED)
            .by(TAG, this::importPeople));
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/schedule", "The conference and its sessions")
            .by(TAG, call -> Answer.json(hub.done(call, new Request.ShowSchedule()))));
    routes.add(
        Route.of(Route.Verb.PUT, "/api/v1/schedule", "Replace the schedule (frab, pretalx)")
            .query("dryRun", Schema.flag("say what is in it, change nothing"))
            .query("speakers", Schema.flag("import the speakers as people too"))
            .takes(
                Schema.text("frab or pretalx export"),
                MOST_BYTES,
                "application/json",
                "application/xml",
                "text/xml")
            .by(TAG, this::importSchedule));
  }

  private Answer find(Call call) throws InterruptedException {
    Doc.Fields page =
        hub.done(
            call, new Request.FindPeople(call.text("q"), call.cursor(), call.limit(100, 1_000)));
    return Answer.json(Cursor.page(page, "people", "key"));
  }

  private Answer importPeople(Call call) throws InterruptedException {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (!call.text(field).isEmpty()) {
        mapping.put(field, call.text(field));
      }
    }
    AttendeeList list = read(AttendeeCsv.read(call.body(), mapping), "attendee list");
    if (!list.problems().isEmpty()) {
      throw Refused.fields(list.problems());
    }
    boolean dryRun = call.flag("dryRun");
    Doc.Fields done = hub.done(call, new Request.ImportPeople(list.people(), dryRun));
    return Answer.json(
        done.with("dryRun", new Doc.Bool(dryRun))
            .with("people", new Doc.Int(list.people().size()))
            .with("repeated", new Doc.Int(list.repeated()))
            .with("columns", texts(list.columns()))
            .with("unused", new Doc.Items(List.copyOf(texts(list.unused()))))
            .with("sample", sample(list.people())));
  }

  private Answer importSchedule(Call call) throws InterruptedException {
    ImportedSchedule schedule = read(ScheduleFile.read(call.body()), "schedule");
    boolean dryRun = call.flag("dryRun");
    Doc.Fields done = Doc.Fields.EMPTY;
    if (!dryRun) {
      done = hub.done(call, new Request.ImportSchedule(schedule.conference(), schedule.sessions()));
    }
    if (call.flag("speakers")) {
      Doc.Fields people = hub.done(call, new Request.ImportPeople(schedule.speakers(), dryRun));
      done = done.with("speakersImported", people);
    }
    return Answer.json(
        done.with("dryRun", new Doc.Bool(dryRun))
            .with("conference", new Doc.Text(schedule.conference().name()))
            .with("sessions", new Doc.Int(schedule.sessions().size()))
            .with("speakers", new Doc.Int(schedule.speakers().size()))
            .with("notes", new Doc.Items(List.copyOf(texts(schedule.notes())))));
  }

  private static <T> T read(Decoded<T> decoded, String what) {
    return switch (decoded) {
      case Decoded.Ok<T>(T value) -> value;
      case Decoded.Malformed<T>(String reason) ->
          throw Refused.of(422, "unreadable-" + what.replace(' ', '-'), Asking.sentence(reason));
    };
  }

  private static Doc.Fields texts(Map<String, String> columns) {
    var doc = Doc.fields();
    columns.forEach(doc::put);
    return doc.build();
  }

  private static List<Doc.Text> texts(List<String> texts) {
    return texts.stream().map(Doc.Text::new).toList();
  }

  private static Doc sample(List<WearerCard> people) {
    return new Doc.Items(
        List.copyOf(people.stream().limit(SAMPLE_ROWS).map(PeopleApi::card).toList()));
  }

  static Doc.Fields card(WearerCard card) {
    return Doc.fields()
        .put("key", card.wearer().text())
        .put("name", card.name())
        .putIfAny("title", card.title())
        .putIfAny("company", card.company())
        .putIfAny("social", card.social())
        .putIfAny("link", card.link())
        .putIfAny("role", card.role())
        .build();
  }
}
