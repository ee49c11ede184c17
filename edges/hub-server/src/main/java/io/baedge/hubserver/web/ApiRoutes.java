package io.baedge.hubserver.web;

import io.baedge.hubserver.loop.HubParts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one table of the API's routes. */
final class ApiRoutes {
  private ApiRoutes() {}

  static List<Route> of(
      HubParts parts,
      EventFeed feed,
      InstantSource clock,
      List<String> screens,
      Optional<MishapControl> mishaps) {
    var hub = new Asking(parts.hub());
    List<Route> routes = new ArrayList<>();
    new BadgeApi(hub, parts.hub().fleet(), feed).add(routes);
    new HistoryApi(parts.history(), new FrameCache(parts.history()), clock).add(routes);
    new DeviceApi(hub).add(routes);
    new PeopleApi(hub).add(routes);
    var names = new ScreenNames(parts.hub().fleet(), screens);
    new DesiredApi(hub, names).add(routes);
    new ScreenApi(hub, parts.hub().fleet(), names).add(routes);
    new EventsApi(feed).add(routes);
    mishaps.ifPresent(control -> new MishapApi(control).add(routes));
    new SystemApi(parts, () -> List.copyOf(routes)).add(routes);
    return routes;
  }
}
