package io.baedge.hub;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.store.Write;
import io.baedge.hub.twin.Differences;
import io.baedge.hub.twin.Gauges;
import io.baedge.model.Now;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about one badge as a document: desired, reported, how they differ, where from. */
final class TwinPage {
  private final State state;
  private final Lines lines;

  TwinPage(State state, Lines lines) {
    this.state = state;
    this.lines = lines;
  }

  Doc.Fields of(BadgeId badge, Now now) {
    BadgeOverview row = lines.ofBadge(badge, now.monoMs());
    Doc.Builder doc = Doc.fields().put("badge", badge.text());
    doc.put("labels", texts(row.identity().labels()));
    doc.put("panel", row.identity().panel());
    doc.put("ownership", row.identity().ownership().word());
    state
        .wearers
        .wearerOf(badge)
        .flatMap(state.people::find)
        .ifPresent(card -> doc.put("wearer", DesiredDoc.wearer(card)));
    Optional<Write.Binding> binding = state.badges.bindingOf(badge);
    binding.ifPresent(
        b -> {
          doc.put("device", b.device().text()).put("token", b.token().value());
          doc.put("facts", facts(b.device()));
        });
    row.signs().presence().ifPresent(presence -> doc.put("presence", presence.word()));
    doc.put("sinceMs", row.signs().sinceWallMs());
    doc.put("heardMs", row.signs().heardWallMs());
    doc.put("link", row.signs().link().word());
    binding.ifPresent(b -> doc.put("measured", measured(state.gauges.of(b.device()))));
    Optional<Write.Twin> twin = state.twins.of(badge);
    twin.ifPresent(t -> doc.put("glass", glass(t)));
    desired(badge, binding, twin, now, doc);
    twin.ifPresent(t -> doc.put("reported", reported(t)));
    doc.put("handOvers", state.badges.handOvers(badge).stream().map(TwinPage::handOver).toList());
    doc.put(
        "wearers", state.wearers.assignments(badge).stream().map(TwinPage::assignment).toList());
    return doc.build();
  }

  /** What is on a glass; its times are the hub's, from the device's age of it. */
  Doc.Fields glass(Write.Twin twin) {
    Glass glass = twin.reported().glass();
    long offsetMs = twin.receivedWallMs() - twin.reported().order().monoMs();
    return Doc.fields()
        .put("hash", glass.hash())
        .put("screen", glass.screen())
        .put("decider", glass.decider().word())
        .put("sinceMs", glass.sinceMonoMs() + offsetMs)
        .put("untilMs", glass.untilMonoMs() == 0 ? 0 : glass.untilMonoMs() + offsetMs)
        .put("held", state.frames.holds(glass.hash()))
        .build();
  }

  private void desired(
      BadgeId badge,
      Optional<Write.Binding> binding,
      Optional<Write.Twin> twin,
      Now now,
      Doc.Builder doc) {
    var state = this.state;
    var subject = state.subject(badge);
    Map<String, String> origins = state.composer.origins(subject, state.ground, now.wallMs());
    Optional<Desired> wanted = binding.map(Write.Binding::device).flatMap(state.wanted::of);
    var effective =
        wanted
            .map(Desired::state)
            .orElseGet(() -> state.composer.compose(subject, state.ground, now.wallMs()));
    Doc.Builder from = Doc.fields();
    origins.forEach(from::put);
    Doc.Builder desired = Doc.fields();
    wanted.ifPresent(w -> desired.put("revision", w.revision().toString()));
    doc.put(
        "desired",
        desired.put("values", DesiredDoc.write(effective)).put("origins", from.build()).build());
    List<Doc> rows = new ArrayList<>();
    twin.ifPresent(
        t -> {
          for (Differences.Row row : state.differences.rows(effective, t.reported().state())) {
            rows.add(difference(row, t, origins, now));
          }
        });
    doc.put("differences", rows);
  }

  private static Doc difference(
      Differences.Row row, Write.Twin twin, Map<String, String> origins, Now now) {
    return Doc.fields()
        .put("field", row.field())
        .put("desired", row.desired())
        .put("reported", row.reported())
        .put("ageMs", Math.max(0, now.wallMs() - twin.receivedWallMs()))
        .put("origin", "declared")
        .put("layer", origins.getOrDefault(row.field(), "none"))
        .build();
  }

  private static Doc.Fields reported(Write.Twin twin) {
    Reported reported = twin.reported();
    Doc.Builder doc =
        Doc.fields()
            .put("applied", reported.applied().toString())
            .put("token", reported.token().value())
            .put("epoch", reported.order().epoch())
            .put("n", reported.order().n())
            .put("receivedMs", twin.receivedWallMs())
            .put("origin", "declared")
            .put("values", reported.state());
    reported
        .refusal()
        .ifPresent(
            refusal ->
                doc.put("refused", refusal.revision().toString()).put("reason", refusal.reason()));
    return doc.build();
  }

  private static Doc.Fields measured(Gauges.Values values) {
    Doc.Builder doc =
        Doc.fields().put("origin", "measured").put("receivedMs", values.takenWallMs());
    put(doc, "batteryPercent", values.power().batteryPercent());
    put(doc, "batteryMv", values.power().batteryMv());
    doc.put("source", values.power().source().name().toLowerCase(java.util.Locale.ROOT));
    put(doc, "rssiDbm", values.radio().rssiDbm());
    put(doc, "channel", values.radio().channel());
    return doc.putIfAny("accessPoint", values.radio().accessPoint()).build();
  }

  private static void put(Doc.Builder doc, String name, int value) {
    if (value != Reading.UNKNOWN) {
      doc.put(name, value);
    }
  }

  private Doc.Fields facts(DeviceId device) {
    var facts = state.devices.facts(device);
    return Doc.fields()
        .put("os", facts.os())
        .put("arch", facts.arch())
        .put("version", facts.version())
        .put("memoryMb", facts.memoryMb())
        .put("localUrl", facts.localUrl())
        .put("origin", "declared")
        .build();
  }

  private static Doc handOver(Write.Binding binding) {
    return Doc.fields()
        .put("token", binding.token().value())
        .put("device", binding.device().text())
        .put("fromMs", binding.fromWallMs())
        .put("toMs", binding.toWallMs())
        .put("ending", binding.ending().name().toLowerCase(java.util.Locale.ROOT))
        .build();
  }

  private static Doc assignment(Write.Wearing wearing) {
    return Doc.fields()
        .put("wearer", wearing.wearer().text())
        .put("fromMs", wearing.fromWallMs())
        .put("toMs", wearing.toWallMs())
        .build();
  }

  private static List<Doc> texts(List<String> values) {
    return values.stream().map(text -> (Doc) new Doc.Text(text)).toList();
  }
}
