package io.baedge.hubserver.metrics;

import io.baedge.hub.overview.FleetCounts;
import io.baedge.model.presence.Presence;
import java.util.function.Supplier;

/**
 * The fleet in numbers as meters: totals only, because a meter for each badge would be too many.
 */
public final class FleetMeters {
  private FleetMeters() {}

  /** Registers them; the counts are asked for at each look. */
  public static void register(HubMetrics metrics, Supplier<FleetCounts> counts) {
    metrics.counted(
        "baedge_hub_samples_received",
        "samples in messages",
        () -> counts.get().samples().received());
    metrics.counted(
        "baedge_hub_samples_stored", "samples stored", () -> counts.get().samples().stored());
    metrics.counted(
        "baedge_hub_samples_duplicate",
        "samples that had been stored before",
        () -> counts.get().samples().duplicatesDropped());
    metrics.counted(
        "baedge_hub_samples_refused",
        "samples beyond a bound, which the device still has",
        () -> counts.get().samples().refused());
    metrics.counted(
        "baedge_hub_samples_gone",
        "samples that their devices evicted or lost with the power",
        () -> counts.get().samples().gone());
    metrics.counted(
        "baedge_hub_messages_refused",
        "messages that the hub did not take",
        () -> counts.get().trouble().refusedMessages());
    metrics.counted(
        "baedge_hub_reports_fenced",
        "reports of devices that no longer speak for their badge",
        () -> counts.get().trouble().fenced());
    sizes(metrics, counts);
    for (Presence state : Presence.values()) {
      metrics.tagged(
          "baedge_fleet_badges_present",
          "badges in this presence state",
          "presence",
          state.word(),
          () -> counts.get().presence().getOrDefault(state, 0));
    }
  }

  private static void sizes(HubMetrics metrics, Supplier<FleetCounts> counts) {
    metrics.gauge("baedge_fleet_devices", "devices known", counts, c -> c.get().sizes().devices());
    metrics.gauge(
        "baedge_fleet_devices_unclaimed",
        "devices that speak for no badge",
        counts,
        c -> c.get().sizes().unclaimed());
    metrics.gauge("baedge_fleet_badges", "badges in use", counts, c -> c.get().sizes().badges());
    metrics.gauge("baedge_fleet_people", "people known", counts, c -> c.get().sizes().people());
    metrics.gauge(
        "baedge_fleet_screens_desired",
        "badges that shall show something",
        counts,
        c -> c.get().screens().desired());
    metrics.gauge(
        "baedge_fleet_screens_on_glass",
        "badges that report a picture and no difference",
        counts,
        c -> c.get().screens().onGlass());
    metrics.gauge(
        "baedge_fleet_uplink_alarm",
        "1 while many badges went at once",
        counts,
        c -> c.get().trouble().uplinkAlarm() ? 1 : 0);
  }
}
