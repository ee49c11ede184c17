package io.baedge.hubserver.web;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.hubserver.loop.FleetView;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.id.BadgeId;
import io.baedge.model.message.Command;
import io.baedge.model.presence.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What operators put on glasses: pushed screens, announcements, and commands to a badge. */
final class ScreenApi {
  private static final String TAG = "glasses";
  private static final int MOST_BADGES = 100_000;
  private static final int MOST_COMMANDS = 1_000;
  private static final int MOST_REASONS = 20;
  private static final long DAY_MS = 86_400_000;
  private static final String BADGE_FORM = "1 to 32 characters of a-z, 0-9 and '-'";

  private final Asking hub;
  private final FleetView fleet;
  private final ScreenNames screens;

  ScreenApi(Asking hub, FleetView fleet, ScreenNames screens) {
    this.hub = hub;
    this.fleet = fleet;
    this.screens = screens;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/screens", "Names of screens")
            .by(TAG, _ -> Answer.json(names())));
    routes.add(
        Route.of(Route.Verb.POST, "/api/v1/screens/push", "Put a screen on glasses for a while")
            .takes(Schemas.PUSH)
            .gives(Schemas.REACH)
            .by(TAG, this::push));
    routes.add(
        Route.of(Route.Verb.POST, "/api/v1/commands", "Ask badges to do something once, now")
            .takes(Schemas.COMMAND)
            .by(TAG, this::command));
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/announcements", "Announcements that are not over")
            .by(TAG, this::announcements));
    routes.add(
        Route.of(Route.Verb.POST, "/api/v1/announcements", "Put urgent words on glasses")
            .takes(Schemas.ANNOUNCE)
            .gives(201, "application/json", Schemas.REACH)
            .by(TAG, this::announce));
    routes.add(
        Route.of(Route.Verb.DELETE, "/api/v1/announcements/{announcement}", "End an announcement")
            .in("announcement", Schema.text("id"))
            .by(
                TAG,
                call ->
                    Answer.json(hub.done(call, new Request.Withdraw(call.part("announcement"))))));
  }

  private Doc.Fields names() {
    List<Doc> own = new ArrayList<>();
    screens
        .own()
        .forEach(
            (name, badges) ->
                own.add(Doc.fields().put("screen", name).put("badges", badges).build()));
    return Doc.fields()
        .put("screens", screens.builtIn().stream().map(Doc.Text::new).toList())
        .put("own", own)
        .build();
  }

  private Answer push(Call call) throws InterruptedException {
    var request =
        call.read(
            body -> {
              List<BadgeId> badges = badges(body, MOST_BADGES);
              return new Request.PushScreen(
                  badges, screen(body, badges), body.integer("forMs", 0, 7 * DAY_MS, 0));
            });
    Doc.Fields done = hub.done(call, request);
    String screen = request.screen();
    List<BadgeOverview> rows = targets(request.badges());
    Map<Boolean, List<BadgeOverview>> byHaving =
        rows.stream()
            .collect(
                Collectors.partitioningBy(row -> screen.isEmpty() || screens.has(row, screen)));
    List<BadgeOverview> without = byHaving.getOrDefault(false, List.of());
    List<BadgeOverview> with = byHaving.getOrDefault(true, List.of());
    Doc.Fields answer = withReach(done, with, row -> shows(row, screen));
    return Answer.json(
        answer
            .with("without", new Doc.Int(without.size()))
            .with("note", new Doc.Text(ScreenNames.lacking(screen, without))));
  }

  private List<BadgeOverview> targets(List<BadgeId> badges) {
    return badges.isEmpty()
        ? screens.badges(Scope.SITE)
        : badges.stream().flatMap(id -> fleet.badge(id).stream()).toList();
  }

  /** A screen that at least one of the badges has: another name is a slip. */
  private String screen(DocReader body, List<BadgeId> badges) {
    String name = ScreenNames.resolved(body.text("screen", Limits.SHORT_CHARS));
    if (!name.isEmpty()
        && !screens.builtIn().contains(name)
        && targets(badges).stream().noneMatch(row -> screens.has(row, name))) {
      body.problem(
          "screen",
          "is '"
              + Shown.of(name)
              + "', which none of these badges has; "
              + Suggestion.oneOf(name, screens.all()));
    }
    return name;
  }

  private static boolean shows(BadgeOverview row, String screen) {
    return row.picture().screen().equals(screen) && row.progress().differences() == 0;
  }

  private static Doc.Fields withReach(
      Doc.Fields done,
      List<BadgeOverview> rows,
      java.util.function.Predicate<BadgeOverview> onGlass) {
    int on = 0;
    int away = 0;
    for (BadgeOverview row : rows) {
      if (onGlass.test(row)) {
        on++;
      } else if (row.signs().presence().filter(p -> p == Presence.CONNECTED).isEmpty()) {
        away++;
      }
    }
    return done.with("onGlass", new Doc.Int(on))
        .with("onTheWay", new Doc.Int(rows.size() - on - away))
        .with("unreachable", new Doc.Int(away));
  }

  private Answer command(Call call) throws InterruptedException {
    record Wanted(List<BadgeId> badges, Command.Kind kind) {}
    Wanted wanted =
        call.read(
            body -> {
              if (!body.has("kind")) {
                body.problem(
                    "kind", "is missing; use one of " + String.join(", ", Schemas.COMMANDS));
              }
              var read =
                  new Wanted(
                      badges(body, MOST_COMMANDS),
                      body.word("kind", Command.Kind.class, Command.Kind.IDENTIFY));
              if (read.badges().isEmpty()) {
                body.problem("badges", "is empty; name at least one badge");
              }
              return read;
            });
    int sent = 0;
    List<Doc> refused = new ArrayList<>();
    for (BadgeId badge : wanted.badges()) {
      Outcome outcome = hub.outcome(call, new Request.SendCommand(badge, wanted.kind()));
      if (outcome instanceof Outcome.Done) {
        sent++;
      } else if (refused.size() < MOST_REASONS) {
        refused.add(Doc.fields().put("badge", badge.text()).put("reason", reason(outcome)).build());
      }
    }
    return Answer.json(Doc.fields().put("sent", sent).put("refused", refused).build());
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "";
      case Outcome.NotFound(String what) -> Asking.sentence(what);
      case Outcome.Conflict(String why, var _) -> Asking.sentence(why);
      case Outcome.Invalid(List<Problem> problems) ->
          String.join("; ", problems.stream().map(Problem::sentence).toList());
      case Outcome.Failed(String why) -> Asking.sentence(why);
    };
  }

  private Answer announce(Call call) throws InterruptedException {
    Request.Announce request = call.read(this::announcement);
    Doc.Fields done = hub.done(call, request);
    return Answer.json(201, withReach(done, screens.badges(request.scope()), Rows::announces));
  }

  private Request.Announce announcement(DocReader body) {
    Optional<String> group = body.optionalText("group", Limits.SHORT_CHARS);
    Optional<BadgeId> badge = body.parsed("badge", 32, BadgeId::parse, BADGE_FORM);
    if (group.isPresent() && badge.isPresent()) {
      body.problem("group", "cannot be given together with badge; choose one");
    }
    Scope scope =
        badge.<Scope>map(Scope.Badge::new).or(() -> group.map(Scope.Group::new)).orElse(Scope.SITE);
    return new Request.Announce(
        scope,
        body.text("title", Limits.NAME_CHARS),
        body.text("text", Limits.LINE_CHARS, ""),
        body.integer("forMs", 1_000, DAY_MS));
  }

  private Answer announcements(Call call) throws InterruptedException {
    Doc.Fields done = hub.done(call, new Request.ListAnnouncements());
    if (!(done.values().get("announcements") instanceof Doc.Items(List<Doc> list))) {
      return Answer.json(done);
    }
    List<Doc> counted = new ArrayList<>();
    for (Doc one : list) {
      counted.add(
          one instanceof Doc.Fields fields
              ? withReach(fields, screens.badges(scopeOf(fields)), Rows::announces)
              : one);
    }
    return Answer.json(done.with("announcements", new Doc.Items(counted)));
  }

  private static Scope scopeOf(Doc.Fields announcement) {
    return announcement.values().get("scope") instanceof Doc.Text(String kind)
            && announcement.values().get("key") instanceof Doc.Text(String key)
        ? Scope.of(kind, key)
        : Scope.SITE;
  }

  private static List<BadgeId> badges(DocReader body, int most) {
    List<BadgeId> badges = new ArrayList<>();
    for (String text : body.texts("badges", most, 32)) {
      BadgeId.parse(text)
          .ifPresentOrElse(
              badges::add,
              () ->
                  body.problem("badges", "has '" + Shown.of(text) + "'; a badge is " + BADGE_FORM));
    }
    return badges;
  }
}
