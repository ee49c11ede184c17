package io.baedge.hubserver.web;

import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Layers of desired values: read with an ETag, changed by merge patch with If-Match. */
final class DesiredApi {
  private static final String TAG = "desired";
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\\.(\\d{1,18})\"");

  private final Asking hub;
  private final ScreenNames screens;

  DesiredApi(Asking hub, ScreenNames screens) {
    this.hub = hub;
    this.screens = screens;
  }

  void add(List<Route> routes) {
    layer(routes, "/api/v1/desired/site", "of the site", b -> b, _ -> Scope.SITE);
    layer(
        routes,
        "/api/v1/desired/groups/{label}",
        "of every badge with a label",
        b -> b.in("label", Schema.text("label")),
        DesiredApi::group);
    layer(
        routes,
        "/api/v1/desired/wearers/{wearer}",
        "of whatever badge an attendee wears",
        b -> b.in("wearer", Schemas.WEARER_ID),
        call -> new Scope.Wearer(call.wearer()));
    layer(
        routes,
        "/api/v1/desired/badges/{badge}",
        "of one badge",
        b -> b.in("badge", Schemas.BADGE_ID),
        call -> new Scope.Badge(call.badge()));
  }

  private static Scope group(Call call) {
    String label = call.part("label");
    if (label.isBlank() || label.length() > Limits.SHORT_CHARS) {
      throw Refused.field("label", "is '" + Shown.of(label) + "'; it must be 1 to 64 characters");
    }
    return new Scope.Group(label);
  }

  private void layer(
      List<Route> routes,
      String path,
      String whose,
      Function<Route.Builder, Route.Builder> in,
      Function<Call, Scope> scope) {
    routes.add(
        in.apply(Route.of(Route.Verb.GET, path, "Desired values " + whose))
            .by(TAG, call -> show(call, scope.apply(call))));
    routes.add(
        in.apply(
                Route.of(
                    Route.Verb.PATCH, path, "Change desired values " + whose + " by merge patch"))
            .header("If-Match", Schema.text("ETag of the values that the patch was made for"))
            .takes(Schema.ANY, 256 * 1024, "application/merge-patch+json", "application/json")
            .by(TAG, call -> patch(call, scope.apply(call))));
  }

  private Answer show(Call call, Scope scope) throws InterruptedException {
    return tagged(hub.done(call, new Request.ShowLayer(scope)));
  }

  private Answer patch(Call call, Scope scope) throws InterruptedException {
    Optional<Revision> ifRevision =
        Optional.ofNullable(call.headers().get("If-Match"))
            .filter(tag -> !tag.equals("*"))
            .map(DesiredApi::revision);
    if (!(call.document() instanceof Doc.Fields patch)) {
      throw Refused.field("", "the patch must be an object; see RFC 7396");
    }
    Outcome outcome = hub.outcome(call, new Request.PatchDesired(scope, patch, ifRevision));
    Asking.unwrap(outcome, ifRevision.isPresent() ? 412 : 409);
    Doc.Fields layer = hub.done(call, new Request.ShowLayer(scope));
    List<String> lacking = screens.lacking(patch, scope);
    return tagged(
        lacking.isEmpty() ? layer : layer.with("note", new Doc.Text(String.join("; ", lacking))));
  }

  private static Answer tagged(Doc.Fields layer) {
    Answer.Content answer = Answer.json(layer);
    return layer.values().get("revision") instanceof Doc.Text(String revision)
        ? answer.with("ETag", '"' + revision + '"')
        : answer;
  }

  private static Revision revision(String tag) {
    Matcher matcher = ETAG.matcher(tag);
    if (!matcher.matches()) {
      throw Refused.field(
          "If-Match",
          "is '" + Shown.of(tag) + "'; give the ETag of a GET, for example \"3.17\", or '*'");
    }
    return new Revision(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }
}
