package io.baedge.hubserver.web;

import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hubserver.console.Assets;
import io.baedge.hubserver.console.BadgeView;
import io.baedge.hubserver.console.Console;
import io.baedge.hubserver.console.NoteView;
import io.baedge.hubserver.console.PeopleView;
import io.baedge.hubserver.loop.HubParts;
import io.baedge.hubserver.store.History.StoredNote;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The console's pages and files. */
final class ConsoleRoutes {
  private static final String TAG = "console";
  private static final int PEOPLE_PER_PAGE = 100;
  private static final int MOST_NOTES = 60;

  private final Console console;
  private final Assets assets;
  private final HubParts parts;
  private final Asking hub;
  private final EventFeed feed;
  private final ScreenNames screens;

  ConsoleRoutes(
      Console console,
      Assets assets,
      HubParts parts,
      Asking hub,
      EventFeed feed,
      List<String> screens) {
    this.console = console;
    this.assets = assets;
    this.parts = parts;
    this.hub = hub;
    this.feed = feed;
    this.screens = new ScreenNames(parts.hub().fleet(), screens);
  }

  List<Route> routes(boolean demo, Supplier<Doc.Fields> openApi) {
    List<Route> routes = new ArrayList<>();
    var wall = page("/", "The wall");
    for (String name : List.of("q", "presence", "link", "label", "ap", "silent", "density")) {
      wall.query(name, Schema.text("of the wall's filter"));
    }
    routes.add(wall.by(TAG, _ -> Answer.html(console.wall(screens.all()))));
    routes.add(
        page("/badges/{badge}", "A badge").in("badge", Schemas.BADGE_ID).by(TAG, this::badge));
    routes.add(
        page("/badges/{badge}/parts", "What changes on a badge's page")
            .in("badge", Schemas.BADGE_ID)
            .by(TAG, this::badgeParts));
    routes.add(
        page("/people", "People")
            .query("q", Schema.text("words"))
            .query("cursor", Schema.text("of the rows that follow"))
            .header("HX-Request", Schema.text("true for the rows alone"))
            .by(TAG, this::people));
    routes.add(page("/people/import", "Import").by(TAG, _ -> Answer.html(console.imports())));
    routes.add(page("/api", "The API").by(TAG, _ -> Answer.html(console.api(openApi.get()))));
    if (demo) {
      routes.add(page("/mishaps", "Mishaps").by(TAG, _ -> Answer.html(console.mishaps())));
    }
    routes.add(asset("/assets/{hash}/{file}", ""));
    routes.add(asset("/assets/{hash}/vendor/{file}", "vendor/"));
    return routes;
  }

  private static Route.Builder page(String path, String summary) {
    return Route.of(Route.Verb.GET, path, summary).gives(200, "text/html", Schema.text(""));
  }

  private Route asset(String path, String folder) {
    return page(path, "A file of the console")
        .in("hash", Schema.text("of all files"))
        .in("file", Schema.text("name"))
        .by(
            TAG,
            call ->
                assets
                    .find(call.part("hash"), folder + call.part("file"))
                    .map(asset -> Answer.immutable(asset.type(), asset.bytes()))
                    .orElseThrow(
                        () ->
                            Refused.notFound(
                                "The console has no such file in this build; reload the page.")));
  }

  private Answer badge(Call call) throws InterruptedException, StoreFailed {
    // First the position: what changes while the page is made comes as an event after it.
    String at = feed.position();
    return Answer.html(console.badge(view(call), notes(call), ofBadge(call), at));
  }

  private List<String> ofBadge(Call call) {
    List<String> names = new ArrayList<>(screens.builtIn());
    parts.hub().fleet().badge(call.badge()).ifPresent(row -> names.addAll(row.screens().own()));
    return names;
  }

  private Answer badgeParts(Call call) throws InterruptedException, StoreFailed {
    return Answer.html(console.badgeParts(view(call), notes(call)));
  }

  private BadgeView view(Call call) throws InterruptedException {
    Doc.Fields badge = hub.done(call, new Request.ShowBadge(call.badge()));
    return new BadgeView(
        parts
            .hub()
            .fleet()
            .badge(call.badge())
            .map(row -> badge.with("row", Rows.row(row)))
            .orElse(badge));
  }

  private List<NoteView> notes(Call call) throws StoreFailed {
    return parts.history().notes(Optional.of(call.badge()), MOST_NOTES, Long.MAX_VALUE).stream()
        .map(StoredNote::note)
        .map(note -> new NoteView(note.wallMs(), note.kind().word(), note.who(), note.text()))
        .toList();
  }

  private Answer people(Call call) throws InterruptedException {
    Doc.Fields found =
        hub.done(call, new Request.FindPeople(call.text("q"), call.cursor(), PEOPLE_PER_PAGE));
    Doc.Fields page = Cursor.page(found, "people", "key");
    String next = page.values().get("next") instanceof Doc.Text(String cursor) ? cursor : "";
    int total = parts.hub().fleet().counts().sizes().people();
    var view = PeopleView.of(call.text("q"), page, next, total, unclaimed());
    boolean rowsOnly = call.headers().containsKey("HX-Request");
    return Answer.html(rowsOnly ? console.peopleRows(view) : console.people(view));
  }

  private List<String> unclaimed() {
    return parts.hub().fleet().rows().stream()
        .filter(row -> row.identity().badge().isEmpty())
        .flatMap(row -> row.identity().device().stream())
        .map(DeviceId::claimCode)
        .toList();
  }
}
