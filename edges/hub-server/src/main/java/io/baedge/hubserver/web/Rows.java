package io.baedge.hubserver.web;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.store.HubNote;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Decider;
import io.baedge.model.presence.Presence;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.List;

/** Rows, counts and notes as documents. What nobody knows is left out, never 0. */
public final class Rows {
  private Rows() {}

  /** A line of the wall. */
  public static Doc.Fields row(BadgeOverview row) {
    var doc = Doc.fields().put("key", row.key());
    identity(row.identity(), doc);
    row.wearer()
        .ifPresent(
            wearer ->
                doc.put("wearer", wearer.wearer().text())
                    .put("name", wearer.name())
                    .putIfAny("company", wearer.company())
                    .putIfAny("role", wearer.role()));
    BadgeOverview.Signs signs = row.signs();
    signs.presence().ifPresent(presence -> doc.put("presence", presence.word()));
    known(doc, "sinceMs", signs.sinceWallMs());
    known(doc, "heardMs", signs.heardWallMs());
    signs.presence().ifPresent(_ -> doc.put("link", signs.link().word()));
    gauges(row.gauges(), doc);
    picture(row.picture(), doc);
    screens(row.screens(), doc);
    doc.put("desired", row.progress().desired().toString())
        .put("applied", row.progress().applied().toString())
        .put("differences", row.progress().differences())
        .putIfAny("refusal", row.progress().refusal());
    return doc.build();
  }

  private static void identity(BadgeOverview.Identity identity, Doc.Builder doc) {
    identity.badge().map(BadgeId::text).ifPresent(badge -> doc.put("badge", badge));
    identity.device().map(DeviceId::text).ifPresent(device -> doc.put("device", device));
    if (identity.badge().isEmpty()) {
      identity.device().map(DeviceId::claimCode).ifPresent(code -> doc.put("claimCode", code));
    }
    doc.put("ownership", identity.ownership().word()).putIfAny("panel", identity.panel());
    if (!identity.labels().isEmpty()) {
      doc.put("labels", identity.labels().stream().map(Doc.Text::new).toList());
    }
  }

  private static void gauges(BadgeOverview.Gauges gauges, Doc.Builder doc) {
    if (gauges.batteryPercent() != Reading.UNKNOWN) {
      doc.put("batteryPercent", gauges.batteryPercent());
    }
    if (gauges.source() == PowerSource.EXTERNAL) {
      doc.put("charging", true);
    }
    if (gauges.rssiDbm() != Reading.UNKNOWN) {
      doc.put("rssiDbm", gauges.rssiDbm());
    }
    doc.putIfAny("accessPoint", gauges.accessPoint());
    gauges
        .tiers()
        .ifPresent(
            tiers ->
                doc.put("powerTier", tiers.power().word())
                    .put("uplinkTier", tiers.uplink().word()));
  }

  private static void screens(BadgeOverview.Screens screens, Doc.Builder doc) {
    if (!screens.own().isEmpty()) {
      doc.put("ownScreens", texts(screens.own()));
    }
    if (!screens.missing().isEmpty()) {
      doc.put("missingScreens", texts(screens.missing()));
    }
  }

  private static List<Doc> texts(List<String> texts) {
    return texts.stream().<Doc>map(Doc.Text::new).toList();
  }

  private static void picture(BadgeOverview.Picture picture, Doc.Builder doc) {
    if (!picture.hash().isEmpty()) {
      doc.put(
          "glass",
          Doc.fields()
              .put("hash", picture.hash())
              .putIfAny("screen", picture.screen())
              .put("decider", picture.decider().word())
              .build());
    }
  }

  private static void known(Doc.Builder doc, String name, long value) {
    if (value != 0) {
      doc.put(name, value);
    }
  }

  static Doc.Fields fleet(FleetCounts counts) {
    var presence = Doc.fields();
    for (Presence state : Presence.values()) {
      presence.put(state.word(), counts.presence().getOrDefault(state, 0));
    }
    return Doc.fields()
        .put("generation", counts.generation())
        .put("revision", counts.revision())
        .put("badges", counts.sizes().badges())
        .put("devices", counts.sizes().devices())
        .put("unclaimed", counts.sizes().unclaimed())
        .put("bound", counts.sizes().bound())
        .put("people", counts.sizes().people())
        .put("presence", presence.build())
        .put(
            "screens",
            Doc.fields()
                .put("desired", counts.screens().desired())
                .put("onGlass", counts.screens().onGlass())
                .build())
        .put(
            "samples",
            Doc.fields()
                .put("received", counts.samples().received())
                .put("stored", counts.samples().stored())
                .put("duplicatesDropped", counts.samples().duplicatesDropped())
                .put("refused", counts.samples().refused())
                .put("gone", counts.samples().gone())
                .build())
        .put(
            "trouble",
            Doc.fields()
                .put("malformed", counts.trouble().malformed())
                .put("refusedMessages", counts.trouble().refusedMessages())
                .put("fenced", counts.trouble().fenced())
                .put("uplinkAlarm", counts.trouble().uplinkAlarm())
                .build())
        .build();
  }

  static Doc.Fields note(HubNote note) {
    var doc = Doc.fields().put("atMs", note.wallMs()).put("kind", note.kind().word());
    note.badge().ifPresent(badge -> doc.put("badge", badge.text()));
    note.device().ifPresent(device -> doc.put("device", device.text()));
    return doc.putIfAny("who", note.who()).put("text", note.text()).build();
  }

  static Doc.Items notes(List<HubNote> notes) {
    return new Doc.Items(List.copyOf(notes.stream().map(Rows::note).toList()));
  }

  /** Whether the picture is decided by an urgent announcement. */
  static boolean announces(BadgeOverview row) {
    return row.picture().decider() == Decider.ANNOUNCEMENT;
  }
}
