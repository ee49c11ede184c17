package io.baedge.hubserver.web;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.request.Request;
import io.baedge.hubserver.loop.FleetView;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.WearerId;
import io.baedge.model.link.LinkState;
import io.baedge.model.presence.Presence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Badges: list, look, make, hand over, give to a wearer, return, replace, retire. */
final class BadgeApi {
  private static final String TAG = "badges";
  private static final int MOST_NEW = 5_000;
  private static final int MOST_LABELS = 16;
  private static final int DEVICE_CHARS = 16;

  private final Asking hub;
  private final FleetView fleet;
  private final EventFeed feed;

  BadgeApi(Asking hub, FleetView fleet, EventFeed feed) {
    this.hub = hub;
    this.fleet = fleet;
    this.feed = feed;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, "/api/v1/badges", "Badges in the order of their ids")
            .query("q", Schema.text("words in name, badge, device, company or access point"))
            .query("presence", Schema.text("some of " + String.join(", ", Schemas.PRESENCES)))
            .query("link", Schema.text("some of " + String.join(", ", Schemas.LINKS)))
            .query("label", Schema.text("only badges with this label"))
            .query("accessPoint", Schema.text("only badges at this access point"))
            .query("devices", Schema.flag("also devices that speak for no badge"))
            .paged()
            .gives(Schemas.ROWS)
            .by(TAG, this::list));
    routes.add(
        Route.of(Route.Verb.POST, "/api/v1/badges", "Make badges; all or none")
            .takes(Schemas.NEW_BADGES)
            .gives(201, "application/json", Schemas.CHANGED)
            .by(TAG, this::create));
    routes.add(
        one(Route.Verb.GET, "", "A badge with what is desired, reported and different")
            .by(TAG, call -> show(call)));
    routes.add(
        one(Route.Verb.PUT, "/labels", "Set the labels (groups) of a badge")
            .takes(Schemas.LABELS)
            .by(
                TAG,
                call -> ask(call, new Request.SetLabels(call.badge(), call.read(this::labels)))));
    routes.add(
        one(Route.Verb.PUT, "/device", "Let a device speak for a badge that has none")
            .takes(Schemas.HAND_OVER)
            .by(TAG, call -> ask(call, call.read(body -> assign(call.badge(), body)))));
    routes.add(
        one(Route.Verb.POST, "/replace", "Move a badge to another device and fence the old one")
            .takes(Schemas.HAND_OVER)
            .by(TAG, call -> ask(call, call.read(body -> replace(call.badge(), body)))));
    routes.add(
        one(Route.Verb.POST, "/return", "Take the device from a badge")
            .takes(Schemas.RETURN)
            .by(
                TAG,
                call -> ask(call, new Request.ReturnDevice(call.badge(), call.read(this::token)))));
    routes.add(
        one(Route.Verb.PUT, "/wearer", "Give a badge to a wearer")
            .takes(Schemas.WEARER)
            .by(TAG, call -> ask(call, call.read(body -> give(call.badge(), body)))));
    routes.add(
        one(Route.Verb.DELETE, "/wearer", "Take a badge from its wearer")
            .by(TAG, call -> ask(call, new Request.AssignWearer(call.badge(), Optional.empty()))));
    routes.add(
        one(Route.Verb.POST, "/retire", "Take a badge out of use for good")
            .by(TAG, call -> ask(call, new Request.RetireBadge(call.badge()))));
  }

  private static Route.Builder one(Route.Verb verb, String rest, String summary) {
    return Route.of(verb, "/api/v1/badges/{badge}" + rest, summary).in("badge", Schemas.BADGE_ID);
  }

  private Answer ask(Call call, Request request) throws InterruptedException {
    return Answer.json(hub.done(call, request));
  }

  private Answer list(Call call) {
    EnumSet<Presence> presence = call.words("presence", Presence.class);
    EnumSet<LinkState> link = call.words("link", LinkState.class);
    boolean devices = call.flag("devices");
    var search = new Search(call.text("q"));
    int limit = call.limit(200, 1_000);
    String after = call.cursor();
    String at = feed.position();
    List<Doc> page = new ArrayList<>();
    String last = "";
    boolean more = false;
    for (BadgeOverview row : fleet.rows()) {
      boolean fits =
          row.key().compareTo(after) > 0
              && (devices || row.identity().badge().isPresent())
              && (presence.isEmpty()
                  || row.signs().presence().filter(presence::contains).isPresent())
              && (link.isEmpty() || link.contains(row.signs().link()))
              && fits(call.text("label"), row.identity().labels())
              && fits(call.text("accessPoint"), List.of(row.gauges().accessPoint()))
              && search.finds(row);
      if (!fits) {
        continue;
      }
      if (page.size() == limit) {
        more = true;
        break;
      }
      page.add(Rows.row(row));
      last = row.key();
    }
    var answer = Doc.fields().put("badges", page);
    if (more) {
      answer.put("next", Cursor.after(last));
    }
    return Answer.json(answer.put("at", at).build());
  }

  private static boolean fits(String wanted, List<String> words) {
    return wanted.isEmpty() || words.contains(wanted);
  }

  private Answer show(Call call) throws InterruptedException {
    Doc.Fields badge = hub.done(call, new Request.ShowBadge(call.badge()));
    return fleet
        .badge(call.badge())
        .map(row -> Answer.json(badge.with("row", Rows.row(row))))
        .orElseGet(() -> Answer.json(badge));
  }

  private Answer create(Call call) throws InterruptedException {
    Request request =
        call.read(
            body ->
                new Request.CreateBadges(
                    body.objects("badges", MOST_NEW).stream().map(this::newBadge).toList()));
    return Answer.json(201, hub.done(call, request));
  }

  private Request.NewBadge newBadge(DocReader body) {
    Optional<BadgeId> badge =
        body.parsed("badge", 32, BadgeId::parse, "1 to 32 characters of a-z, 0-9 and '-'");
    if (badge.isEmpty() && !body.has("badge")) {
      body.problem("badge", "is missing; give 1 to 32 characters of a-z, 0-9 and '-'");
    }
    var made =
        new Request.NewBadge(
            badge.orElse(new BadgeId("missing")),
            labels(body),
            wearer(body),
            body.optionalText("device", DEVICE_CHARS));
    body.rejectUnknown();
    return made;
  }

  private List<String> labels(DocReader body) {
    return body.texts("labels", MOST_LABELS, Limits.SHORT_CHARS);
  }

  private Optional<WearerId> wearer(DocReader body) {
    return body.parsed(
        "wearer", Limits.SHORT_CHARS, WearerId::parse, "1 to 64 printable characters");
  }

  private Request assign(BadgeId badge, DocReader body) {
    return new Request.AssignDevice(badge, body.text("device", DEVICE_CHARS), token(body));
  }

  private Request replace(BadgeId badge, DocReader body) {
    return new Request.ReplaceDevice(badge, body.text("device", DEVICE_CHARS), token(body));
  }

  private Request give(BadgeId badge, DocReader body) {
    Optional<WearerId> wearer = wearer(body);
    if (wearer.isEmpty() && !body.has("wearer")) {
      body.problem(
          "wearer", "is missing; give the key of a person, or DELETE to take the badge back");
    }
    return new Request.AssignWearer(badge, wearer);
  }

  private Optional<FencingToken> token(DocReader body) {
    return body.has("ifToken")
        ? Optional.of(new FencingToken(body.integer("ifToken", 0, Long.MAX_VALUE)))
        : Optional.empty();
  }
}
