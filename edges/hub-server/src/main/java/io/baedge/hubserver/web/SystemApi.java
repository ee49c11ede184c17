package io.baedge.hubserver.web;

import io.baedge.hubserver.loop.HubHealth;
import io.baedge.hubserver.loop.HubParts;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The fleet in numbers, the description of the API, metrics and health. */
final class SystemApi {
  private static final String TAG = "operations";

  private final HubParts parts;
  private final Supplier<List<Route>> routes;

  SystemApi(HubParts parts, Supplier<List<Route>> routes) {
    this.parts = parts;
    this.routes = routes;
  }

  void add(List<Route> list) {
    list.add(
        Route.of(Route.Verb.GET, "/api/v1/fleet", "The fleet in numbers")
            .by(TAG, _ -> Answer.json(Rows.fleet(parts.hub().fleet().counts()))));
    list.add(
        Route.of(Route.Verb.GET, "/api/v1/openapi.json", "This description")
            .by(TAG, _ -> description()));
    list.add(
        Route.of(Route.Verb.GET, "/metrics", "Metrics in the text form of Prometheus")
            .gives(200, "text/plain", Schema.text(""))
            .by(TAG, _ -> metrics()));
    list.add(
        Route.of(Route.Verb.GET, "/health/live", "Whether the hub's thread runs")
            .by(TAG, _ -> health(parts.hub().health(), parts.hub().health().live())));
    list.add(
        Route.of(Route.Verb.GET, "/health/ready", "Whether the hub takes messages and requests")
            .by(TAG, _ -> health(parts.hub().health(), parts.hub().health().ready())));
  }

  private Answer description() {
    return new Answer.Content(
        200,
        "application/json",
        DocCodec.toPrettyJson(OpenApi.of(routes.get())).getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-cache"));
  }

  private Answer metrics() {
    return new Answer.Content(
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        parts.metrics().scrape().getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-store"));
  }

  private static Answer health(HubHealth health, boolean well) {
    return Answer.json(
        well ? 200 : 503,
        Doc.fields()
            .put("live", health.live())
            .put("ready", health.ready())
            .put("sentence", health.sentence())
            .put("generation", health.generation())
            .put("queued", health.queued())
            .put("restarts", health.restarts())
            .build());
  }
}
