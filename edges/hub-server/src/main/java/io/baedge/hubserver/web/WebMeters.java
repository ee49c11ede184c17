package io.baedge.hubserver.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the HTTP side counts about itself. */
final class WebMeters {
  private final MeterRegistry registry;
  private final Counter refused;
  private final Counter busy;
  private final Counter broken;
  private final AtomicInteger streams = new AtomicInteger();
  private final Counter streamResets;
  private final Counter notesDropped;
  private final Map<String, Timer> served = new LinkedHashMap<>();

  WebMeters(MeterRegistry registry) {
    this.registry = registry;
    refused = counter(registry, "baedge_http_refused_total", "calls answered with a problem");
    busy = counter(registry, "baedge_http_busy_total", "calls turned away as too many at once");
    broken = counter(registry, "baedge_http_failed_total", "calls that failed in the hub");
    streamResets =
        counter(registry, "baedge_http_stream_resets_total", "event streams too far behind");
    notesDropped =
        counter(registry, "baedge_http_notes_dropped_total", "notes that no event stream got");
    Gauge.builder("baedge_http_streams", streams, AtomicInteger::get)
        .description("open event streams")
        .register(registry);
  }

  /** Makes the timers of the routes, before the first call. */
  void expect(List<Route> routes) {
    for (Route route : routes) {
      served.put(
          label(route),
          Timer.builder("baedge_http_seconds")
              .description("time spent in handlers")
              .tag("method", route.verb().name())
              .tag("route", route.path())
              .register(registry));
    }
  }

  void served(Route route, long nanos) {
    Timer timer = served.get(label(route));
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  void refused() {
    refused.increment();
  }

  void busy() {
    busy.increment();
  }

  void broken() {
    broken.increment();
  }

  void streamReset() {
    streamResets.increment();
  }

  void noteDropped() {
    notesDropped.increment();
  }

  AtomicInteger streams() {
    return streams;
  }

  private static String label(Route route) {
    return route.verb() + " " + route.path();
  }

  private static Counter counter(MeterRegistry registry, String name, String help) {
    return Counter.builder(name).description(help).register(registry);
  }
}
