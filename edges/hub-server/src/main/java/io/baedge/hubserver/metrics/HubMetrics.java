package io.baedge.hubserver.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** The hub's meters, held in fields because looking one up costs more than counting. */
public final class HubMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** The registry refers to these only weakly. */
  private final List<LongSupplier> kept = new ArrayList<>();

  /** Messages of devices by kind. */
  public final Counter status = messages("status");

  /** Messages of devices by kind. */
  public final Counter telemetry = messages("telemetry");

  /** Messages of devices by kind. */
  public final Counter reported = messages("reported");

  /** Messages of devices by kind. */
  public final Counter log = messages("log");

  /** Messages that could not be read. */
  public final Counter malformed =
      counter("baedge_hub_malformed_total", "messages that could not be read");

  /** Messages and requests that found the queue full. */
  public final Counter turnedAway =
      counter("baedge_hub_turned_away_total", "messages and requests that found the queue full");

  /** Messages for devices, handed to the transport. */
  public final Counter sent =
      counter("baedge_hub_sent_total", "messages for devices handed to the transport");

  /** Messages for devices that the transport did not take. */
  public final Counter unsent =
      counter("baedge_hub_unsent_total", "messages for devices that the transport did not take");

  /** Requests of operators and programs. */
  public final Counter requests =
      counter("baedge_hub_requests_total", "requests of operators and programs");

  /** Transactions that the store refused. */
  public final Counter commitFailures =
      counter("baedge_hub_commit_failures_total", "transactions that the store did not take");

  /** Restarts from the store. */
  public final Counter restarts =
      counter("baedge_hub_restarts_total", "restarts of the hub's decisions from its store");

  /** Exceptions of listeners. */
  public final Counter listenerFailures =
      counter("baedge_hub_listener_failures_total", "exceptions of those who listen to the hub");

  /** Time of one database transaction. */
  public final Timer commitTime =
      Timer.builder("baedge_hub_commit_seconds")
          .description("time of one database transaction")
          .publishPercentiles(0.5, 0.99)
          .register(registry);

  /** Writes in one database transaction. */
  public final DistributionSummary commitWrites =
      DistributionSummary.builder("baedge_hub_commit_writes")
          .description("writes in one database transaction")
          .register(registry);

  /** Transactions of the hub in one database transaction. */
  public final DistributionSummary commitGroup =
      DistributionSummary.builder("baedge_hub_commit_group")
          .description("transactions of the hub in one database transaction")
          .register(registry);

  /** Where others may add theirs. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Adds a value that is read when somebody looks. */
  public <T> void gauge(String name, String help, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(help).strongReference(true).register(registry);
  }

  /** Adds a count that is kept elsewhere and only grows. */
  public void counted(String name, String help, LongSupplier value) {
    kept.add(value);
    FunctionCounter.builder(name, value, v -> v.getAsLong()).description(help).register(registry);
  }

  /** Adds one of several values of the same name. */
  public void tagged(String name, String help, String tag, String word, IntSupplier value) {
    Gauge.builder(name, value, v -> v.getAsInt())
        .description(help)
        .tag(tag, word)
        .strongReference(true)
        .register(registry);
  }

  /** All of it in the text form of Prometheus. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }

  private Counter messages(String kind) {
    return Counter.builder("baedge_hub_messages_total")
        .description("messages of devices")
        .tag("kind", kind)
        .register(registry);
  }

  private Counter counter(String name, String help) {
    return Counter.builder(name).description(help).register(registry);
  }
}
