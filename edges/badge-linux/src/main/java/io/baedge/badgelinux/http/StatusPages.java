package io.baedge.badgelinux.http;

import io.baedge.badge.BadgeView;
import io.baedge.badge.ClockView;
import io.baedge.badge.desired.DesiredView;
import io.baedge.badge.outbox.OutboxView;
import io.baedge.badge.power.PowerView;
import io.baedge.badge.screen.ScreenView;
import io.baedge.badge.tier.TierView;
import io.baedge.badge.uplink.UplinkView;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValuesView;
import io.baedge.badge.value.ValuesView.Counters;
import io.baedge.badge.work.WorkView;
import io.baedge.kit.settings.Setting;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.doc.Doc;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.TierRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The truth about a badge, as words, JSON and metrics. */
final class StatusPages {
  private final BadgeAccess badge;

  StatusPages(BadgeAccess badge) {
    this.badge = badge;
  }

  /** {@code OK}, or 503 with what is broken. */
  Reply overall() {
    String problem = panelProblem(badge.view().screen());
    return problem.isEmpty() ? Reply.words(200, "OK") : Reply.words(503, problem);
  }

  /** What the glass is doing, or 503 with what is broken. */
  Reply screen() {
    ScreenView view = badge.view().screen();
    return Reply.words(panelProblem(view).isEmpty() ? 200 : 503, sentence(view));
  }

  /** What the glass is doing or what is broken, in one sentence. */
  String sentence(ScreenView view) {
    String problem = panelProblem(view);
    if (!problem.isEmpty()) {
      return problem;
    }
    String shown = view.glass().screen();
    if (shown.isEmpty()) {
      shown = view.glass().hash().isEmpty() ? "nothing yet" : "a cleared glass";
    }
    return "Device Status is OK: " + badge.panel() + " shows " + shown + ", " + word(view.work());
  }

  private static String word(ScreenView.Work work) {
    return switch (work) {
      case SETTLED -> "settled";
      case COMPOSING -> "drawing";
      case REFRESHING -> "refreshing";
      case WAITING -> "waiting to spare the panel, at most 3 minutes";
      case RETRYING -> "trying again";
      case BROKEN -> "given up until the next change";
    };
  }

  /** A panel is broken from its first failure on until a refresh goes well, also during retries. */
  private static String panelProblem(ScreenView view) {
    boolean broken = view.counters().failures() > 0 && view.glass().hash().isEmpty();
    return broken ? "Panel is broken: " + view.problem() : "";
  }

  /** The settings in force, secrets masked; the original showed every variable. */
  Reply environment() {
    var text = new StringBuilder();
    for (Setting setting : badge.settings()) {
      text.append(Reply.escape(setting.key()))
          .append(": ")
          .append(Reply.escape(setting.value()))
          .append("<br>");
    }
    return new Reply(
        200,
        "text/html; charset=utf-8",
        text.toString().getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-store"));
  }

  Doc power() {
    PowerView view = badge.view().power();
    TierView tiers = badge.view().tiers();
    TierRules rules = tiers.rules();
    Doc.Builder doc =
        Doc.fields()
            .put("low", view.low())
            .put("tier", tiers.power().tier().word())
            .put("tierSinceMonoMs", tiers.power().sinceMonoMs())
            .put("tierWhy", tiers.power().why())
            .put("gauge", BoardPages.gauge(badge))
            .put("radio", radio(tiers.radio()))
            .put("switchedOff", rules.switchedOff().stream().<Doc>map(Doc.Text::new).toList());
    view.last()
        .ifPresent(
            reading ->
                doc.put("batteryPercent", number(reading.batteryPercent()))
                    .put("batteryMv", number(reading.batteryMv()))
                    .put("source", reading.source().name().toLowerCase(Locale.ROOT))
                    .put("ageMs", view.ageMs()));
    return doc.build();
  }

  Doc uplink() {
    UplinkView view = badge.view().uplink();
    TierView tiers = badge.view().tiers();
    return Doc.fields()
        .put("device", badge.device().text())
        .put("state", view.state().name().toLowerCase(Locale.ROOT))
        .put("link", view.link().word())
        .put("tier", tiers.uplink().tier().word())
        .put("tierSinceMonoMs", tiers.uplink().sinceMonoMs())
        .put("tierWhy", tiers.uplink().why())
        .put("radio", radio(tiers.radio()))
        .put("hub", view.hub())
        .put("way", view.way())
        .put("lastProblem", view.lastProblem())
        .put("attempts", view.counters().attempts())
        .put("sessions", view.counters().sessions())
        .put("refusals", view.counters().refusals())
        .put("wifi", BoardPages.wifi(badge))
        .build();
  }

  private static Doc.Fields radio(TierView.Radio radio) {
    Doc.Builder doc = Doc.fields().put("on", radio.on()).put("guarded", radio.guarded());
    if (!radio.why().isEmpty()) {
      doc.put("why", radio.why());
    }
    if (radio.nextContactMonoMs() != Long.MAX_VALUE) {
      doc.put("nextContactMonoMs", radio.nextContactMonoMs());
    }
    return doc.build();
  }

  Doc outbox() {
    BadgeView view = badge.view();
    OutboxView outbox = view.outbox();
    return Doc.fields()
        .put("epoch", view.epoch())
        .put("taken", outbox.taken())
        .put("acknowledged", outbox.acknowledged())
        .put("waiting", outbox.waiting())
        .put("held", outbox.held())
        .put("inFlight", outbox.inFlight())
        .put("evicted", outbox.counters().evicted())
        .put("durable", badge.durableThrough())
        .put("keptOnCard", outbox.counters().keptOnCard())
        .put("card", badge.cardProblem().isEmpty() ? "ok" : badge.cardProblem())
        .build();
  }

  Doc desired() {
    DesiredView view = badge.view().desired();
    Doc.Builder doc =
        Doc.fields()
            .put("revision", view.applied().revision().toString())
            .put("badge", view.applied().badge().map(Object::toString).orElse(""))
            .put("state", DesiredDoc.write(view.applied().state()))
            .put("missingScreens", view.missing().stream().<Doc>map(Doc.Text::new).toList());
    view.refusal()
        .ifPresent(r -> doc.put("refused", r.revision().toString()).put("reason", r.reason()));
    return doc.build();
  }

  Doc work() {
    WorkView view = badge.view().work();
    List<Doc> items =
        view.items().stream()
            .<Doc>map(
                item ->
                    Doc.fields()
                        .put("name", item.name())
                        .put("state", item.state().word())
                        .putIfAny("reason", item.reason())
                        .put(
                            "stopInMs",
                            item.stopInMs() < 0 ? Doc.Null.NULL : new Doc.Int(item.stopInMs()))
                        .put("starts", item.starts())
                        .put("failures", item.failures())
                        .build())
            .toList();
    return Doc.fields().put("hubSilentMs", view.hubSilentMs()).put("workloads", items).build();
  }

  Doc clock() {
    ClockView view = badge.view().clock();
    return Doc.fields()
        .put("source", view.source().word())
        .put("wallMs", view.wallMs())
        .put("errorMs", view.errorMs() < 0 ? Doc.Null.NULL : new Doc.Int(view.errorMs()))
        .put("systemAheadMs", view.systemAheadMs())
        .build();
  }

  Doc values() {
    List<Doc> values =
        badge.view().local().values().stream()
            .<Doc>map(
                v ->
                    Doc.fields()
                        .put("key", v.key())
                        .put("value", v.value())
                        .put("ageMs", v.ageMs() < 0 ? Doc.Null.NULL : new Doc.Int(v.ageMs()))
                        .build())
            .toList();
    List<Doc> sources =
        badge.view().values().items().stream().<Doc>map(StatusPages::source).toList();
    return Doc.fields().put("values", values).put("sources", sources).build();
  }

  private static Doc source(ValuesView.Item item) {
    ValueSource source = item.source();
    Doc.Builder doc =
        Doc.fields()
            .put("name", source.name())
            .put("source", source.shownPlace())
            .put("path", source.pointer())
            .put("value", item.text().<Doc>map(Doc.Text::new).orElse(Doc.Null.NULL))
            .put("ageS", item.ageMs() < 0 ? Doc.Null.NULL : new Doc.Int(item.ageMs() / 1_000))
            .put("stale", item.stale())
            .put("everyS", source.pace().everyMs() / 1_000)
            .put("problem", item.problem())
            .put("waits", item.waits());
    ValuesView.Counters counters = item.counters();
    return doc.put("asked", counters.asked())
        .put("failed", counters.failed())
        .put("unchanged", counters.unchanged())
        .put("tooLarge", counters.tooLarge())
        .build();
  }

  /** The text form of Prometheus. */
  String metrics() {
    BadgeView view = badge.view();
    var text = new StringBuilder();
    gauge(
        text,
        "baedge_badge_connected",
        "1 while in session with a hub",
        view.uplink().state() == UplinkView.State.CONNECTED ? 1 : 0);
    view.power()
        .last()
        .filter(reading -> reading.batteryPercent() != Reading.UNKNOWN)
        .ifPresent(
            reading ->
                gauge(text, "baedge_badge_battery_percent", "charge", reading.batteryPercent()));
    gauge(
        text, "baedge_badge_records_waiting", "records not acknowledged", view.outbox().waiting());
    counter(
        text, "baedge_badge_records_taken_total", "records of this start", view.outbox().taken());
    counter(
        text,
        "baedge_badge_records_acknowledged_total",
        "records of this start that the hub has",
        view.outbox().acknowledged());
    counter(
        text,
        "baedge_badge_records_evicted_total",
        "records lost to the bound",
        view.outbox().counters().evicted());
    counter(
        text,
        "baedge_badge_gauge_failures_total",
        "readings that said nothing",
        badge.gauge().failures());
    counter(text, "baedge_badge_presses_total", "of the board's keys", badge.keys().presses());
    counter(text, "baedge_badge_key_failures_total", "of their lines", badge.keys().failures());
    counter(text, "baedge_badge_values_asked_total", "of sources", count(Counters::asked));
    counter(
        text,
        "baedge_badge_values_failed_total",
        "without a value, those refused for their size too",
        count(Counters::failed) + count(Counters::tooLarge));
    ScreenView.Counters glass = view.screen().counters();
    counter(text, "baedge_badge_refreshes_total", "of the panel", glass.refreshes());
    counter(
        text, "baedge_badge_refreshes_fast_total", "of the panel, short waveform", glass.fast());
    counter(
        text,
        "baedge_badge_refreshes_partial_total",
        "of the panel, only what changed",
        glass.partial());
    counter(
        text,
        "baedge_badge_panel_wear_total",
        "weighted refreshes in the panel's life, of about 1,000,000",
        glass.wear());
    counter(
        text,
        "baedge_badge_refresh_failures_total",
        "of the panel",
        view.screen().counters().failures());
    counter(text, "baedge_badge_sessions_total", "with a hub", view.uplink().counters().sessions());
    counter(
        text,
        "baedge_badge_events_dropped_total",
        "because the badge was too busy",
        badge.refusedEvents());
    counter(
        text,
        "baedge_badge_malformed_messages_total",
        "of the hub, not understood",
        badge.malformedMessages());
    return text.toString();
  }

  private long count(ToLongFunction<Counters> of) {
    return badge.view().values().items().stream()
        .mapToLong(i -> of.applyAsLong(i.counters()))
        .sum();
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    line(text, name, "gauge", help, value);
  }

  private static void counter(StringBuilder text, String name, String help, long value) {
    line(text, name, "counter", help, value);
  }

  private static void line(StringBuilder text, String name, String type, String help, long value) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append(name).append(' ').append(value).append('\n');
  }

  private static Doc number(int value) {
    return value == Reading.UNKNOWN ? Doc.Null.NULL : new Doc.Int(value);
  }
}
